package dev.akin.app;

import dev.akin.learn.BlendParameters;
import dev.akin.learn.BlendTrainer;
import dev.akin.learn.Interactions;
import dev.akin.learn.Trainer;
import dev.akin.model.BlendModel;
import dev.akin.model.BlendModel.Member;
import dev.akin.model.ItemScorer;
import dev.akin.rank.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much a blend trusts each of its members. Weights are learned once and serve models that are
/// trained again on more data.
///
/// @param byStrategy positive weights, scales included
record BlendWeights(SortedMap<Strategy, Double> byStrategy) {
  /// Weights hardly change with more customers, the cost of learning them does.
  private static final int MOST_USERS = 20_000;

  private static final int CALIBRATION_USERS = 200;

  /// How high the best item by content reaches, compared with the best item of the blend, where
  /// content earned no weight of its own. Hidden items always have customers, so nothing measured
  /// speaks for content; but items without any customer have nothing else.
  private static final double LEAST_CONTENT = 0.05;

  /// Learns from items that it hides from the members: costs one training of each.
  ///
  /// @param models trained on `interactions`, among them all members
  static BlendWeights learn(
      Interactions interactions,
      Selection selection,
      Map<Strategy, ItemScorer> models,
      BlendParameters parameters) {
    List<Strategy> members = selection.blended();
    List<Trainer> trainers = new ArrayList<>();
    selection
        .made()
        .forEach((strategy, made) -> {
          if (members.contains(strategy)) {
            trainers.add(made.trainer());
          }
        });
    double[] learned =
        new BlendTrainer(trainers, parameters).weights(interactions.spread(MOST_USERS));
    SortedMap<Strategy, Double> weights = new TreeMap<>();
    for (int m = 0; m < learned.length; m++) {
      if (learned[m] > 0) {
        weights.put(members.get(m), learned[m]);
      }
    }
    if (members.contains(Strategy.CONTENT) && !weights.containsKey(Strategy.CONTENT)) {
      double least = leastContent(interactions, new BlendWeights(weights).of(models), models);
      if (least > 0) {
        weights.put(Strategy.CONTENT, least);
      }
    }
    return new BlendWeights(weights);
  }

  /// The blend of these models.
  BlendModel of(Map<Strategy, ItemScorer> models) {
    List<Member> members = new ArrayList<>();
    byStrategy.forEach((strategy, weight) -> {
      ItemScorer model = models.get(strategy);
      if (model != null) {
        members.add(new Member(strategy.word(), weight, model));
      }
    });
    return new BlendModel(members);
  }

  private static double leastContent(
      Interactions interactions, ItemScorer blend, Map<Strategy, ItemScorer> models) {
    ItemScorer content = models.get(Strategy.CONTENT);
    if (content == null) {
      return 0;
    }
    Interactions some = interactions.spread(CALIBRATION_USERS);
    double byContent = bestScores(content, some);
    return byContent > 0 ? LEAST_CONTENT * bestScores(blend, some) / byContent : 0;
  }

  private static double bestScores(ItemScorer model, Interactions users) {
    float[] scores = new float[model.items()];
    double sum = 0;
    for (int user = 0; user < users.users(); user++) {
      model.profile(users.history(user)).scores(scores);
      float best = 0;
      for (float score : scores) {
        best = Math.max(best, score);
      }
      sum += best;
    }
    return sum;
  }
}
