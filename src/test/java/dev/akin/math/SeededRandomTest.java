package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SeededRandomTest {
  /// The first outputs of SplitMix64 for seed 1234567, as other implementations print them.
  @Test
  void theSequenceIsThatOfThePaperForEver() {
    SeededRandom random = new SeededRandom(1234567);
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
  }

  @Test
  void normalNumbersHaveMeanZeroAndVarianceOne() {
    SeededRandom random = new SeededRandom(5);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 100_000; i++) {
      double value = random.nextGaussian();
      sum += value;
      squares += value * value;
    }
    assertThat(sum / 100_000).isCloseTo(0, within(0.02));
    assertThat(squares / 100_000).isCloseTo(1, within(0.02));
  }

  @Test
  void boundedNumbersCoverTheirRangeEvenly() {
    SeededRandom random = new SeededRandom(6);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.nextInt(7)]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(9_500, 10_500);
    }
  }

  @Test
  void aSplitIsFixedByItsPartAndDiffersFromItsParent() {
    SeededRandom random = new SeededRandom(7);
    long first = random.split(1).nextLong();
    assertThat(random.split(1).nextLong()).isEqualTo(first);
    assertThat(random.split(2).nextLong()).isNotEqualTo(first);
    assertThat(random.nextLong()).isEqualTo(new SeededRandom(7).nextLong()).isNotEqualTo(first);
  }

  @Test
  void shufflingKeepsEveryValue() {
    int[] values = IntStream.range(0, 100).toArray();
    new SeededRandom(8).shuffle(values);
    assertThat(values).isNotEqualTo(IntStream.range(0, 100).toArray());
    assertThat(values).containsExactlyInAnyOrder(IntStream.range(0, 100).toArray());
  }
}
