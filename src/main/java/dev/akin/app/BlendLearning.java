package dev.akin.app;

import dev.akin.learn.BlendTrainer;
import dev.akin.learn.EventRows;
import dev.akin.learn.Interactions;
import dev.akin.learn.MemoryNeed;
import dev.akin.learn.Trainer;
import dev.akin.learn.TrainingMemory;
import dev.akin.learn.TrendTrainer;
import dev.akin.learn.Trending;
import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.model.ItemScorer;
import dev.akin.model.PopularityModel;
import dev.akin.rank.Strategy;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Learns the weights of a blend from the past alone: members learn from what lies before a moment,
/// and weigh by how well they rank what the same customers came to like between it and the end of
/// the past. Where too few came back, items are hidden at random instead.
///
/// What trends takes part as well: it is the same for everybody, and only a lesson with a before
/// and an after can tell its worth.
///
/// Costs one training of every member on at most [#MOST_USERS] customers.
final class BlendLearning {
  /// Weights hardly change with more customers, the cost of learning them does.
  static final int MOST_USERS = 20_000;

  private static final int FEWEST_USERS = 20;
  private static final double LEARNING_SHARE = 0.8;
  private static final int CALIBRATION_USERS = 200;

  /// How high the best item by content reaches, compared with the best item of the blend, where
  /// content earned no weight of its own. Little that is measured speaks for content, because most
  /// items to be found have customers; but those without any have nothing else.
  private static final double LEAST_CONTENT = 0.05;

  private final ReleaseTraining.Settings settings;
  private final Selection selection;
  private final EventRows rows;

  BlendLearning(ReleaseTraining.Settings settings, Selection selection, EventRows rows) {
    this.settings = settings;
    this.selection = selection;
    this.rows = rows;
  }

  /// @param end of the past; nothing from here on is looked at
  /// @param past all interactions before it
  /// @param models trained on `past`, among them all members and what trends at `end`
  BlendWeights learn(Instant end, Interactions past, Map<Strategy, ItemScorer> models) {
    Instant moment = moment(end);
    Interactions before = rows.interactions(settings.strength(), moment, moment.toEpochMilli());
    CsrMatrix later = later(before, moment, end);
    int[] users = before.spread(MOST_USERS);
    Interactions laterOfSome = new Interactions(later).of(users);
    int returned = laterOfSome.spread(MOST_USERS).length;
    SequencedMap<Strategy, Trainer> members = members();
    if (returned < FEWEST_USERS) {
      double[] weights = trainer(members).weights(past.of(past.spread(MOST_USERS)));
      String lesson = "items hidden at random";
      return withContent(new BlendWeights(named(members, weights), lesson), past, models);
    }
    members.put(Strategy.TRENDING, new Given(trends(moment)));
    double[] weights = trainer(members).weights(before.of(users), laterOfSome.strengths());
    String lesson = "what " + returned + " customers came to like from " + moment + " on";
    return withContent(new BlendWeights(named(members, weights), lesson), past, models);
  }

  /// What trends at a moment, for everybody.
  private PopularityModel trends(Instant moment) {
    return new TrendTrainer(Trending.DEFAULT_SMOOTHING).fit(rows, moment).model(rows.itemCount());
  }

  private BlendTrainer trainer(SequencedMap<Strategy, Trainer> members) {
    return new BlendTrainer(List.copyOf(members.values()), settings.blending());
  }

  private SequencedMap<Strategy, Trainer> members() {
    SequencedMap<Strategy, Trainer> members = new LinkedHashMap<>();
    selection
        .made()
        .forEach((strategy, made) -> {
          if (selection.blended().contains(strategy)) {
            members.put(strategy, made.trainer());
          }
        });
    return members;
  }

  /// The members that earned a weight.
  private static SortedMap<Strategy, Double> named(
      SequencedMap<Strategy, Trainer> members, double[] weights) {
    SortedMap<Strategy, Double> named = new TreeMap<>();
    int next = 0;
    for (Strategy member : members.keySet()) {
      double weight = weights[next++];
      if (weight > 0) {
        named.put(member, weight);
      }
    }
    return named;
  }

  /// Does not depend on what a member learns from.
  private record Given(PopularityModel model) implements Trainer {
    @Override
    public String name() {
      return Strategy.TRENDING.word();
    }

    @Override
    public PopularityModel fit(Interactions interactions) {
      return model;
    }

    /// Nothing but the input: the model is there already.
    @Override
    public MemoryNeed memory(TrainingMemory size) {
      return new MemoryNeed(size.input(), 0);
    }
  }

  /// Before which most of the events before `end` lie.
  private Instant moment(Instant end) {
    long[] times =
        Arrays.stream(rows.times()).filter(time -> time < end.toEpochMilli()).sorted().toArray();
    return times.length == 0
        ? Instant.EPOCH
        : Instant.ofEpochMilli(times[(int) (LEARNING_SHARE * times.length)]);
  }

  /// What customers liked from `moment` on and before `end`, without what they had already.
  private CsrMatrix later(Interactions before, Instant moment, Instant end) {
    Interactions all =
        rows.interactions(settings.strength(), end, moment.toEpochMilli(), end.toEpochMilli());
    CsrMatrix known = before.strengths();
    CsrMatrix liked = all.strengths();
    CsrBuilder later = new CsrBuilder();
    for (int user = 0; user < liked.rows(); user++) {
      for (int p = liked.starts()[user]; p < liked.starts()[user + 1]; p++) {
        int item = liked.indices()[p];
        int from = known.starts()[user];
        int to = known.starts()[user + 1];
        if (from < to && Arrays.binarySearch(known.indices(), from, to, item) < 0) {
          later.add(user, item, liked.values()[p]);
        }
      }
    }
    return later.build(liked.rows(), liked.columns());
  }

  /// Gives content the least weight if it earned none.
  private BlendWeights withContent(
      BlendWeights learned, Interactions past, Map<Strategy, ItemScorer> models) {
    ItemScorer content = models.get(Strategy.CONTENT);
    if (content == null || learned.byStrategy().containsKey(Strategy.CONTENT)) {
      return learned;
    }
    Interactions some = past.of(past.spread(CALIBRATION_USERS));
    double byContent = bestScores(content, some);
    double byBlend = bestScores(learned.of(models), some);
    if (!(byContent > 0 && byBlend > 0)) {
      return learned;
    }
    SortedMap<Strategy, Double> weights = new TreeMap<>(learned.byStrategy());
    weights.put(Strategy.CONTENT, LEAST_CONTENT * byBlend / byContent);
    return new BlendWeights(weights, learned.lesson());
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
