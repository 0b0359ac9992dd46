package dev.akin.evaluate;

import dev.akin.evaluate.TuningResult.Trial;
import dev.akin.evaluate.metric.RankingMetric;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.FoldBuilder;
import dev.akin.evaluate.split.FoldRules;
import dev.akin.evaluate.split.Observations;
import dev.akin.evaluate.split.Part;
import dev.akin.evaluate.split.Protocol;
import dev.akin.evaluate.split.Subsets;
import dev.akin.learn.Algorithm;
import dev.akin.learn.Algorithm.Feedback;
import dev.akin.learn.MemoryNeed;
import dev.akin.learn.Trainer;
import dev.akin.learn.TrainingMemory;
import dev.akin.learn.TrainingSettings;
import dev.akin.learn.TrainingTooLargeException;
import dev.akin.math.SeededRandom;
import dev.akin.model.ItemScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Finds parameters by random search with successive halving (Jamieson and Talwalkar, AISTATS 2016,
/// figure 3, halving by three): many points are tried on a ninth of the training users, the best
/// third of them on a third, the best third of these on all. The defaults are one of the points.
///
/// All of it happens on a validation part cut from the training part: nothing tested is seen. Same
/// seed, same result; points that a trainer refuses are left out, and so are those whose training
/// would not fit into the heap.
///
/// @param trials points of the first round
/// @param plan the metric is NDCG at its main cut; RMSE for algorithms that predict values
/// @param room what trainings may take
public record Tuner(int trials, EvaluationPlan plan, HeapRoom room) {
  private static final int THIRD = 3;
  private static final int MOST_TEST_USERS = 2000;

  public Tuner {
    if (trials < 1) {
      throw new IllegalArgumentException("trials must be positive, was " + trials);
    }
  }

  /// The training part of an evaluation, parted again in the same manner.
  public static Fold validation(
      Observations all, Part[] parts, Protocol protocol, FoldRules rules, long seed) {
    Protocol again =
        switch (protocol) {
          case Protocol.TimeCut cut -> cut;
          case Protocol.LeaveLastOut last -> last;
          case Protocol.HeldOutUsers held -> held;
          case Protocol.RandomPairs _ -> new Protocol.RandomPerUser(0.2, seed);
          case Protocol.RandomPerUser _ -> new Protocol.RandomPerUser(0.2, seed);
          case Protocol.Given _ -> new Protocol.RandomPerUser(0.2, seed);
        };
    Fold fold = FoldBuilder.build(Subsets.of(all, parts, Part.TRAIN), again, rules);
    return Subsets.testedOn(fold, MOST_TEST_USERS, seed);
  }

  /// The best parameters on a validation fold.
  ///
  /// @param whole the size of what is trained on with what was found
  /// @throws TrainingTooLargeException if no point fits into the heap
  public TuningResult tune(Algorithm algorithm, Fold validation, TrainingMemory whole, long seed) {
    List<Map<String, Double>> points = fitting(algorithm, validation, whole, seed);
    List<Trial> all = new ArrayList<>();
    double share = points.size() > THIRD ? 1.0 / (THIRD * THIRD) : 1;
    List<Trial> round = round(algorithm, points, Subsets.trainedOn(validation, share, seed), share);
    all.addAll(0, round);
    while (share < 1) {
      share = Math.min(1, share * THIRD + 1e-9);
      int survivors = Math.max(1, Math.ceilDiv(round.size(), THIRD));
      points = round.stream().limit(survivors).map(Trial::parameters).toList();
      round = round(algorithm, points, Subsets.trainedOn(validation, share, seed), share);
      all.addAll(0, round);
    }
    if (round.isEmpty()) {
      throw new IllegalArgumentException(
          "no parameters of " + algorithm.name() + " could be trained");
    }
    return result(algorithm, round.getFirst().parameters(), all);
  }

  /// Errors were negated, so that more is better everywhere; here they get their sign back.
  private TuningResult result(Algorithm algorithm, Map<String, Double> best, List<Trial> trials) {
    boolean errors = algorithm.feedback() == Feedback.RATINGS;
    List<Trial> shown = new ArrayList<>();
    for (Trial trial : trials) {
      double score = errors ? -trial.score() : trial.score();
      shown.add(new Trial(trial.parameters(), trial.share(), score));
    }
    String metric = errors ? "rmse" : "ndcg@" + plan.mainCut();
    return new TuningResult(algorithm.name(), best, metric, shown.getFirst().score(), shown);
  }

  private double ndcg(Fold fold, ItemScorer scorer) {
    Ranking ranking = new Ranker(fold, plan).rank(scorer, Feedback.IMPLICIT);
    double[] values = UserValues.of(fold, ranking, RankingMetric.NDCG, plan.mainCut());
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private List<Map<String, Double>> points(Algorithm algorithm, long seed) {
    List<Map<String, Double>> points = new ArrayList<>();
    points.add(Map.of());
    SeededRandom random = new SeededRandom(seed);
    while (points.size() < trials && !algorithm.space().ranges().isEmpty()) {
      points.add(algorithm.space().draw(random.split(points.size())));
    }
    return points;
  }

  /// The points that would fit into the heap if the whole were trained on.
  private List<Map<String, Double>> fitting(
      Algorithm algorithm, Fold validation, TrainingMemory whole, long seed) {
    List<Map<String, Double>> fitting = new ArrayList<>();
    TrainingTooLargeException last = null;
    for (Map<String, Double> point : points(algorithm, seed)) {
      try {
        MemoryNeed need = algorithm.trainer(settings(point, validation)).memory(whole);
        room.require(algorithm.name(), need, whole, 0);
        fitting.add(point);
      } catch (TrainingTooLargeException tooLarge) {
        last = last == null || tooLarge.missing() < last.missing() ? tooLarge : last;
      } catch (IllegalArgumentException refused) {
        // Counted out here, as in every round.
        continue;
      }
    }
    if (fitting.isEmpty() && last != null) {
      throw last;
    }
    return fitting;
  }

  private TrainingSettings settings(Map<String, Double> point, Fold fold) {
    return TrainingSettings.of(plan.seed(), plan.threads())
        .withValues(point)
        .withContext(fold.training().context());
  }

  private List<Trial> round(
      Algorithm algorithm, List<Map<String, Double>> points, Fold fold, double share) {
    List<Trial> round = new ArrayList<>();
    for (Map<String, Double> point : points) {
      double score = score(algorithm, point, fold);
      if (!Double.isNaN(score)) {
        round.add(new Trial(point, Math.min(1, share), score));
      }
    }
    round.sort(Comparator.comparingDouble(Trial::score).reversed());
    return round;
  }

  private double score(Algorithm algorithm, Map<String, Double> point, Fold fold) {
    try {
      Trainer trainer = algorithm.trainer(settings(point, fold));
      ItemScorer scorer = trainer.fit(Experiment.feedback(algorithm, fold));
      return switch (algorithm.feedback()) {
        case IMPLICIT -> ndcg(fold, scorer);
        case RATINGS -> -RatingQuality.of(fold, algorithm, scorer).getOrDefault("rmse", Double.NaN);
      };
    } catch (IllegalArgumentException | ArithmeticException refused) {
      return Double.NaN;
    }
  }
}
