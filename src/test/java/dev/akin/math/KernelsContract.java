package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What both twins must do, against sums in double and for every length of a tail.
abstract class KernelsContract {
  private static final double TOLERANCE = 1e-4;

  abstract Kernels kernels();

  @Test
  void dotOfAKnownPair() {
    float[] a = {3, 4, 5, 2, 1};
    float[] b = {4, 3, 2, 5, 1};
    assertThat(kernels().dot(a, 0, b, 0, 5)).isEqualTo(45);
    assertThat(kernels().dot(a, 1, b, 2, 3)).isEqualTo(4 * 2 + 5 * 5 + 2 * 1);
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void dotIsTheSumOfProducts(RandomCases.Case given) {
    int length = given.size();
    float[] values = given.floats(2 * length + 3);
    double expected = 0;
    for (int i = 0; i < length; i++) {
      expected += (double) values[1 + i] * values[length + 3 + i];
    }
    assertThat((double) kernels().dot(values, 1, values, length + 3, length))
        .isCloseTo(expected, within(TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void axpyAddsToItsRangeOnly(RandomCases.Case given) {
    int length = given.size();
    float[] x = given.floats(length + 1);
    float[] into = new float[length + 4];
    Arrays.fill(into, 7);
    kernels().axpy(-0.5f, x, 1, into, 2, length);
    for (int i = 0; i < into.length; i++) {
      boolean inside = i >= 2 && i < length + 2;
      double expected = inside ? 7 - 0.5 * x[i - 1] : 7;
      assertThat((double) into[i]).as("element %d", i).isCloseTo(expected, within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void outerProductsFillTheUpperTriangle(RandomCases.Case given) {
    int k = given.size();
    int rows = given.random().nextInt(9);
    int first = k == 0 ? 0 : given.random().nextInt(k);
    float[] values = given.floats(rows * k + 2);
    float[] gram = new float[k * k];
    Arrays.fill(gram, 1);
    kernels().addOuter(new Panel(values, 2, rows, k), -1, first, gram);
    for (int a = 0; a < k; a++) {
      for (int b = a; b < k; b++) {
        double expected = 1;
        for (int n = 0; n < rows && a >= first; n++) {
          expected -= (double) values[2 + n * k + a] * values[2 + n * k + b];
        }
        assertThat((double) gram[a * k + b]).isCloseTo(expected, within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void productsOfMatricesAreAddedInEitherOrderOfTheLeft(RandomCases.Case given) {
    int columns = 2 * given.size();
    int rows = 1 + given.random().nextInt(9);
    int inner = given.random().nextInt(7);
    float[] left = given.floats((rows + 1) * inner);
    float[] right = given.floats(inner * columns + 3);
    Panel panel = new Panel(right, 3, inner, columns);
    float[] byRow = new float[rows * columns + 1];
    Arrays.fill(byRow, 1);
    float[] byColumn = byRow.clone();
    kernels().addProduct(Strided.rows(left, 1, inner), rows, panel, byRow, 1);
    float[] transposed = new float[(rows + 2) * inner];
    for (int n = 0; n < inner * rows; n++) {
      transposed[n % inner * (rows + 2) + n / inner] = left[inner + n];
    }
    kernels().addProduct(new Strided(transposed, 0, 1, rows + 2), rows, panel, byColumn, 1);
    assertThat(byColumn).containsExactly(byRow);
    assertThat(byRow[0]).isEqualTo(1);
    for (int cell = 0; cell < rows * columns; cell++) {
      double expected = 1;
      for (int n = 0; n < inner; n++) {
        expected +=
            (double) left[(1 + cell / columns) * inner + n]
                * right[3 + n * columns + cell % columns];
      }
      assertThat((double) byRow[1 + cell]).isCloseTo(expected, within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void theProductOfTwoTilesIsSubtractedFromTheirSquareOnly(RandomCases.Case given) {
    int depth = given.size();
    int columns = 2 * TiledPanel.WIDTH;
    TiledPanel panel = new TiledPanel(given.floats(depth * columns), 2, depth);
    float[] matrix = new float[columns * columns];
    kernels().subtractTile(panel, 0, 1, matrix);
    for (int a = 0; a < columns; a++) {
      for (int b = 0; b < columns; b++) {
        double expected = 0;
        boolean inside = a < TiledPanel.WIDTH && b >= TiledPanel.WIDTH;
        for (int n = 0; n < depth && inside; n++) {
          float left = panel.values()[n * TiledPanel.WIDTH + a];
          int right = (depth + n) * TiledPanel.WIDTH + b - TiledPanel.WIDTH;
          expected -= (double) left * panel.values()[right];
        }
        assertThat((double) matrix[a * columns + b]).isCloseTo(expected, within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void pickedRowsAreCopiedSideBySideTimesTheirFactor(RandomCases.Case given) {
    SelectedRows rows = selected(given);
    float[] factors = new RandomCases.Case(given.seed() + 1, 0).floats(rows.count() + 2);
    int width = rows.width();
    float[] panel = new float[rows.count() * width + 1];
    panel[panel.length - 1] = 7;
    kernels().gather(rows, factors, 2, panel);
    for (int p = 0; p < panel.length - 1; p++) {
      float expected = factors[2 + p / width] * rows.values()[rows.offset(p / width) + p % width];
      assertThat(panel[p]).as("value %d", p).isEqualTo(expected);
    }
    assertThat(panel[panel.length - 1]).isEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void productsOfPickedRowsAreAdded(RandomCases.Case given) {
    SelectedRows rows = selected(given);
    float[] x = new RandomCases.Case(given.seed() + 1, 0).floats(rows.width() + 2);
    float[] into = new float[rows.count() + 1];
    Arrays.fill(into, 1);
    kernels().addProducts(rows, x, 2, into);
    for (int n = 0; n < rows.count(); n++) {
      double expected = 1 + product(rows, n, x, 2);
      assertThat((double) into[n]).isCloseTo(expected, within(TOLERANCE));
    }
    assertThat(into[rows.count()]).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void aCombinationOfRowsIsAddedToItsRangeOnly(RandomCases.Case given) {
    int columns = 3 * given.size();
    int rows = given.random().nextInt(6);
    float[] values = given.floats(rows * columns + 1);
    float[] weights = new RandomCases.Case(given.seed() + 1, 0).floats(rows);
    float[] into = new float[columns + 3];
    Arrays.fill(into, 1);
    kernels().addCombination(new Panel(values, 1, rows, columns), weights, into, 2);
    for (int p = 0; p < into.length; p++) {
      double expected = 1;
      for (int n = 0; n < rows && p >= 2 && p < columns + 2; n++) {
        expected += (double) weights[n] * values[1 + n * columns + p - 2];
      }
      assertThat((double) into[p]).as("value %d", p).isCloseTo(expected, within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void rowsAreAddedByTheirError(RandomCases.Case given) {
    SelectedRows rows = selected(given);
    int width = rows.width();
    float[] weights = new RandomCases.Case(given.seed() + 1, 0).floats(rows.indices().length);
    float[] x = new RandomCases.Case(given.seed() + 2, 0).floats(width);
    float[] into = new float[width + 1];
    Arrays.fill(into, 1);
    kernels().addErrors(rows, weights, x, 0.5f, into);
    for (int c = 0; c < width; c++) {
      double expected = 1;
      for (int n = 0; n < rows.count(); n++) {
        double error = product(rows, n, x, 0) - 0.5;
        float weight = weights[rows.picked().from() + n];
        expected += weight * error * rows.values()[rows.offset(n) + c];
      }
      double tolerance = TOLERANCE * (10 + Math.abs(expected));
      assertThat((double) into[c]).isCloseTo(expected, within(tolerance));
    }
    assertThat(into[width]).isEqualTo(1);
  }

  /// Up to six rows of a matrix of five, picked in any order, between columns that do not count.
  private static SelectedRows selected(RandomCases.Case given) {
    SeededRandom random = given.random();
    int stride = given.size() + 3;
    int[] indices = new int[8];
    Arrays.setAll(indices, _ -> random.nextInt(5));
    return new SelectedRows(
        given.floats(5 * stride),
        stride,
        new SelectedRows.Span(2, given.size()),
        indices,
        new SelectedRows.Span(1, random.nextInt(7)));
  }

  private static double product(SelectedRows rows, int n, float[] x, int from) {
    double sum = 0;
    for (int c = 0; c < rows.width(); c++) {
      sum += (double) x[from + c] * rows.values()[rows.offset(n) + c];
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void rowsAreScoredByTheirDotProduct(RandomCases.Case given) {
    int columns = given.size();
    byte[] rows = bytes(given, 11 * columns);
    byte[] tiles = RowTiles.of(rows, 11, columns);
    float[] scales = {1, 0.5f, 0, 2, 0.01f, 1, 3, 0.1f, 1, 0.25f, 7};
    float[] query = given.floats(columns);
    float[] scores = new float[11];
    Arrays.fill(scores, 0.5f);
    kernels().accumulateScores(tiles, scales, QuantizedQuery.of(query), scores);
    for (int row = 0; row < 11; row++) {
      double expected = 0;
      for (int c = 0; c < columns; c++) {
        expected += (double) rows[row * columns + c] * query[c];
      }
      double tolerance = 1e-5 * 127 * columns * scales[row] + 1e-6;
      assertThat((double) scores[row]).isCloseTo(0.5 + scales[row] * expected, within(tolerance));
    }
  }

  static byte[] bytes(RandomCases.Case given, int count) {
    SeededRandom random = given.random();
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (random.nextInt(255) - 127);
    }
    return bytes;
  }
}
