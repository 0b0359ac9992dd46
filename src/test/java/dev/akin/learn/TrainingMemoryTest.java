package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TrainingMemoryTest {
  /// The virtual machine's own objects and its garbage.
  private static final long BASE = 12 << 20;

  static Stream<String> all() {
    Stream<String> registered = Algorithms.all().stream().map(Algorithm::name);
    return Stream.concat(registered, Stream.of("als-blocks", "blend-timed"));
  }

  /// A heap of the foretold size and no more is enough: a collector that cannot free what is in use
  /// would end the process.
  @ParameterizedTest
  @MethodSource("all")
  void aTrainingEndsInAHeapOfTheForetoldSize(String name) throws Exception {
    SmallHeapTraining training = SmallHeapTraining.of(name);
    assertThat(run(name, foretold(training) + training.known() + BASE)).isZero();
  }

  /// The other way round, so that the test above means something, and nothing is refused that would
  /// have fitted by far.
  @ParameterizedTest
  @MethodSource("all")
  void aTrainingDoesNotEndInHalfOfIt(String name) throws Exception {
    SmallHeapTraining training = SmallHeapTraining.of(name);
    assertThat(run(name, foretold(training) / 2 + training.known())).isNotZero();
  }

  private static long foretold(SmallHeapTraining training) {
    return training.trainer().memory(training.size()).peak();
  }

  @Test
  void alternatingLeastSquaresNeedsAtMostThreeTimesItsInputAndTheFactors() {
    AlsParameters parameters = AlsParameters.DEFAULT;
    TrainingMemory large = new TrainingMemory(1_000_000, 100_000, 20_000_000);
    long factors = 4L * parameters.factors() * 1_100_000;
    assertThat(large.als(parameters)).isLessThan(3 * large.input() + factors);
    assertThat(large.als(parameters)).isGreaterThan(2 * large.input() + factors);
  }

  @Test
  void negativeSizesAreRefused() {
    assertThatThrownBy(() -> new TrainingMemory(1, -1, 0)).hasMessageContaining("were 1, -1, 0");
  }

  private static int run(String name, long heapBytes) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-XX:+UseSerialGC",
                "-Xmn4m",
                "-Xmx" + heapBytes / 1024 + "k",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapTraining.class.getName(),
                name)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(new File("target", "small-heap.txt")))
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(name + " hangs");
    }
    return process.exitValue();
  }
}
