package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class VectorKernelsTest extends KernelsContract {
  @Override
  Kernels kernels() {
    return new VectorKernels();
  }

  @Test
  void testsRunWithTheModuleSoItIsChosen() {
    assertThat(Kernels.best()).isInstanceOf(VectorKernels.class).isSameAs(Kernels.best());
  }

  @ParameterizedTest
  @MethodSource("dev.akin.math.RandomCases#all")
  void scoresEqualThoseOfThePlainTwinBitByBit(RandomCases.Case given) {
    byte[] rows = RowTiles.of(bytes(given, 19 * given.size()), 19, given.size());
    float[] scales = given.floats(19);
    QuantizedQuery query = QuantizedQuery.of(given.floats(given.size()));
    float[] vector = new float[19];
    float[] plain = new float[19];
    new VectorKernels().accumulateScores(rows, scales, query, vector);
    new PlainKernels().accumulateScores(rows, scales, query, plain);
    assertThat(vector).containsExactly(plain);
  }

  /// Enough calls for the just-in-time compilers to take over in between.
  @Test
  void aDotProductHasTheSameBitsInterpretedAndCompiled() {
    float[] values = new RandomCases.Case(3, 0).floats(200);
    Kernels kernels = kernels();
    int first = Float.floatToRawIntBits(kernels.dot(values, 0, values, 77, 100));
    int different = 0;
    for (int call = 0; call < 30_000; call++) {
      if (Float.floatToRawIntBits(kernels.dot(values, 0, values, 77, 100)) != first) {
        different++;
      }
    }
    assertThat(different).isZero();
  }
}
