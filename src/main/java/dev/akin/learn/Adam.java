package dev.akin.learn;

import dev.akin.math.Parallel;

/// Stochastic gradient descent with a step of its own for every number.
///
/// `m = b1 m + (1 - b1) g`, `v = b2 v + (1 - b2) g^2`, `x -= rate * (m / (1 - b1^t)) / (sqrt(v / (1
/// - b2^t)) + epsilon)` (Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015,
///   algorithm 1), with weights shrunk apart from the gradient, `x -= rate * decay * x` (Loshchilov
///   and Hutter, "Decoupled weight decay regularization", ICLR 2019, algorithm 2). Biases do not
///   shrink. Not safe for concurrent use.
final class Adam {
  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final int CELLS_AT_ONCE = 1 << 14;

  private final AutoencoderNetwork network;
  private final AutoencoderNetwork first;
  private final AutoencoderNetwork second;
  private final double rate;
  private final double decay;
  private int steps;

  /// @param network changed by every step
  Adam(AutoencoderNetwork network, double rate, double decay) {
    this.network = network;
    this.rate = rate;
    this.decay = decay;
    first = AutoencoderNetwork.zero(network.items(), network.hidden());
    second = AutoencoderNetwork.zero(network.items(), network.hidden());
  }

  void step(AutoencoderNetwork gradient, Parallel parallel) {
    steps++;
    double unbias = Math.sqrt(1 - StrictMath.pow(SECOND, steps));
    float size = (float) (rate * unbias / (1 - StrictMath.pow(FIRST, steps)));
    Step weights = new Step(size, (float) (EPSILON * unbias), (float) (1 - rate * decay));
    Step biases = new Step(weights.size, weights.epsilon, 1);
    weights.run(gradient.encoder(), first.encoder(), second.encoder(), network.encoder(), parallel);
    weights.run(gradient.decoder(), first.decoder(), second.decoder(), network.decoder(), parallel);
    biases.run(
        gradient.itemBias(), first.itemBias(), second.itemBias(), network.itemBias(), parallel);
    biases.run(
        gradient.hiddenBias(),
        first.hiddenBias(),
        second.hiddenBias(),
        network.hiddenBias(),
        parallel);
  }

  private record Step(float size, float epsilon, float shrink) {
    void run(float[] gradient, float[] m, float[] v, float[] x, Parallel parallel) {
      parallel.run(
          x.length, CELLS_AT_ONCE, () -> (from, to) -> update(gradient, m, v, x, from, to));
    }

    private void update(float[] gradient, float[] m, float[] v, float[] x, int from, int to) {
      for (int p = from; p < to; p++) {
        float g = gradient[p];
        m[p] = FIRST * m[p] + (1 - FIRST) * g;
        v[p] = SECOND * v[p] + (1 - SECOND) * g * g;
        x[p] = shrink * x[p] - size * m[p] / ((float) Math.sqrt(v[p]) + epsilon);
      }
    }
  }
}
