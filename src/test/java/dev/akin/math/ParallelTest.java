package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParallelTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void everyIndexIsDoneExactlyOnce(int threads) {
    for (int size : new int[] {0, 1, 9, 10, 11, 1000}) {
      AtomicIntegerArray times = new AtomicIntegerArray(size);
      new Parallel(threads)
          .run(
              size,
              10,
              () ->
                  (from, to) -> {
                    for (int i = from; i < to; i++) {
                      times.incrementAndGet(i);
                    }
                  });
      for (int i = 0; i < size; i++) {
        assertThat(times.get(i)).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void theFailureOfAWorkerReachesTheCaller(int threads) {
    Parallel.Worker failing =
        (from, _) -> {
          if (from == 40) {
            throw new SingularMatrixException("range 40");
          }
        };
    assertThatThrownBy(() -> new Parallel(threads).run(100, 10, () -> failing))
        .isInstanceOf(SingularMatrixException.class)
        .hasMessage("range 40");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1025})
  void impossibleNumbersOfThreadsAreRefused(int threads) {
    assertThatThrownBy(() -> new Parallel(threads)).hasMessageContaining("was " + threads);
  }
}
