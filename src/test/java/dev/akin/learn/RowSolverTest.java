package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.RandomCases;
import dev.akin.math.SingularMatrixException;
import dev.akin.model.FactorModel;
import dev.akin.model.FoldIn;
import dev.akin.model.QuantizedRows;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RowSolverTest {
  private static final FoldIn FOLD_IN = new FoldIn(0.3, 0.5, 0.7, 2);

  /// The promise of serving: what it folds in is what training would have made of that row.
  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void aHalfStepEqualsTheFoldInOfTheServedModel(RandomCases.Case given) {
    int k = 1 + given.size();
    Interactions interactions = PlantedInteractions.random(given);
    QuantizedRows items =
        QuantizedRows.of(given.floats(interactions.items() * k), interactions.items(), k);
    CsrMatrix seen = interactions.strengths();
    float[] weights = RelativeWeights.of(seen.transpose(), 0.4);
    FactorModel model = new FactorModel(items, weights, FOLD_IN);
    HalfStep step = step(RelativeWeights.apply(weights, seen), dense(items), weights, k);
    new RowSolver(step, FOLD_IN, k).run(0, seen.rows());
    float[] users = step.target();
    for (int user = 0; user < interactions.users(); user++) {
      float[] vector = model.vector(interactions.history(user));
      for (int c = 0; c < k; c++) {
        assertThat((double) users[user * k + c]).isCloseTo(vector[c], within(2e-3));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void repeatedBlockStepsConvergeToTheExactSolution(RandomCases.Case given) {
    int k = 1 + given.size();
    Interactions interactions = PlantedInteractions.random(given);
    float[] fixed = given.floats(interactions.items() * k);
    float[] exact = solve(interactions.strengths(), fixed, k, k);
    HalfStep step = step(interactions.strengths(), fixed, k);
    RowSolver solver = new RowSolver(step, FOLD_IN, Math.max(1, k * 2 / 3));
    for (int repetition = 0; repetition < 300; repetition++) {
      solver.run(0, interactions.users());
    }
    for (int p = 0; p < exact.length; p++) {
      assertThat((double) step.target()[p]).isCloseTo(exact[p], within(2e-2));
    }
  }

  @Test
  void rowsOutsideTheRangeAreLeftAlone() {
    Interactions interactions = PlantedInteractions.twoKinds(6);
    HalfStep step = step(interactions.strengths(), new RandomCases.Case(1, 0).floats(12), 2);
    Arrays.fill(step.target(), 9);
    new RowSolver(step, FOLD_IN, 2).run(2, 4);
    for (int p = 0; p < 12; p++) {
      boolean inside = p >= 4 && p < 8;
      assertThat(step.target()[p] != 9).as("value %d", p).isEqualTo(inside);
    }
  }

  @Test
  void strengthsPastFloatNumbersAreReportedWithTheirRow() {
    CsrBuilder cells = new CsrBuilder();
    cells.add(1, 0, Float.MAX_VALUE);
    HalfStep step = step(cells.build(2, 1), new float[] {1e10f}, 1);
    assertThatThrownBy(() -> new RowSolver(step, FOLD_IN, 1).run(0, 2))
        .isInstanceOf(SingularMatrixException.class)
        .hasMessageContaining("row 1 with 1 interactions; raise regularization");
  }

  private static float[] solve(CsrMatrix matrix, float[] fixed, int k, int blockSize) {
    HalfStep step = step(matrix, fixed, k);
    new RowSolver(step, FOLD_IN, blockSize).run(0, matrix.rows());
    return step.target();
  }

  private static HalfStep step(CsrMatrix matrix, float[] fixed, int k) {
    float[] weights = new float[fixed.length / k];
    Arrays.fill(weights, 1);
    return step(matrix, fixed, weights, k);
  }

  private static HalfStep step(CsrMatrix matrix, float[] fixed, float[] weights, int k) {
    float[] gram = GramMatrix.of(fixed, weights, k, FOLD_IN.unobservedWeight(), new Parallel(1));
    return new HalfStep(matrix, fixed, gram, new float[matrix.rows() * k], k);
  }

  private static float[] dense(QuantizedRows rows) {
    float[] dense = new float[rows.rows() * rows.columns()];
    for (int row = 0; row < rows.rows(); row++) {
      int[] whole = rows.whole(row);
      for (int c = 0; c < whole.length; c++) {
        dense[row * whole.length + c] = rows.scales()[row] * whole[c];
      }
    }
    return dense;
  }
}
