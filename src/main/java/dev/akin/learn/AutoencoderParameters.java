package dev.akin.learn;

/// What [AutoencoderTrainer] can be told.
///
/// @param hidden size of the hidden layer, 1..1024
/// @param dropout which share of a history is hidden at every step, 0..0.99; raise it when the
///   validation falls while the loss still improves
/// @param learningRate of Adam, > 0
/// @param weightDecay how much weights shrink per unit of learning, >= 0
/// @param batch users per step, 1..65536
/// @param epochs at most, 1..10000
/// @param patience epochs without a better validation before training stops, 1..10000
/// @param seed of initial weights, dropout, the order of users and the validation part
/// @param threads 1..1024; has no influence on the result
public record AutoencoderParameters(
    int hidden,
    double dropout,
    double learningRate,
    double weightDecay,
    int batch,
    int epochs,
    int patience,
    long seed,
    int threads) {
  public static final AutoencoderParameters DEFAULT =
      new AutoencoderParameters(200, 0.5, 0.002, 1, 256, 60, 10, 42, 2);

  public AutoencoderParameters {
    Ranges.require("hidden", hidden, 1, 1024);
    Ranges.require("dropout", dropout, 0, 0.99);
    Ranges.require("learningRate", learningRate, 1e-9, 10);
    Ranges.require("weightDecay", weightDecay, 0, 100);
    Ranges.require("batch", batch, 1, 65_536);
    Ranges.require("epochs", epochs, 1, 10_000);
    Ranges.require("patience", patience, 1, 10_000);
    Ranges.require("threads", threads, 1, 1024);
  }

  public AutoencoderParameters withHidden(int value) {
    return new AutoencoderParameters(
        value, dropout, learningRate, weightDecay, batch, epochs, patience, seed, threads);
  }

  public AutoencoderParameters withDropout(double value) {
    return new AutoencoderParameters(
        hidden, value, learningRate, weightDecay, batch, epochs, patience, seed, threads);
  }

  /// Rate and decay of Adam.
  public AutoencoderParameters withLearning(double rate, double decay) {
    return new AutoencoderParameters(
        hidden, dropout, rate, decay, batch, epochs, patience, seed, threads);
  }

  /// How long training may take, and how long it may go without getting better.
  public AutoencoderParameters withEpochs(int most, int withoutGain) {
    return new AutoencoderParameters(
        hidden, dropout, learningRate, weightDecay, batch, most, withoutGain, seed, threads);
  }

  public AutoencoderParameters withSeed(long value) {
    return new AutoencoderParameters(
        hidden, dropout, learningRate, weightDecay, batch, epochs, patience, value, threads);
  }

  public AutoencoderParameters withThreads(int value) {
    return new AutoencoderParameters(
        hidden, dropout, learningRate, weightDecay, batch, epochs, patience, seed, value);
  }
}
