package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.akin.learn.Algorithm.Feedback;
import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.TopK;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.model.ItemScorer.Profile;
import dev.akin.model.ModelBytes;
import dev.akin.model.PopularityModel;
import dev.akin.model.UserNeighbourModel;
import dev.akin.model.UserScorer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every algorithm promises that has a name. Whatever is registered is tested here, with its
/// defaults where they suit a few dozen rows.
class EveryAlgorithmTest {
  private static final int PLANTED = 30;

  /// Where the defaults are for larger data.
  private static final Map<String, Map<String, Double>> SMALL =
      Map.of(
          "als", Map.of("factors", 6.0, "iterations", 20.0),
          "pure-svd", Map.of("factors", 2.0),
          "autoencoder",
              Map.of("hidden", 6.0, "dropout", 0.2, "learningRate", 0.02, "weightDecay", 0.01),
          "ratings",
              Map.of(
                  "factors",
                  3.0,
                  "tasteFeatures",
                  2.0,
                  "burnIn",
                  10.0,
                  "draws",
                  8.0,
                  "thinning",
                  2.0));

  /// No linear models: their scores do not split.
  private static final Set<String> WITHOUT_SHARES =
      Set.of("autoencoder", "ratings", "kernel", "blend-kernel");

  /// Chance is drawn by row, so that other rows get other draws: same truth, other decimals.
  private static final Set<String> DRAWN_BY_ROW =
      Set.of("autoencoder", "ratings", "blend", "blend-kernel");

