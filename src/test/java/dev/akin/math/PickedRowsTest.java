package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PickedRowsTest {
  /// Row 1 is empty; row 3 shares no column with the others.
  private static final PackedMatrix MATRIX =
      PackedMatrix.of(
          9, new int[] {0, 2, 2, 4, 5}, new int[] {3, 8, 0, 8, 5}, new float[] {0.5f, 2, -1, 4, 7});

  @Test
  void columnsAreNumberedInTheOrderInWhichTheyComeUp() {
    assertThat(new PickedRows(MATRIX, new int[] {2, 1, 0}).columns()).containsExactly(0, 8, 3);
    assertThat(new PickedRows(MATRIX, new int[] {1}).columns()).isEmpty();
  }

  @Test
  void rowsAreMultipliedWithEachOther() {
    PickedRows picked = new PickedRows(MATRIX, new int[] {0, 1, 2});
    float[] products = {9, 9, 9};

    picked.products(2, products);
    assertThat(products).containsExactly(new float[] {8, 0, 17}, within(1e-4f));
    picked.products(3, products);
    assertThat(products).containsExactly(0, 0, 0);
    picked.products(0, products);
    assertThat(products)
        .as("nothing is left of the row before")
        .containsExactly(new float[] {4.25f, 0, 8}, within(1e-4f));
  }

  @Test
  void aCombinationIsMultipliedLikeTheRowsThatItIsMadeOf() {
    PickedRows picked = new PickedRows(MATRIX, new int[] {0, 2});

    float[] sum = picked.combination(new float[] {2, 3});

    assertThat(sum).containsExactly(new float[] {1, 16, -3}, within(1e-4f));
    assertThat(picked.product(0, sum)).isCloseTo(2 * 4.25f + 3 * 8, within(1e-4f));
    assertThat(picked.product(3, sum)).isZero();
  }

  @Test
  void aColumnIsFoundByItsNumber() {
    PickedRows picked = new PickedRows(MATRIX, new int[] {0, 1, 2});

    assertThat(picked.number(8)).isEqualTo(1);
    assertThat(picked.number(5)).as("of a row that is not picked").isEqualTo(-1);
    float[] column = {1, 1, 1};
    picked.addColumn(1, 0.5f, column);
    assertThat(column).containsExactly(new float[] {2, 1, 3}, within(1e-4f));
    assertThat(new PickedRows(MATRIX, new int[] {1}).number(8)).isEqualTo(-1);
  }

  @Test
  void manyColumnsAreToldApart() {
    int columns = 3_000;
    int[] all = IntStream.range(0, columns).map(c -> 7 * c).toArray();
    float[] values = new float[columns];
    Arrays.fill(values, 1);
    PickedRows picked =
        new PickedRows(
            PackedMatrix.of(7 * columns, new int[] {0, columns}, all, values), new int[] {0});

    assertThat(picked.columns()).containsExactly(all);
    assertThat(IntStream.range(0, 7 * columns).map(picked::number).filter(n -> n >= 0))
        .hasSize(columns);
  }
}
