package dev.akin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.evaluate.EvaluationPlan;
import dev.akin.evaluate.EvaluationReport;
import dev.akin.evaluate.EvaluationReport.Comparison;
import dev.akin.evaluate.Experiment;
import dev.akin.evaluate.Experiment.Assessment;
import dev.akin.evaluate.HeapRoom;
import dev.akin.evaluate.TinyShop;
import dev.akin.evaluate.metric.CosineDistance;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.FoldBuilder;
import dev.akin.evaluate.split.FoldRules;
import dev.akin.evaluate.split.Protocol;
import dev.akin.learn.Algorithms;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeadingPairsTest {
  private static final EvaluationReport REPORT =
      report("popularity", "item-knn", "pure-svd", "user-knn");

  @Test
  void theBestComesFirstAgainstEveryOtherWithTheClosestOnTop() {
    LeadingPairs pairs = LeadingPairs.of(REPORT, "ndcg@5");
    assertThat(pairs.best()).hasSize(3);
    assertThat(pairs.best()).extracting(Comparison::first).containsOnly(leader());
    assertThat(pairs.best()).extracting(Comparison::second).doesNotHaveDuplicates();
    assertThat(pairs.best()).allMatch(pair -> pair.difference().mean() >= 0);
    assertThat(pairs.best())
        .isSortedAccordingTo((a, b) -> Double.compare(a.difference().mean(), b.difference().mean()))
        .allMatch(pair -> pair.difference().low() <= pair.difference().high());
  }

  @Test
  void theOthersAreComparedWithBaselinesOnly() {
    LeadingPairs pairs = LeadingPairs.of(REPORT, "ndcg@5");
    assertThat(pairs.baselines()).isNotEmpty();
    assertThat(pairs.baselines())
        .extracting(Comparison::second)
        .isSubsetOf("item-knn", "popularity");
    assertThat(pairs.baselines())
        .extracting(Comparison::first)
        .doesNotContain(leader(), "item-knn", "popularity");
  }

  @Test
  void aPairTurnedIsTheSameDifferenceWithTheOtherSign() {
    for (Comparison shown : LeadingPairs.of(REPORT, "ndcg@5").all()) {
      Comparison given =
          REPORT.comparisons().stream()
              .filter(pair -> pair.label().equals("ndcg@5"))
              .filter(pair -> List.of(pair.first(), pair.second()).contains(shown.first()))
              .filter(pair -> List.of(pair.first(), pair.second()).contains(shown.second()))
              .findFirst()
              .orElseThrow();
      int sign = given.first().equals(shown.first()) ? 1 : -1;
      assertThat(shown.difference().mean()).isEqualTo(sign * given.difference().mean());
      assertThat(shown.difference().significant()).isEqualTo(given.difference().significant());
    }
  }

  private static String leader() {
    return REPORT.algorithms().stream()
        .max((a, b) -> Double.compare(mean(a), mean(b)))
        .orElseThrow()
        .name();
  }

  private static double mean(EvaluationReport.AlgorithmReport algorithm) {
    return algorithm.score("ndcg@5").orElseThrow().interval().mean();
  }

  private static EvaluationReport report(String... names) {
    Fold fold =
        FoldBuilder.build(
            TinyShop.observations(150, 40, 3),
            new Protocol.RandomPerUser(0.2, 1),
            FoldRules.DEFAULT);
    CosineDistance distance = new CosineDistance(fold.train().strengths().transpose());
    Experiment experiment =
        new Experiment(
            List.of(new Experiment.Run(1, fold, List.of(), distance)),
            EvaluationPlan.at(5, 1, 1),
            HeapRoom.UNLIMITED,
            () -> 0);
    List<Assessment> assessments =
        Stream.of(names)
            .map(name -> experiment.assess(Algorithms.named(name).orElseThrow(), Map.of()))
            .toList();
    return new EvaluationReport(
        new EvaluationReport.Setup(
            "shop", "random", "all", List.of(5), List.of(1L), Map.of(), Map.of(), List.of()),
        assessments.stream().map(Assessment::report).toList(),
        experiment.compare(assessments),
        List.of());
  }
}
