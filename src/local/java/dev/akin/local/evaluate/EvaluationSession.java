package dev.akin.local.evaluate;

import dev.akin.evaluate.EvaluationPlan;
import dev.akin.evaluate.EvaluationReport;
import dev.akin.evaluate.EvaluationReport.Setup;
import dev.akin.evaluate.Experiment;
import dev.akin.evaluate.Experiment.Assessment;
import dev.akin.evaluate.Ranking;
import dev.akin.evaluate.Tuner;
import dev.akin.evaluate.TuningResult;
import dev.akin.evaluate.metric.CosineDistance;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.FoldBuilder;
import dev.akin.evaluate.split.Part;
import dev.akin.evaluate.split.Protocol;
import dev.akin.learn.Algorithm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One evaluation from files to report.
final class EvaluationSession {
  private final InputOptions options;
  private final AlgorithmOptions algorithms;
  private final SliceOptions slices;
  private final EvaluationPlan plan;
  private final Map<String, Ranking> lists = new LinkedHashMap<>();
  private final List<Fold> folds = new ArrayList<>();

  EvaluationSession(
      InputOptions options, AlgorithmOptions algorithms, SliceOptions slices, EvaluationPlan plan) {
    this.options = options;
    this.algorithms = algorithms;
    this.slices = slices;
    this.plan = plan;
  }

  /// What the first run recommended.
  record FirstLists(Fold fold, Map<String, Ranking> byAlgorithm) {}

  FirstLists firstLists() {
    return new FirstLists(folds.getFirst(), lists);
  }

  EvaluationReport run() {
    InputOptions.Input input = options.read();
    slices.read();
    List<Experiment.Run> runs = new ArrayList<>();
    for (long seed : algorithms.seeds()) {
      Fold fold =
          FoldBuilder.build(input.observations(), options.protocol(input, seed), options.rules());
      folds.add(fold);
      runs.add(
          new Experiment.Run(
              seed,
              fold,
              slices.of(fold),
              new CosineDistance(fold.train().strengths().transpose())));
    }
    Experiment experiment = new Experiment(runs, plan, System::nanoTime);
    List<TuningResult> tunings = new ArrayList<>();
    List<Assessment> assessments = new ArrayList<>();
    for (Algorithm algorithm : algorithms.chosen()) {
      Map<String, Double> parameters = algorithms.of(algorithm);
      if (algorithms.tune && !algorithm.space().ranges().isEmpty()) {
        TuningResult tuning = tune(algorithm, input);
        tunings.add(tuning);
        parameters = tuning.best();
      }
      Assessment assessment = experiment.assess(algorithm, parameters);
      assessments.add(assessment);
      lists.put(algorithm.name(), assessment.first());
    }
    return new EvaluationReport(
        setup(input),
        assessments.stream().map(Assessment::report).toList(),
        experiment.compare(assessments),
        tunings);
  }

  private TuningResult tune(Algorithm algorithm, InputOptions.Input input) {
    long seed = algorithms.seeds().getFirst();
    Protocol protocol = options.protocol(input, seed);
    Part[] parts = protocol.parts(input.observations());
    Fold validation =
        Tuner.validation(input.observations(), parts, protocol, options.rules(), seed);
    return new Tuner(algorithms.trials, plan).tune(algorithm, validation, seed);
  }

  private Setup setup(InputOptions.Input input) {
    Fold fold = folds.getFirst();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("training users", (long) fold.users().size());
    counts.put("catalogue items", (long) fold.items().size());
    counts.put("training pairs", (long) fold.train().strengths().size());
    counts.put("test users", (long) fold.tests().size());
    counts.put("hidden items", fold.truths());
    Map<String, Long> skipped = new LinkedHashMap<>();
    skipped.put("unreadable lines", input.skippedLines());
    skipped.putAll(fold.skipped());
    return new Setup(
        input.description(),
        options.protocol(input, algorithms.seeds().getFirst()).description(),
        plan.sampledCandidates() == 0
            ? "full catalogue"
            : "SAMPLED: hidden items among " + plan.sampledCandidates() + " random ones",
        plan.cuts(),
        algorithms.seeds(),
        counts,
        skipped);
  }
}
