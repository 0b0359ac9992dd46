package dev.akin.rank.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrMatrix;
import dev.akin.math.PackedMatrix;
import dev.akin.math.RandomCases;
import dev.akin.model.NeighbourLists;
import dev.akin.model.NeighbourModel;
import dev.akin.model.QuantizedRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SimilarityTest {
  private static final int[] ALL = {0, 1, 2, 3, 4};

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void factorsAreComparedByTheirCosine(RandomCases.Case given) {
    int k = given.size();
    QuantizedRows rows = QuantizedRows.of(given.floats(5 * k), 5, k);
    float[] likeness = new float[3];

    new FactorSimilarity(rows).over(new int[] {4, 0, 2}).to(2, likeness);

    assertThat(likeness[0]).isCloseTo(cosine(rows, 4, 2), within(1e-5f));
    assertThat(likeness[1]).isCloseTo(cosine(rows, 0, 2), within(1e-5f));
    assertThat(likeness[2]).isCloseTo(k == 0 ? 0 : 1, within(1e-5f));
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void likenessIsSymmetric(RandomCases.Case given) {
    Similarity factors =
        new FactorSimilarity(QuantizedRows.of(given.floats(5 * given.size()), 5, given.size()));

    assertSymmetric(factors);
    assertSymmetric(new ContentSimilarity(PackedMatrix.of(WORDS)));
    assertSymmetric(new NeighbourSimilarity(new NeighbourModel(NEIGHBOURS).weights()));
  }

  @Test
  void rowsOfZerosAreLikeNothing() {
    QuantizedRows rows = QuantizedRows.of(new float[10], 5, 2);
    float[] likeness = new float[5];

    new FactorSimilarity(rows).over(ALL).to(0, likeness);

    assertThat(likeness).containsOnly(0);
  }

  @Test
  void sharedWordsMakeItemsAlike() {
    assertThat(likeness(new ContentSimilarity(PackedMatrix.of(WORDS)), 0))
        .containsExactly(new float[] {1, 0.6f, 0, 0.48f, 0}, within(1e-6f));
  }

  @Test
  void neighboursAreAlikeInUnitsOfTheHeaviest() {
    assertThat(likeness(new NeighbourSimilarity(new NeighbourModel(NEIGHBOURS).weights()), 0))
        .containsExactly(new float[] {1, 1, 0.25f, 0, 0.5f}, within(1e-6f));
  }

  @Test
  void weightsBelowZeroAreNoLikeness() {
    assertThat(likeness(new NeighbourSimilarity(new NeighbourModel(NEIGHBOURS).weights()), 3))
        .containsExactly(0, 0, 0, 1, 0);
  }

  /// Item 4 has no words.
  private static final CsrMatrix WORDS =
      new CsrMatrix(
          5,
          3,
          new int[] {0, 2, 3, 4, 6, 6},
          new int[] {0, 1, 0, 2, 1, 2},
          new float[] {0.6f, 0.8f, 1, 1, 0.6f, 0.8f});

  private static final NeighbourLists NEIGHBOURS =
      NeighbourLists.of(
          new int[][] {{1, 2}, {}, {}, {2}, {1, 0}}, new float[][] {{8, 2}, {}, {}, {-1}, {4, 2}});

  private static float[] likeness(Similarity similarity, int item) {
    float[] likeness = new float[5];
    similarity.over(ALL).to(item, likeness);
    return likeness;
  }

  private static void assertSymmetric(Similarity similarity) {
    for (int a : ALL) {
      for (int b : ALL) {
        float there = likeness(similarity, a)[b];
        assertThat(there).isBetween(0f, 1f);
        assertThat(likeness(similarity, b)[a]).isCloseTo(there, within(1e-6f));
      }
    }
  }

  private static float cosine(QuantizedRows rows, int left, int right) {
    double[] a = new double[rows.columns()];
    double[] b = new double[rows.columns()];
    rows.row(left, a);
    rows.row(right, b);
    double product = 0;
    double lengths = 0;
    double others = 0;
    for (int c = 0; c < a.length; c++) {
      product += a[c] * b[c];
      lengths += a[c] * a[c];
      others += b[c] * b[c];
    }
    double norm = Math.sqrt(lengths * others);
    return norm == 0 ? 0 : (float) Math.max(0, product / norm);
  }
}
