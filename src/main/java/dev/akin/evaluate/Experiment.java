package dev.akin.evaluate;

import dev.akin.evaluate.EvaluationReport.AlgorithmReport;
import dev.akin.evaluate.EvaluationReport.Comparison;
import dev.akin.evaluate.EvaluationReport.Timing;
import dev.akin.evaluate.metric.Bootstrap;
import dev.akin.evaluate.metric.CosineDistance;
import dev.akin.evaluate.metric.Interval;
import dev.akin.evaluate.metric.ItemDistance;
import dev.akin.evaluate.split.Fold;
import dev.akin.learn.Algorithm;
import dev.akin.learn.Interactions;
import dev.akin.learn.Trainer;
import dev.akin.learn.TrainingMemory;
import dev.akin.learn.TrainingSettings;
import dev.akin.learn.TrainingTooLargeException;
import dev.akin.model.ItemScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/// Trains and measures algorithms on the same folds, one per seed.
public final class Experiment {
  /// Comparisons are made on these, at the main cut.
  private static final List<String> COMPARED = List.of("ndcg", "recall");

  private final List<Run> runs;
  private final EvaluationPlan plan;
  private final HeapRoom room;
  private final LongSupplier nanoseconds;
  private final Alignment alignment;

  /// @param room what trainings may take
  /// @param nanoseconds a clock for the timings, which no result depends on
  public Experiment(List<Run> runs, EvaluationPlan plan, HeapRoom room, LongSupplier nanoseconds) {
    this.runs = List.copyOf(runs);
    this.plan = plan;
    this.room = room;
    this.nanoseconds = nanoseconds;
    alignment = Alignment.of(this.runs.stream().map(Run::fold).toList());
  }

  /// One split and one training seed.
  ///
  /// @param slices the same ones in every run, in the same order
  /// @param distance for the diversity of lists
  public record Run(long seed, Fold fold, List<Slice> slices, ItemDistance distance) {
    /// With the slices any data have, and items as different as the users who have them.
    public static Run standard(long seed, Fold fold) {
      return new Run(
          seed,
          fold,
          Slices.standard(fold),
          new CosineDistance(fold.train().strengths().transpose()));
    }
  }

  /// What is known of one algorithm after all runs.
  ///
  /// @param first the lists of the first run
  /// @param samples per label one array per run over the same users, NaN where not tested
  public record Assessment(
      AlgorithmReport report, Ranking first, Map<String, double[][]> samples) {}

  /// What an algorithm is trained on.
  static Interactions feedback(Algorithm algorithm, Fold fold) {
    return switch (algorithm.feedback()) {
      case IMPLICIT -> fold.training().liked();
      case RATINGS -> fold.training().rated();
    };
  }

  /// Lets an algorithm pass that fits into the heap as it is now, in every run.
  ///
  /// @throws TrainingTooLargeException if it does not
  public void requireRoom(Algorithm algorithm, Map<String, Double> parameters) {
    for (Run run : runs) {
      TrainingSettings settings = TrainingSettings.of(run.seed(), plan.threads());
      requireRoom(
          run,
          algorithm,
          algorithm.trainer(
              settings.withValues(parameters).withContext(run.fold().training().context())));
    }
  }

  private void requireRoom(Run run, Algorithm algorithm, Trainer trainer) {
    TrainingMemory size = TrainingMemory.of(feedback(algorithm, run.fold()));
    long lists = new Ranker(run.fold(), plan).bytes();
    room.require(algorithm.name(), trainer.memory(size), size, lists);
  }

  /// Trains and measures one algorithm once per run, with the same parameters.
  public Assessment assess(Algorithm algorithm, Map<String, Double> parameters) {
    return assess(algorithm, Collections.nCopies(runs.size(), parameters));
  }

  /// Trains and measures one algorithm once per run.
  ///
  /// @param parameters one per run: what was tuned on the training part of one run may have seen
  ///   the tested part of another
  /// @throws TrainingTooLargeException if a training cannot fit into the heap, before it begins
  public Assessment assess(Algorithm algorithm, List<Map<String, Double>> parameters) {
    List<RunOutcome> outcomes = new ArrayList<>();
    Map<String, List<Double>> curves = new TreeMap<>();
    Ranking first = new Ranking(new int[0][], new float[0][]);
    double trainSeconds = 0;
    double rankSeconds = 0;
    for (Run run : runs) {
      boolean isFirst = outcomes.isEmpty();
      TrainingSettings settings =
          new TrainingSettings(
                  parameters.get(outcomes.size()),
                  run.seed(),
                  plan.threads(),
                  (curve, _, value) -> {
                    if (isFirst) {
                      curves.computeIfAbsent(curve, _ -> new ArrayList<>()).add(value);
                    }
                  })
              .withContext(run.fold().training().context());
      long start = nanoseconds.getAsLong();
      Trainer trainer = algorithm.trainer(settings);
      requireRoom(run, algorithm, trainer);
      ItemScorer scorer = trainer.fit(feedback(algorithm, run.fold()));
      long trained = nanoseconds.getAsLong();
      Ranking ranking = new Ranker(run.fold(), plan).rank(scorer, algorithm.feedback());
      trainSeconds += seconds(start, trained);
      rankSeconds += seconds(trained, nanoseconds.getAsLong());
      outcomes.add(
          RunOutcome.of(run, plan, ranking, RatingQuality.of(run.fold(), algorithm, scorer)));
      first = isFirst ? ranking : first;
    }
    Timing timing = new Timing(trainSeconds / runs.size(), rankSeconds / runs.size());
    OutcomeSummary summary = new OutcomeSummary(outcomes, alignment, plan.bootstrap());
    AlgorithmReport report =
        new AlgorithmReport(
            algorithm.name(),
            parameters.getFirst(),
            summary.scores(),
            summary.slices(),
            summary.bySeed(),
            curves,
            timing);
    return new Assessment(report, first, summary.samples());
  }

  /// Every pair of algorithms, user by user.
  public List<Comparison> compare(List<Assessment> assessments) {
    List<Comparison> comparisons = new ArrayList<>();
    List<double[][]> samples = new ArrayList<>();
    for (String key : COMPARED) {
      String label = key + "@" + plan.mainCut();
      for (int a = 0; a < assessments.size(); a++) {
        for (int b = a + 1; b < assessments.size(); b++) {
          double[][] difference = difference(assessments.get(a), assessments.get(b), label);
          samples.add(difference);
          comparisons.add(
              new Comparison(
                  label,
                  assessments.get(a).report().name(),
                  assessments.get(b).report().name(),
                  new Interval(0, 0, 0),
                  alignment.users()));
        }
      }
    }
    List<Interval> intervals = plan.bootstrap().means(samples);
    for (int c = 0; c < comparisons.size(); c++) {
      Comparison pair = comparisons.get(c);
      comparisons.set(
          c,
          new Comparison(
              pair.label(), pair.first(), pair.second(), intervals.get(c), pair.users()));
    }
    return comparisons;
  }

  private static double[][] difference(Assessment a, Assessment b, String label) {
    double[][] first = a.samples().getOrDefault(label, new double[0][]);
    double[][] second = b.samples().getOrDefault(label, new double[0][]);
    double[][] difference = new double[first.length][];
    Arrays.setAll(difference, seed -> Bootstrap.minus(first[seed], second[seed]));
    return difference;
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }
}
