package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.math.CsrMatrix;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BasketBuilderTest {
  private static final long START = 1_700_000_000_000L;

  private static long after(Duration time) {
    return START + time.toMillis();
  }

  @Test
  void aPauseOfMoreThanAnHourBeginsANewBasket() {
    EventRows rows =
        new EventRows(
            5,
            new int[] {0, 5, 6},
            new int[] {3, 0, 1, 2, 4, 0},
            new float[] {5, 5, 5, 5, 1, 5},
            new long[] {
              after(Duration.ofHours(5)),
              START,
              after(Duration.ofMinutes(60)),
              after(Duration.ofMinutes(121)),
              after(Duration.ofMinutes(1)),
              START
            },
            new boolean[] {true, true, true, true, false, true},
            0);

    CsrMatrix baskets = BasketBuilder.of(rows).purchases();

    assertThat(baskets.starts()).containsExactly(0, 2, 3, 4, 5);
    assertThat(baskets.indices())
        .as("by time; views are no purchases; every subject has baskets of its own")
        .containsExactly(0, 1, 2, 3, 0);
    assertThat(baskets.columns()).isEqualTo(5);
  }

  @Test
  void theSameItemTwiceIsInTheBasketOnce() {
    EventRows rows =
        new EventRows(
            2,
            new int[] {0, 2},
            new int[] {1, 1},
            new float[] {5, 5},
            new long[] {START, START},
            new boolean[] {true, true},
            0);

    assertThat(BasketBuilder.of(rows).purchases().indices()).containsExactly(1);
  }

  @Test
  void pairsAndPurchasesMakeTheSameBaskets() {
    int[] users = {0, 0, 0, 2, 2};
    int[] items = {3, 0, 1, 0, 2};
    long[] times = {
      after(Duration.ofMinutes(121)),
      START,
      after(Duration.ofMinutes(60)),
      after(Duration.ofMinutes(60)),
      START
    };
    boolean[] bought = {true, true, true, true, true};
    EventRows rows =
        new EventRows(4, new int[] {0, 3, 3, 5}, items, new float[5], times, bought, 0);

    CsrMatrix ofPairs = BasketBuilder.of(new TimedPairs(users, items, times), 4).purchases();

    assertThat(ofPairs.starts()).containsExactly(0, 2, 3, 5);
    assertThat(ofPairs.indices()).containsExactly(0, 1, 3, 0, 2);
    assertThat(BasketBuilder.of(rows).purchases().starts()).containsExactly(ofPairs.starts());
    assertThat(BasketBuilder.of(rows).purchases().indices()).containsExactly(ofPairs.indices());
  }

  @Test
  void withoutPairsThereAreNoBaskets() {
    assertThat(BasketBuilder.of(TimedPairs.NONE, 3).purchases().rows()).isZero();
  }

  @Test
  void withoutPurchasesThereAreNoBaskets() {
    EventRows rows =
        new EventRows(3, new int[1], new int[0], new float[0], new long[0], new boolean[0], 0);

    assertThat(BasketBuilder.of(rows).purchases().rows()).isZero();
  }
}
