package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.evaluate.EvaluationReport.AlgorithmReport;
import dev.akin.evaluate.EvaluationReport.Comparison;
import dev.akin.evaluate.EvaluationReport.SliceScore;
import dev.akin.evaluate.Experiment.Assessment;
import dev.akin.evaluate.Experiment.Run;
import dev.akin.evaluate.metric.RankingMetric;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.FoldBuilder;
import dev.akin.evaluate.split.FoldRules;
import dev.akin.evaluate.split.Protocol;
import dev.akin.learn.Algorithm.Feedback;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExperimentTest {
  private static final Run FIRST = run(1);
  private static final Run SECOND = run(2);

  @Test
  void scoresAreMeansOfThePerUserValues() {
    Assessment popular = experiment(1, FIRST).assess(Scorers.counting("popular", 1), Map.of());
    double[] values = UserValues.of(FIRST.fold(), popular.first(), RankingMetric.NDCG, 5);
    assertThat(score(popular, "ndcg@5"))
        .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-12));
    assertThat(score(popular, "coverage@5")).isBetween(0.1, 0.9);
  }

  @Test
  void bestSellersBeatTheRarestItemsSignificantly() {
    Experiment experiment = experiment(2, FIRST);
    List<Comparison> comparisons =
        experiment.compare(
            List.of(
                experiment.assess(Scorers.counting("popular", 1), Map.of()),
                experiment.assess(Scorers.counting("rare", -1), Map.of())));
    assertThat(comparisons).extracting(Comparison::label).containsExactly("ndcg@5", "recall@5");
    assertThat(comparisons).allMatch(pair -> pair.difference().low() > 0);
  }

  @Test
  void anAlgorithmDoesNotDifferFromItself() {
    Experiment experiment = experiment(1, FIRST, SECOND);
    Assessment popular = experiment.assess(Scorers.counting("popular", 1), Map.of());
    assertThat(experiment.compare(List.of(popular, popular)))
        .allMatch(pair -> pair.difference().mean() == 0 && !pair.difference().significant());
  }

  @Test
  void severalSeedsAreAveraged() {
    double first = score(assess(FIRST), "recall@5");
    double second = score(assess(SECOND), "recall@5");
    Assessment both = assess(FIRST, SECOND);
    assertThat(first).isNotEqualTo(second);
    assertThat(score(both, "recall@5")).isCloseTo((first + second) / 2, within(1e-12));
    List<Map<String, Double>> bySeed = both.report().bySeed();
    assertThat(bySeed).hasSize(2);
    assertThat(bySeed.getFirst().get("recall@5")).isCloseTo(first, within(1e-12));
    assertThat(bySeed.getLast().get("recall@5")).isCloseTo(second, within(1e-12));
  }

  @Test
  void threadsDoNotChangeTheReport() {
    AlgorithmReport one =
        experiment(1, FIRST).assess(Scorers.counting("popular", 1), Map.of()).report();
    AlgorithmReport three =
        experiment(3, FIRST).assess(Scorers.counting("popular", 1), Map.of()).report();
    assertThat(three).isEqualTo(one);
  }

  @Test
  void learningCurvesOfTheFirstRunAreKept() {
    assertThat(assess(FIRST, SECOND).report().curves())
        .isEqualTo(Map.of("loss", List.of(0.5, 0.25)));
  }

  @Test
  void slicesShowWhereBestSellersFail() {
    List<SliceScore> slices = assess(FIRST).report().slices();
    SliceScore head = slice(slices, "head");
    SliceScore tail = slice(slices, "tail");
    assertThat(head.exposure() + tail.exposure()).isCloseTo(1, within(1e-9));
    assertThat(head.share() + tail.share()).isCloseTo(1, within(1e-9));
    assertThat(head.exposure()).isGreaterThan(head.share());
    assertThat(head.quality().mean()).isGreaterThan(tail.quality().mean());
  }

  @Test
  void attributesOfUsersAndItemsBecomeSlices() {
    String user = FIRST.fold().tests().getFirst().id();
    String item = FIRST.fold().items().id(0);
    assertThat(Slices.byUser("group", Map.of(user, Set.of("x", "y"))))
        .extracting(Slice::name)
        .containsExactly("group = x", "group = y");
    Slice only = Slices.byItem(FIRST.fold(), "colour", Map.of(item, Set.of("red"))).getFirst();
    assertThat(only)
        .isInstanceOfSatisfying(
            Slice.OfItems.class,
            slice -> {
              assertThat(slice.members()[0]).isTrue();
              assertThat(slice.members()).hasSize(FIRST.fold().items().size());
            });
  }

  @Test
  void algorithmsThatPredictValuesAreMeasuredByTheirErrors() {
    Assessment three =
        experiment(1, FIRST).assess(Scorers.algorithm("three", Feedback.RATINGS, _ -> 3), Map.of());
    double squares = 0;
    double count = 0;
    for (var test : FIRST.fold().tests()) {
      for (int p = 0; p < test.ratings().items().length; p++) {
        // A scorer of known items says nothing about new ones.
        if (test.ratings().items()[p] >= 0) {
          double error = test.ratings().values()[p] - 3.0;
          squares += error * error;
          count++;
        }
      }
    }
    assertThat(score(three, "mse")).isCloseTo(squares / count, within(1e-9));
    assertThat(score(three, "rmse")).isCloseTo(Math.sqrt(squares / count), within(1e-9));
    assertThat(three.report().score("logLoss")).isEmpty();
  }

  private static Assessment assess(Run... runs) {
    return experiment(1, runs).assess(Scorers.counting("popular", 1), Map.of());
  }

  private static Experiment experiment(int threads, Run... runs) {
    return new Experiment(
        List.of(runs), EvaluationPlan.at(5, 1, threads), HeapRoom.UNLIMITED, () -> 0);
  }

  private static Run run(long seed) {
    Fold fold =
        FoldBuilder.build(
            TinyShop.observations(120, 40, 3),
            new Protocol.RandomPerUser(0.3, seed),
            FoldRules.DEFAULT);
    return Run.standard(seed, fold);
  }

  private static double score(Assessment assessment, String label) {
    return assessment.report().score(label).orElseThrow().interval().mean();
  }

  private static SliceScore slice(List<SliceScore> slices, String start) {
    return slices.stream()
        .filter(slice -> slice.name().startsWith(start))
        .findFirst()
        .orElseThrow();
  }
}
