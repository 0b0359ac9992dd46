package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.SeededRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BackPropagationTest {
  private static final int ITEMS = 70;
  private static final int HIDDEN = 5;
  private static final int USERS = 37;
  private static final float STEP = 0.01f;

  private static AutoencoderNetwork network() {
    AutoencoderNetwork network = AutoencoderNetwork.random(ITEMS, HIDDEN, new SeededRandom(1));
    SeededRandom random = new SeededRandom(2);
    for (float[] numbers : new float[][] {network.hiddenBias(), network.itemBias()}) {
      for (int n = 0; n < numbers.length; n++) {
        numbers[n] = (float) (0.3 * random.nextGaussian());
      }
    }
    return network;
  }

  /// Some users have no input, some no target.
  private static AutoencoderBatch batch() {
    return new AutoencoderBatch(sparse(3), sparse(4));
  }

  private static CsrMatrix sparse(long seed) {
    SeededRandom random = new SeededRandom(seed);
    CsrBuilder cells = new CsrBuilder();
    for (int n = 0; n < 2 * USERS; n++) {
      cells.add(random.nextInt(USERS), random.nextInt(ITEMS), 0.5f + (float) random.nextDouble());
    }
    return cells.build(USERS, ITEMS);
  }

  private static double loss(AutoencoderNetwork network) {
    return new BackPropagation(network, new Parallel(1)).run(batch());
  }

  private static void checkAgainstDifferences(Function<AutoencoderNetwork, float[]> part) {
    AutoencoderNetwork network = network();
    BackPropagation propagation = new BackPropagation(network, new Parallel(1));
    propagation.run(batch());
    float[] gradient = part.apply(propagation.gradient());
    float[] numbers = part.apply(network);
    double largest = 0;
    for (int n = 0; n < numbers.length; n++) {
      float kept = numbers[n];
      numbers[n] = kept + STEP;
      double above = loss(network);
      numbers[n] = kept - STEP;
      double below = loss(network);
      numbers[n] = kept;
      double slope = (above - below) / (2 * STEP);
      assertThat((double) gradient[n]).as("number %d", n).isCloseTo(slope, within(2e-4));
      largest = Math.max(largest, Math.abs(slope));
    }
    assertThat(largest).as("the slopes are no zeros").isGreaterThan(0.005);
  }

  @Test
  void theEncodersGradientIsTheSlopeOfTheLoss() {
    checkAgainstDifferences(AutoencoderNetwork::encoder);
  }

  @Test
  void theHiddenBiasesGradientIsTheSlopeOfTheLoss() {
    checkAgainstDifferences(AutoencoderNetwork::hiddenBias);
  }

  @Test
  void theDecodersGradientIsTheSlopeOfTheLoss() {
    checkAgainstDifferences(AutoencoderNetwork::decoder);
  }

  @Test
  void theItemBiasesGradientIsTheSlopeOfTheLoss() {
    checkAgainstDifferences(AutoencoderNetwork::itemBias);
  }

  @Test
  void aNetworkThatKnowsNothingLosesTheLogarithmOfTheItems() {
    AutoencoderNetwork zero = AutoencoderNetwork.zero(8, 2);
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 3, 2);
    cells.add(1, 7, 1);
    AutoencoderBatch batch = new AutoencoderBatch(cells.build(2, 8), cells.build(2, 8));
    double loss = new BackPropagation(zero, new Parallel(1)).run(batch);
    assertThat(loss).isCloseTo(1.5 * Math.log(8), within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyNumberOfThreadsGivesTheSameBits(int threads) {
    BackPropagation one = new BackPropagation(network(), new Parallel(1));
    BackPropagation more = new BackPropagation(network(), new Parallel(threads));
    assertThat(more.run(batch())).isEqualTo(one.run(batch()));
    assertThat(more.gradient().encoder()).containsExactly(one.gradient().encoder());
    assertThat(more.gradient().decoder()).containsExactly(one.gradient().decoder());
  }

  @Test
  void aShorterBatchAfterALongerOneLeavesNothingBehind() {
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 3, 1);
    CsrMatrix single = cells.build(1, ITEMS);
    AutoencoderBatch shorter = new AutoencoderBatch(single, single);
    BackPropagation used = new BackPropagation(network(), new Parallel(1));
    used.run(batch());
    BackPropagation fresh = new BackPropagation(network(), new Parallel(1));
    assertThat(used.run(shorter)).isEqualTo(fresh.run(shorter));
    assertThat(used.gradient().encoder()).containsExactly(fresh.gradient().encoder());
    assertThat(used.gradient().decoder()).containsExactly(fresh.gradient().decoder());
  }
}
