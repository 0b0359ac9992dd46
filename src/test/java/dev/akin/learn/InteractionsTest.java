package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.akin.math.CsrMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InteractionsTest {
  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void whatIsNoNumberIsNoStrength(float strength) {
    CsrMatrix cells =
        new CsrMatrix(2, 3, new int[] {0, 1, 2}, new int[] {0, 2}, new float[] {1, strength});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interactions(cells))
        .withMessage("strengths must be finite, that of user 1 and item 2 is " + strength);
  }

  private static final Interactions FIVE =
      new Interactions(
          new CsrMatrix(
              5,
              3,
              new int[] {0, 2, 2, 3, 4, 5},
              new int[] {0, 2, 1, 0, 2},
              new float[] {1, 2, 3, 4, 5}));

  @Test
  void usersAreSpreadEvenlyOverThoseWithItems() {
    assertThat(FIVE.spread(2)).containsExactly(0, 3);
    assertThat(FIVE.spread(4)).containsExactly(0, 2, 3, 4);
    assertThat(FIVE.spread(9)).containsExactly(0, 2, 3, 4);
  }

  @Test
  void someRowsAreTheRowsOfSomeUsers() {
    Interactions some = FIVE.of(new int[] {0, 3});

    assertThat(some.users()).isEqualTo(2);
    assertThat(some.items()).isEqualTo(3);
    assertThat(some.history(0).items()).containsExactly(0, 2);
    assertThat(some.history(0).strengths()).containsExactly(1, 2);
    assertThat(some.history(1).items()).containsExactly(0);
  }
}
