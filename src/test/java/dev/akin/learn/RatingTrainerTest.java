package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.SeededRandom;
import dev.akin.model.RatingModel;
import dev.akin.model.RatingModelCodec;
import dev.akin.model.UnreadableModelException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RatingTrainerTest {
  private static final RatingParameters SMALL =
      RatingParameters.DEFAULT
          .withFactors(3)
          .withTasteFeatures(2)
          .withChain(15, 10, 2)
          .withThreads(1);
  private static final int USERS = 60;
  private static final int ITEMS = 50;

  /// A rank-one taste on top of biases, half of the cells hidden.
  private static final class Planted {
    final Ratings ratings;
    final float[] truth = new float[USERS * ITEMS];
    final boolean[] shown = new boolean[USERS * ITEMS];

    Planted(double scale) {
      SeededRandom random = new SeededRandom(5);
      double[] taste = normal(random, USERS);
      double[] kind = normal(random, ITEMS);
      double[] bias = normal(random, ITEMS);
      CsrBuilder cells = new CsrBuilder();
      for (int cell = 0; cell < truth.length; cell++) {
        int user = cell / ITEMS;
        int item = cell % ITEMS;
        truth[cell] = (float) (scale * (10 + taste[user] * kind[item] + 0.5 * bias[item]));
        shown[cell] = random.nextDouble() < 0.5;
        if (shown[cell]) {
          cells.add(user, item, truth[cell]);
        }
      }
      ratings = Ratings.of(cells.build(USERS, ITEMS));
    }

    double hiddenError(RatingModel model) {
      double squares = 0;
      int count = 0;
      for (int cell = 0; cell < truth.length; cell++) {
        if (!shown[cell]) {
          double error = model.predict(cell / ITEMS, cell % ITEMS) - truth[cell];
          squares += error * error;
          count++;
        }
      }
      return Math.sqrt(squares / count);
    }
  }

  private static double[] normal(SeededRandom random, int count) {
    return IntStream.range(0, count).mapToDouble(n -> random.nextGaussian()).toArray();
  }

  private static RatingModel fit(Ratings ratings) {
    return new RatingTrainer(SMALL).fit(ratings);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 100})
  void aPlantedTasteIsRecoveredOnAnyScale(double scale) {
    Planted planted = new Planted(scale);
    assertThat(planted.hiddenError(fit(planted.ratings))).isLessThan(0.25 * scale);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyNumberOfThreadsGivesTheSameBytes(int threads) {
    Ratings ratings = new Planted(1).ratings;
    byte[] expected = RatingModelCodec.encode(fit(ratings));
    RatingModel model = new RatingTrainer(SMALL.withThreads(threads)).fit(ratings);
    assertThat(RatingModelCodec.encode(model)).containsExactly(expected);
  }

  @Test
  void anotherSeedGivesAnotherModelOfTheSameQuality() {
    Planted planted = new Planted(1);
    RatingModel first = fit(planted.ratings);
    RatingModel second = new RatingTrainer(SMALL.withSeed(7)).fit(planted.ratings);
    assertThat(second).isNotEqualTo(first);
    double error = planted.hiddenError(first);
    assertThat(planted.hiddenError(second)).isCloseTo(error, within(0.1));
  }

  @Test
  void aModelReadBackPredictsTheSame() {
    RatingModel model = fit(new Planted(1).ratings);
    byte[] bytes = RatingModelCodec.encode(model);
    RatingModel copy = RatingModelCodec.decode(bytes);
    assertThat(RatingModelCodec.encode(copy)).containsExactly(bytes);
    for (int user = -1; user <= USERS; user++) {
      assertThat(copy.predict(user, 3)).isEqualTo(model.predict(user, 3));
    }
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
    assertThatThrownBy(() -> RatingModelCodec.decode(cut))
        .isInstanceOf(UnreadableModelException.class);
  }

  @Test
  void strangersGetWhatTheOtherSideSays() {
    CsrBuilder cells = new CsrBuilder();
    for (int user = 0; user < 30; user++) {
      cells.add(user, 0, 5);
      cells.add(user, 1, 1);
    }
    RatingModel model = fit(Ratings.of(cells.build(31, 3)));
    assertThat(model.predict(-1, -1)).isEqualTo(3);
    assertThat(model.predict(-1, 0)).isGreaterThan(4);
    assertThat(model.predict(99, 1)).isLessThan(2);
    assertThat(model.predict(30, 0)).as("a user without ratings").isGreaterThan(4);
    assertThat(model.predict(0, 2)).as("an item without ratings").isBetween(2.0, 4.0);
  }

  @Test
  void predictionsStayOnTheScale() {
    Planted planted = new Planted(1);
    RatingModel model = fit(planted.ratings);
    for (int cell = 0; cell < USERS * ITEMS; cell++) {
      double rating = model.predict(cell / ITEMS, cell % ITEMS);
      assertThat(rating).isBetween(model.scale().lowest(), model.scale().highest());
    }
  }

  @Test
  void attributesCarryItemsThatNobodyHasRated() {
    int items = 40;
    CsrBuilder cells = new CsrBuilder();
    CsrBuilder kinds = new CsrBuilder();
    for (int item = 0; item < items; item++) {
      kinds.add(item, item % 2, 1);
      for (int user = 0; item >= 2 && user < 20; user++) {
        cells.add(user, item, user % 2 == item % 2 ? 5 : 1);
      }
    }
    CsrMatrix ofItems = kinds.build(items, 2);
    CsrMatrix ofUsers = new CsrBuilder().build(20, 0);
    Ratings ratings = Ratings.of(cells.build(20, items)).withAttributes(ofUsers, ofItems);
    RatingModel model = fit(ratings);
    for (int user = 0; user < 20; user++) {
      assertThat(model.predict(user, user % 2)).isGreaterThan(4);
      assertThat(model.predict(user, 1 - user % 2)).isLessThan(2);
    }
  }

  @Test
  void equalRatingsArePredictedExactly() {
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 0, 4);
    cells.add(1, 1, 4);
    RatingModel model = fit(Ratings.of(cells.build(2, 2)));
    assertThat(model.predict(0, 1)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void withoutRatingsEverythingIsZero(int size) {
    RatingModel model = fit(Ratings.of(new CsrBuilder().build(size, size)));
    assertThat(model.predict(0, 0)).isZero();
  }

  @Test
  void ofSeveralRatingsOfOneItemTheMeanCounts() {
    int[] users = {1, 0, 1};
    int[] items = {2, 0, 2};
    Ratings ratings = Ratings.of(2, 3, users, items, new float[] {1, 0, 4});
    assertThat(ratings.values().values()).containsExactly(0, 2.5f);
    assertThat(ratings.values().indices()).startsWith(0, 2);
  }

  @Test
  void impossibleInputIsRefused() {
    CsrMatrix two = new CsrBuilder().build(2, 2);
    CsrMatrix three = new CsrBuilder().build(3, 1);
    assertThatThrownBy(() -> new Ratings(two, three, two)).hasMessageContaining("attributes of 3");
    assertThatThrownBy(() -> SMALL.withFactors(0)).hasMessage("factors must be in 1..256, was 0");
    assertThatThrownBy(() -> SMALL.withChain(0, 1, 1)).hasMessageContaining("burnIn");
    assertThatThrownBy(() -> SMALL.withChain(1, 0, 1)).hasMessageContaining("draws");
    assertThatThrownBy(() -> SMALL.withThreads(0)).hasMessageContaining("threads");
  }
}
