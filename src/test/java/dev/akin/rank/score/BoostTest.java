package dev.akin.rank.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.RandomCases;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BoostTest {
  @Test
  void aFactorAboveOneMovesUpWhateverTheSign() {
    assertThat(Boost.lift(2, 3)).isEqualTo(6);
    assertThat(Boost.lift(-6, 3)).isEqualTo(-2);
    assertThat(Boost.lift(2, 0.5)).isEqualTo(1);
    assertThat(Boost.lift(-2, 0.5)).isEqualTo(-4);
    assertThat(Boost.lift(0, 9)).isZero();
  }

  @Test
  void aFactorThatIsNoNumberOrOutOfBoundsCannotBreakAScore() {
    assertThat(Boost.lift(5, Double.NaN)).isEqualTo(5);
    assertThat(Boost.lift(5, Double.POSITIVE_INFINITY)).isEqualTo(5000);
    assertThat(Boost.lift(5, -3)).isEqualTo(0.005f);
    assertThat(Boost.lift(-5, 0)).isEqualTo(-5000);
    assertThat(Boost.lift(Float.MAX_VALUE, 2)).isEqualTo(Float.MAX_VALUE);
    assertThat(Boost.lift(-Float.MAX_VALUE, 0.5)).isEqualTo(-Float.MAX_VALUE);
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void theOrderOfScoresIsKeptAndGrowsWithTheFactor(RandomCases.Case given) {
    float[] numbers = given.floats(4);
    double low = Math.exp(Math.min(numbers[0], numbers[1]));
    double high = Math.exp(Math.max(numbers[0], numbers[1]));
    float less = Math.min(numbers[2], numbers[3]);
    float more = Math.max(numbers[2], numbers[3]);

    assertThat(Boost.lift(less, low)).isLessThanOrEqualTo(Boost.lift(more, low));
    assertThat(Boost.lift(less, low)).isLessThanOrEqualTo(Boost.lift(less, high));
    assertThat(Boost.lift(more, low)).isLessThanOrEqualTo(Boost.lift(more, high));
  }

  @Test
  void manyFactorsAreOneProductWithinTheBounds() {
    IntToDoubleFunction twice = _ -> 2;
    IntToDoubleFunction byItem = item -> item;
    IntToDoubleFunction broken = _ -> Double.NaN;

    assertThat(Boost.product(List.of()).applyAsDouble(7)).isEqualTo(1);
    assertThat(Boost.product(List.of(byItem)).applyAsDouble(7)).isEqualTo(7);
    assertThat(Boost.product(List.of(byItem)).applyAsDouble(0)).isEqualTo(Boost.LEAST);
    assertThat(Boost.product(List.of(twice, byItem, broken)).applyAsDouble(7)).isEqualTo(14);
    assertThat(Boost.product(List.of(byItem, byItem)).applyAsDouble(900)).isEqualTo(Boost.MOST);
    assertThat(Boost.product(List.of(byItem, twice)).applyAsDouble(0))
        .isCloseTo(2 * Boost.LEAST, within(1e-12));
  }
}