  static Stream<Named<Algorithm>> all() {
    return Algorithms.all().stream().map(algorithm -> Named.of(algorithm.name(), algorithm));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theHiddenItemOfEveryUserIsFound(Algorithm algorithm) {
    int[] natural = IntStream.range(0, PLANTED).toArray();
    findsTheHidden(algorithm, natural, natural);
  }

  @ParameterizedTest
  @MethodSource("all")
  void neitherTheOrderOfUsersNorTheNumbersOfItemsMatter(Algorithm algorithm) {
    findsTheHidden(algorithm, GivenCase.shuffled(PLANTED, 11), GivenCase.shuffled(PLANTED, 12));
  }

  private static void findsTheHidden(Algorithm algorithm, int[] numbers, int[] rows) {
    GivenCase planted = GivenCase.planted(algorithm, numbers, rows);
    ItemScorer model = fit(algorithm, planted);
    assertThat(model.items()).isEqualTo(PLANTED);
    for (int user = 0; user < PLANTED; user++) {
      if (model instanceof PopularityModel) {
        float[] everybody = scores(model.profile(History.EMPTY), PLANTED);
        assertThat(scores(profile(model, planted, user), PLANTED)).containsExactly(everybody);
      } else {
        int[] best = unseen(model, planted, rows[user], 1);
        assertThat(best).as("user %d", user).containsExactly(numbers[user]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theOppositeOrderOfUsersGivesNearlyTheSameScores(Algorithm algorithm) {
    GivenCase given = GivenCase.random(7, 20);
    GivenCase reversed = given.reversed();
    float[] expected = scores(profile(fit(algorithm, given), given, 0), given);
    int last = given.interactions().users() - 1;
    float[] actual = scores(profile(fit(algorithm, reversed), reversed, last), given);
    assertThat(actual).hasSameSizeAs(expected);
    for (int item = 0; !DRAWN_BY_ROW.contains(algorithm.name()) && item < actual.length; item++) {
      double tolerance = 0.05 * (1 + Math.abs(expected[item]));
      assertThat((double) actual[item]).isCloseTo(expected[item], within(tolerance));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSameSeedGivesTheSameBytesWhateverTheThreads(Algorithm algorithm) {
    GivenCase given = GivenCase.random(5, 40);
    byte[] expected = ModelBytes.of(fit(algorithm, given));
    for (int threads = 1; threads <= 3; threads++) {
      byte[] again = ModelBytes.of(trainer(algorithm, given, threads).fit(given.interactions()));
      assertThat(again).as("%d threads", threads).containsExactly(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void scoresAreNumbersAndSharesSumToThem(Algorithm algorithm) {
    for (int size : new int[] {0, 1, 2, 5, 12, 25}) {
      GivenCase given = GivenCase.random(size, size);
      ItemScorer model = fit(algorithm, given);
      float[] constant = scores(model.profile(History.EMPTY), given);
      for (int user = 0; user < Math.min(4, given.interactions().users()); user++) {
        Profile profile = profile(model, given, user);
        float[] scores = scores(profile, given);
        for (int item = 0; item < scores.length; item++) {
          assertThat(Float.isFinite(scores[item])).as("size %d: %s", size, scores[item]).isTrue();
          sharesSumTo(scores[item] - constant[item], profile.contributions(item), algorithm, model);
        }
      }
    }
  }

  private static void sharesSumTo(
      double score, double[] shares, Algorithm algorithm, ItemScorer model) {
    boolean owed =
        !WITHOUT_SHARES.contains(algorithm.name()) && !(model instanceof PopularityModel);
    if (owed && score != 0) {
      assertThat(shares).isNotEmpty();
    }
    if (shares.length > 0) {
      double tolerance = 1e-4 * (1 + Math.abs(score));
      assertThat(Arrays.stream(shares).sum()).isCloseTo(score, within(tolerance));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsStoredGivesTheSameScoresWhenReadBack(Algorithm algorithm) {
    for (GivenCase given : List.of(GivenCase.random(3, 12), GivenCase.planted(algorithm, 6))) {
      ItemScorer model = fit(algorithm, given);
      ModelBytes.readBack(model)
          .ifPresent(copy -> {
            assertThat(ModelBytes.of(copy)).containsExactly(ModelBytes.of(model));
            assertThat(scores(profile(copy, given, 0), given))
                .containsExactly(scores(profile(model, given, 0), given));
          });
      boolean holdsUsers = model instanceof UserNeighbourModel || model instanceof UserScorer;
      assertThat(holdsUsers && ModelBytes.fitsARelease(model))
          .as("a release must not carry what users did")
          .isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPairMetSeveralTimesIsOnePairOfTheirStrength(Algorithm algorithm) {
    CsrBuilder several = new CsrBuilder();
    CsrBuilder summed = new CsrBuilder();
    for (int user = 0; user < 6; user++) {
      for (int item = user % 2; item < 6; item += 2) {
        several.add(user, item, 1);
        several.add(user, item, 2);
        summed.add(user, item, 3);
      }
    }
    assertThat(ModelBytes.of(fit(algorithm, GivenCase.of(several.build(6, 6)))))
        .containsExactly(ModelBytes.of(fit(algorithm, GivenCase.of(summed.build(6, 6)))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void moreItemsThanThereAreGiveAllThatWereNotSeen(Algorithm algorithm) {
    GivenCase given = GivenCase.random(4, 15);
    ItemScorer model = fit(algorithm, given);
    History history = given.interactions().history(0);
    int[] best = unseen(model, given, 0, 1000);
    assertThat(best).hasSize(given.interactions().items() - history.size());
    assertThat(Arrays.stream(best).distinct().count()).isEqualTo(best.length);
    assertThat(best).doesNotContain(history.items());
  }

  @ParameterizedTest
  @MethodSource("all")
  void emptyRowsAndColumnsOneUserAndNobodyAreNoTrouble(Algorithm algorithm) {
    CsrBuilder sparse = new CsrBuilder();
    sparse.add(0, 0, 1);
    sparse.add(2, 3, 2);
    sparse.add(2, 0, 4);
    CsrBuilder one = new CsrBuilder();
    one.add(0, 0, 2);
    List<CsrMatrix> matrices =
        List.of(
            sparse.build(4, 5),
            one.build(1, 1),
            one.build(1, 3),
            one.build(3, 1),
            new CsrBuilder().build(2, 3),
            new CsrBuilder().build(0, 3),
            new CsrBuilder().build(0, 0));
    for (CsrMatrix matrix : matrices) {
      GivenCase given = GivenCase.of(matrix);
      ItemScorer model = fit(algorithm, given);
      assertThat(model.items()).isEqualTo(matrix.columns());
      assertThat(finite(scores(model.profile(History.EMPTY), given))).isTrue();
      for (int user = 0; user < matrix.rows(); user++) {
        assertThat(finite(scores(profile(model, given, user), given))).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anEmptyHistorySaysNothingUnlessNothingIsPersonal(Algorithm algorithm) {
    GivenCase given = GivenCase.planted(algorithm, 8);
    ItemScorer model = fit(algorithm, given);
    boolean same = model instanceof PopularityModel || model instanceof UserScorer;
    float[] scores = scores(model.profile(History.EMPTY), given);
    assertThat(same || Arrays.equals(scores, new float[scores.length])).isTrue();
  }

  @ParameterizedTest
  @MethodSource("all")
  void strengthsAreNotNegativeUnlessTheyAreRatings(Algorithm algorithm) {
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 0, 1);
    cells.add(1, 0, -0.5f);
    cells.add(1, 1, 1);
    GivenCase given = GivenCase.of(cells.build(2, 2));
    if (algorithm.feedback() == Feedback.RATINGS) {
      assertThat(finite(scores(fit(algorithm, given).profile(History.EMPTY), given))).isTrue();
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> fit(algorithm, given))
          .withMessage("strengths must be not negative, that of user 1 and item 0 is -0.5");
    }
  }

  /// The largest value that is read from files, beside ones.
  @ParameterizedTest
  @MethodSource("all")
  void aHugeStrengthGivesNumbersStill(Algorithm algorithm) {
    CsrMatrix ordinary = GivenCase.random(8, 25).interactions().strengths();
    float[] values = new float[ordinary.size()];
    Arrays.fill(values, 1);
    values[values.length / 2] = 1e9f;
    GivenCase given =
        GivenCase.of(
            new CsrMatrix(
                ordinary.rows(),
                ordinary.columns(),
                ordinary.starts(),
                ordinary.indices(),
                values));
    ItemScorer model = fit(algorithm, given);
    for (int user = 0; user < given.interactions().users(); user++) {
      assertThat(finite(scores(profile(model, given, user), given))).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatWasGivenIsLeftAsItWas(Algorithm algorithm) {
    GivenCase given = GivenCase.random(6, 20);
    CsrMatrix cells = given.interactions().strengths();
    float[] values = cells.values().clone();
    int[] indices = cells.indices().clone();
    fit(algorithm, given);
    assertThat(cells.values()).containsExactly(values);
    assertThat(cells.indices()).containsExactly(indices);
  }

  private static Trainer trainer(Algorithm algorithm, GivenCase given, int threads) {
    return algorithm.trainer(
        TrainingSettings.of(42, threads)
            .withValues(SMALL.getOrDefault(algorithm.name(), Map.of()))
            .withContext(given.context(algorithm)));
  }

  private static ItemScorer fit(Algorithm algorithm, GivenCase given) {
    return trainer(algorithm, given, 1).fit(given.interactions());
  }

  /// As an evaluation ranks: a model that knows its users is asked about them by number.
  private static Profile profile(ItemScorer model, GivenCase given, int user) {
    return model instanceof UserScorer known
        ? known.profile(user)
        : model.profile(given.interactions().history(user));
  }

  private static float[] scores(Profile profile, GivenCase given) {
    return scores(profile, given.interactions().items());
  }

  private static float[] scores(Profile profile, int items) {
    float[] scores = new float[items];
    Arrays.fill(scores, Float.NaN);
    profile.scores(scores);
    return scores;
  }

  private static int[] unseen(ItemScorer model, GivenCase given, int user, int count) {
    int[] seen = given.interactions().history(user).items();
    float[] scores = scores(profile(model, given, user), given);
    return TopK.of(scores, count, item -> Arrays.binarySearch(seen, item) < 0);
  }

  private static boolean finite(float[] scores) {
    return IntStream.range(0, scores.length).allMatch(item -> Float.isFinite(scores[item]));
  }
}
