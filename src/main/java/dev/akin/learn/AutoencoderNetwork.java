package dev.akin.learn;

import dev.akin.math.SeededRandom;

/// The numbers of an autoencoder, or a gradient with respect to them, or a moment of that.
///
/// | array | meaning | shape |
/// |-------|---------|-------|
/// | encoder | E, what an item of the history adds to the hidden layer | items x h |
/// | hiddenBias | a | h |
/// | decoder | D, how an item's score follows from the hidden layer | items x h |
/// | itemBias | c | items |
record AutoencoderNetwork(float[] encoder, float[] hiddenBias, float[] decoder, float[] itemBias) {
  static AutoencoderNetwork zero(int items, int hidden) {
    int cells = Math.multiplyExact(items, hidden);
    return new AutoencoderNetwork(
        new float[cells], new float[hidden], new float[cells], new float[items]);
  }

  /// Normal numbers with the variance of Glorot and Bengio (AISTATS 2010, equation 16).
  static AutoencoderNetwork random(int items, int hidden, SeededRandom random) {
    AutoencoderNetwork network = zero(items, hidden);
    double deviation = Math.sqrt(2.0 / (items + hidden));
    for (int cell = 0; cell < network.encoder.length; cell++) {
      network.encoder[cell] = (float) (deviation * random.nextGaussian());
      network.decoder[cell] = (float) (deviation * random.nextGaussian());
    }
    return network;
  }

  int items() {
    return itemBias.length;
  }

  int hidden() {
    return hiddenBias.length;
  }

  AutoencoderNetwork copy() {
    return new AutoencoderNetwork(
        encoder.clone(), hiddenBias.clone(), decoder.clone(), itemBias.clone());
  }
}
