package dev.akin.local.evaluate;

import dev.akin.evaluate.EvaluationPlan;
import dev.akin.evaluate.EvaluationReport;
import dev.akin.evaluate.EvaluationReport.Setup;
import dev.akin.evaluate.Experiment;
import dev.akin.evaluate.Experiment.Assessment;
import dev.akin.evaluate.HeapRoom;
import dev.akin.evaluate.Ranking;
import dev.akin.evaluate.Tuner;
import dev.akin.evaluate.TuningResult;
import dev.akin.evaluate.metric.CosineDistance;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.FoldBuilder;
import dev.akin.evaluate.split.FoldRules;
import dev.akin.evaluate.split.Observations;
import dev.akin.evaluate.split.Protocol;
import dev.akin.evaluate.split.UnfitInputException;
import dev.akin.learn.Algorithm;
import dev.akin.learn.Need;
import dev.akin.learn.TrainingMemory;
import dev.akin.learn.TrainingTooLargeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One evaluation from files to report.
final class EvaluationSession {
  private final InputOptions options;
  private final AlgorithmOptions algorithms;
  private final SliceOptions slices;
  private final EvaluationPlan plan;
  private final Surroundings around;
  private final Map<String, Ranking> lists = new LinkedHashMap<>();
  private final List<Fold> folds = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  EvaluationSession(
      InputOptions options,
      AlgorithmOptions algorithms,
      SliceOptions slices,
      EvaluationPlan plan,
      Surroundings around) {
    this.options = options;
    this.algorithms = algorithms;
    this.slices = slices;
    this.plan = plan;
    this.around = around;
  }

  /// What an evaluation finds where it runs.
  ///
  /// @param room what trainings may take of the heap
  /// @param warnings told at once what the report says at the end
  record Surroundings(HeapRoom room, Consumer<String> warnings) {}

  /// What the first run recommended.
  record FirstLists(Fold fold, Map<String, Ranking> byAlgorithm) {}

  FirstLists firstLists() {
    return new FirstLists(folds.getFirst(), lists);
  }

  EvaluationReport run() {
    InputFiles.Input input = options.files.read();
    slices.read();
    notes.addAll(slices.coverage(input.folds().getFirst()));
    Experiment experiment = new Experiment(runs(input), plan, around.room(), System::nanoTime);
    TrainingSizes sizes = new TrainingSizes(experiment, algorithms);
    List<TuningResult> tunings = new ArrayList<>();
    List<Assessment> assessments = new ArrayList<>();
    List<Algorithm> chosen = possible();
    chosen.removeIf(algorithm -> sizes.objection(algorithm).map(this::leaveOut).isPresent());
    for (Algorithm algorithm : chosen) {
      try {
        List<TuningResult> tuned = algorithms.tune ? tune(algorithm, input) : List.of();
        Assessment assessment =
            tuned.isEmpty()
                ? experiment.assess(algorithm, algorithms.of(algorithm))
                : experiment.assess(algorithm, tuned.stream().map(TuningResult::best).toList());
        tunings.addAll(tuned);
        assessments.add(assessment);
        lists.put(algorithm.name(), assessment.first());
      } catch (UnfitInputException unfit) {
        throw unfit;
      } catch (TrainingTooLargeException tooLarge) {
        leaveOut(sizes.objection(algorithm, tooLarge));
      } catch (IllegalArgumentException refused) {
        if (!algorithms.anyWillDo()) {
          throw refused;
        }
        notes.add(algorithm.name() + " did not run: " + refused.getMessage());
      }
    }
    if (assessments.isEmpty()) {
      throw new BadInputException("nothing could be trained: " + String.join("; ", notes));
    }
    return new EvaluationReport(
        setup(input),
        assessments.stream().map(Assessment::report).toList(),
        experiment.compare(assessments),
        tunings);
  }

  /// Said at once: whoever waits for it need not wait for the end.
  private String leaveOut(String objection) {
    notes.add(objection);
    around.warnings().accept(objection);
    return objection;
  }

  private List<Experiment.Run> runs(InputFiles.Input input) {
    List<Experiment.Run> runs = new ArrayList<>();
    for (long seed : algorithms.seeds()) {
      for (Observations observations : input.folds()) {
        Protocol protocol = options.protocol(input, seed);
        Fold fold =
            slices.described(FoldBuilder.build(observations, protocol, rules()), input.texts());
        folds.add(fold);
        runs.add(
            new Experiment.Run(
                seed,
                fold,
                slices.of(fold),
                new CosineDistance(fold.train().strengths().transpose())));
      }
    }
    return runs;
  }

  private FoldRules rules() {
    return options.rules(slices.itemIds());
  }

  /// The chosen algorithms that the data are enough for. One that was asked for by name is refused
  /// otherwise.
  private List<Algorithm> possible() {
    List<Algorithm> possible = new ArrayList<>();
    for (Algorithm algorithm : algorithms.chosen()) {
      List<Need> missing =
          algorithm.needs().stream()
              .sorted()
              .filter(need -> !Needs.met(folds.getFirst(), need))
              .toList();
      if (missing.isEmpty()) {
        possible.add(algorithm);
      } else {
        String needs = algorithm.name() + " needs " + missing.getFirst().title();
        String remedy = needs + ": " + Needs.remedy(missing.getFirst());
        if (!algorithms.anyWillDo()) {
          throw new BadInputException(remedy);
        }
        notes.add(remedy);
      }
    }
    return possible;
  }

  /// One search per run, each on the training part of its own run: that of another run would hold
  /// pairs that are tested in this one. None for algorithms without anything to tune.
  private List<TuningResult> tune(Algorithm algorithm, InputFiles.Input input) {
    List<TuningResult> results = new ArrayList<>();
    for (long seed : algorithms.seeds()) {
      for (Observations observations : input.folds()) {
        if (!algorithm.space().ranges().isEmpty()) {
          Protocol protocol = options.protocol(input, seed);
          Fold validation =
              Tuner.validation(observations, protocol.parts(observations), protocol, rules(), seed);
          Fold described = slices.described(validation, input.texts());
          Tuner tuner = new Tuner(algorithms.trials, plan, around.room());
          TrainingMemory whole = TrainingMemory.of(folds.get(results.size()).train());
          results.add(tuner.tune(algorithm, described, whole, seed));
        }
      }
    }
    return results;
  }

  private Setup setup(InputFiles.Input input) {
    Fold fold = folds.getFirst();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("training users", (long) fold.users().size());
    counts.put("catalogue items", (long) fold.items().size());
    counts.put("training pairs", (long) fold.train().strengths().size());
    counts.put("test users", (long) fold.tests().size());
    counts.put("hidden items", fold.truths());
    Map<String, Long> skipped = new LinkedHashMap<>(input.skipped());
    skipped.putAll(fold.skipped());
    if (folds.size() > 1) {
      notes.addFirst(folds.size() + " runs: figures are means over all, counts are of the first");
    }
    return new Setup(
        input.description(),
        options.protocol(input, algorithms.seeds().getFirst()).description(),
        plan.sampledCandidates() == 0
            ? "full catalogue"
            : "SAMPLED: hidden items among " + plan.sampledCandidates() + " random ones",
        plan.cuts(),
        algorithms.seeds(),
        counts,
        skipped,
        List.copyOf(notes));
  }
}
