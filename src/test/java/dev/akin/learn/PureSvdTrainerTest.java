package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.RandomCases;
import dev.akin.math.SymmetricEigen;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.model.ProjectionModel;
import dev.akin.model.QuantizedRowsCodec;
import org.junit.jupiter.api.Test;

final class PureSvdTrainerTest extends TrainerContract {
  private static final PureSvdParameters TWO = new PureSvdParameters(2, 10, 4, 42, 1);

  @Override
  Trainer trainer(int threads) {
    return new PureSvdTrainer(new PureSvdParameters(2, 10, 4, 42, threads));
  }

  @Override
  byte[] encode(ItemScorer model) {
    return QuantizedRowsCodec.encode(((ProjectionModel) model).rows());
  }

  @Override
  ItemScorer decode(byte[] bytes) {
    return new ProjectionModel(QuantizedRowsCodec.decode(bytes));
  }

  /// X = diag(3, 2, 1): the two leading directions are the first two items, so the third is lost.
  @Test
  void aHistoryIsProjectedOnTheLeadingDirections() {
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 0, 3);
    cells.add(1, 1, 2);
    cells.add(2, 2, 1);
    ProjectionModel model = new PureSvdTrainer(TWO).fit(new Interactions(cells.build(3, 3)));
    float[] scores = new float[3];
    model.profile(new History(new int[] {0, 1, 2}, new float[] {1, 5, 7})).scores(scores);
    assertThat(scores).containsExactly(new float[] {1, 5, 0}, within(1e-3f));
  }

  /// Users have both items alike, so V = (1, 1) / sqrt 2 and one item is half of the other's score.
  @Test
  void itemsThatAlwaysComeTogetherShareTheirScore() {
    CsrBuilder cells = new CsrBuilder();
    for (int user = 0; user < 3; user++) {
      cells.add(user, 0, 1);
      cells.add(user, 1, 1);
    }
    ProjectionModel model = new PureSvdTrainer(TWO).fit(new Interactions(cells.build(3, 2)));
    ItemScorer.Profile profile = model.profile(new History(new int[] {0}, new float[] {2}));
    float[] scores = new float[2];
    profile.scores(scores);
    assertThat(scores).containsExactly(new float[] {1, 1}, within(0.01f));
    assertThat(profile.contributions(1)).containsExactly(new double[] {1}, within(0.01));
  }

  /// The projection on the leading vectors, unlike the vectors, is unique.
  @Test
  void theProjectionIsThatOfTheExactDecomposition() {
    CsrMatrix matrix = PlantedInteractions.random(new RandomCases.Case(9, 300)).strengths();
    int n = matrix.columns();
    int k = 5;
    float[] vectors = new RandomizedSvd(matrix, 25, new Parallel(2)).rightVectors(k, 30, 1);
    SymmetricEigen exact = SymmetricEigen.of(gram(matrix), n);
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        double expected = 0;
        double actual = 0;
        for (int i = 0; i < k; i++) {
          expected += exact.vectors()[i * n + a] * exact.vectors()[i * n + b];
          actual += (double) vectors[a * k + i] * vectors[b * k + i];
        }
        assertThat(actual).isCloseTo(expected, within(1e-3));
      }
    }
  }

  @Test
  void impossibleParametersAreRefusedByNameAndValue() {
    assertThatThrownBy(() -> new PureSvdParameters(0, 10, 4, 42, 2))
        .hasMessage("factors must be in 1..1024, was 0");
    assertThatThrownBy(() -> new PureSvdParameters(1, -1, 4, 42, 2))
        .hasMessageContaining("oversampling");
    assertThatThrownBy(() -> new PureSvdParameters(1, 10, -1, 42, 2))
        .hasMessageContaining("iterations");
    assertThatThrownBy(() -> new PureSvdParameters(1, 10, 4, 42, 0))
        .hasMessageContaining("threads");
  }

  private static double[] gram(CsrMatrix matrix) {
    int n = matrix.columns();
    double[] gram = new double[n * n];
    for (int user = 0; user < matrix.rows(); user++) {
      for (int p = matrix.starts()[user]; p < matrix.starts()[user + 1]; p++) {
        for (int q = matrix.starts()[user]; q < matrix.starts()[user + 1]; q++) {
          gram[matrix.indices()[p] * n + matrix.indices()[q]] +=
              (double) matrix.values()[p] * matrix.values()[q];
        }
      }
    }
    return gram;
  }
}
