package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.akin.evaluate.metric.Bootstrap;
import dev.akin.evaluate.metric.RankingMetric;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.FoldBuilder;
import dev.akin.evaluate.split.FoldRules;
import dev.akin.evaluate.split.ObservationCollector;
import dev.akin.evaluate.split.Part;
import dev.akin.evaluate.split.Protocol;
import dev.akin.evaluate.split.TestUser;
import dev.akin.evaluate.split.UnfitInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankerTest {
  private static final Fold FOLD =
      FoldBuilder.build(
          new ObservationCollector()
              .add("ann", "a", 1, 0, Part.TRAIN)
              .add("ann", "c", 1, 0, Part.TEST)
              .add("ann", "z", 1, 0, Part.TEST)
              .add("bob", "b", 1, 0, Part.TRAIN)
              .add("bob", "c", 1, 0, Part.TRAIN)
              .add("bob", "d", 1, 0, Part.TRAIN)
              .build(),
          new Protocol.Given("files"),
          FoldRules.DEFAULT);

  @Test
  void theCatalogueWithoutTheHistoryIsRankedBestFirst() {
    Ranking ranking = rank(3, 0.9f, 0.1f, 0.5f, 0.3f);
    assertThat(ranking.items()[0]).containsExactly(2, 3, 1);
    assertThat(ranking.scores()[0]).containsExactly(0.5f, 0.3f, 0.1f);
  }

  @Test
  void equalScoresAreOrderedById() {
    assertThat(rank(3, 1, 1, 1, 1).items()[0]).containsExactly(1, 2, 3);
  }

  @Test
  void aListIsShorterThanTheCutIfNothingElseIsLeft() {
    Ranking ranking = rank(4, 1, 2, 3, 4);
    assertThat(ranking.items()[0]).containsExactly(3, 2, 1);
    assertThat(UserValues.of(FOLD, ranking, RankingMetric.PRECISION, 4)).containsExactly(0.25);
  }

  @Test
  void hiddenItemsUnknownInTrainingCountButCannotBeHit() {
    Ranking ranking = rank(1, 0, 0, 1, 0);
    assertThat(UserValues.of(FOLD, ranking, RankingMetric.RECALL, 1)).containsExactly(0.5);
    assertThat(UserValues.of(FOLD, ranking, RankingMetric.HIT, 1)).containsExactly(1);
  }

  @Test
  void aCutLargerThanTheCatalogueIsRefused() {
    assertThatExceptionOfType(UnfitInputException.class)
        .isThrownBy(() -> rank(5, 1, 2, 3, 4))
        .withMessageContaining("k is 5")
        .withMessageContaining("4 items");
  }

  @Test
  void threadsDoNotChangeTheLists() {
    Fold fold = shop();
    Ranking one = new Ranker(fold, plan(8, 1)).rank(Scorers.counts(fold.train(), 1));
    Ranking four = new Ranker(fold, plan(8, 4)).rank(Scorers.counts(fold.train(), 1));
    assertThat(four.items()).isDeepEqualTo(one.items());
    assertThat(four.scores()).isDeepEqualTo(one.scores());
  }

  @Test
  void nobodyIsRecommendedWhatIsInTheHistory() {
    Fold fold = shop();
    Ranking ranking = new Ranker(fold, plan(8, 2)).rank(Scorers.counts(fold.train(), 1));
    for (int user = 0; user < ranking.items().length; user++) {
      assertThat(fold.tests().get(user).history().items()).doesNotContain(ranking.items()[user]);
    }
  }

  @Test
  void sampledCandidatesAreTheHiddenItemsAndSomeOthers() {
    Fold fold = shop();
    EvaluationPlan sampled = new EvaluationPlan(List.of(20), 4, Bootstrap.seeded(1), 1, 2);
    Ranking ranking = new Ranker(fold, sampled).rank(Scorers.counts(fold.train(), 1));
    for (int user = 0; user < ranking.items().length; user++) {
      TestUser test = fold.tests().get(user);
      assertThat(ranking.items()[user])
          .hasSize(test.relevant().length + 4)
          .contains(test.relevant());
    }
  }

  private static Fold shop() {
    return FoldBuilder.build(
        TinyShop.observations(80, 40, 3), new Protocol.RandomPerUser(0.2, 1), FoldRules.DEFAULT);
  }

  private static EvaluationPlan plan(int k, int threads) {
    return EvaluationPlan.at(k, 1, threads);
  }

  private static Ranking rank(int k, float... scores) {
    return new Ranker(FOLD, plan(k, 1)).rank(Scorers.fixed(scores));
  }
}
