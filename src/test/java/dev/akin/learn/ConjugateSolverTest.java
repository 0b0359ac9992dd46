package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.RandomCases;
import dev.akin.math.SingularMatrixException;
import dev.akin.model.FoldIn;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConjugateSolverTest {
  private static final FoldIn FOLD_IN = new FoldIn(0.3, 0.5, 0.7, 2);

  /// In exact numbers as many steps as factors would do.
  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void manyStepsEndAtTheExactSolution(RandomCases.Case given) {
    int k = 1 + given.size();
    Interactions interactions = PlantedInteractions.random(given);
    HalfStep exact = step(interactions.strengths(), given.floats(interactions.items() * k), k);
    new RowSolver(exact, FOLD_IN, k).run(0, interactions.users());
    HalfStep step = step(interactions.strengths(), exact.fixed(), k);
    new ConjugateSolver(step, FOLD_IN, 3 * k).run(0, interactions.users());
    for (int p = 0; p < step.target().length; p++) {
      assertThat((double) step.target()[p]).isCloseTo(exact.target()[p], within(5e-3));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void theExactSolutionStaysWhereItIs(RandomCases.Case given) {
    int k = 1 + given.size();
    Interactions interactions = PlantedInteractions.random(given);
    HalfStep step = step(interactions.strengths(), given.floats(interactions.items() * k), k);
    new RowSolver(step, FOLD_IN, k).run(0, interactions.users());
    float[] exact = step.target().clone();
    new ConjugateSolver(step, FOLD_IN, 2).run(0, interactions.users());
    for (int p = 0; p < exact.length; p++) {
      assertThat((double) step.target()[p]).isCloseTo(exact[p], within(5e-3));
    }
  }

  @Test
  void aRowWithoutInteractionsIsZeroAndOthersAreLeftAlone() {
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 0, 1);
    cells.add(2, 0, 1);
    HalfStep step = step(cells.build(3, 1), new float[] {1, 2}, 2);
    Arrays.fill(step.target(), 9);
    new ConjugateSolver(step, FOLD_IN, 2).run(1, 3);
    assertThat(step.target()).startsWith(9, 9, 0, 0);
    assertThat(step.target()[4]).isLessThan(1);
  }

  @Test
  void strengthsPastFloatNumbersAreReportedWithTheirRow() {
    CsrBuilder cells = new CsrBuilder();
    cells.add(1, 0, Float.MAX_VALUE);
    HalfStep step = step(cells.build(2, 1), new float[] {1e10f}, 1);
    assertThatThrownBy(() -> new ConjugateSolver(step, FOLD_IN, 1).run(0, 2))
        .isInstanceOf(SingularMatrixException.class)
        .hasMessageContaining("row 1 with 1 interactions; raise regularization");
  }

  private static HalfStep step(CsrMatrix matrix, float[] fixed, int k) {
    float[] gram = GramMatrix.of(fixed, k, FOLD_IN.unobservedWeight(), new Parallel(1));
    return new HalfStep(matrix, fixed, gram, new float[matrix.rows() * k], k);
  }
}
