package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainingMemoryTest {
  /// The virtual machine's own objects and its garbage.
  private static final long BASE = 12 << 20;

  private static final TrainingMemory SIZE =
      new TrainingMemory(
          SmallHeapTraining.USERS,
          SmallHeapTraining.ITEMS,
          (long) SmallHeapTraining.USERS * SmallHeapTraining.PER_USER);

  /// A heap of the foretold size and no more is enough: a collector that cannot free what is in use
  /// would end the process.
  @ParameterizedTest
  @ValueSource(strings = {"als", "blocks", "pure-svd", "item-knn", "ease"})
  void aTrainingEndsInAHeapOfTheForetoldSize(String name) throws Exception {
    assertThat(run(name, foretold(name) + BASE)).isZero();
  }

  /// The other way round, so that the test above means something.
  @Test
  void aTrainingDoesNotEndInAHeapOfItsInputAlone() throws Exception {
    assertThat(run("als", SIZE.input() + BASE)).isNotZero();
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

  private static long foretold(String name) {
    return switch (name) {
      case "als" -> SIZE.als(SmallHeapTraining.als());
      case "blocks" -> SIZE.als(SmallHeapTraining.als().withConjugateSteps(0).withBlockSize(16));
      case "pure-svd" -> SIZE.pureSvd(SmallHeapTraining.pureSvd());
      case "item-knn" -> SIZE.itemKnn(ItemKnnParameters.DEFAULT);
      case "ease" -> SIZE.ease(EaseParameters.DEFAULT);
      default -> throw new IllegalArgumentException(name);
    };
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
