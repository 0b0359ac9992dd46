package dev.akin.model;

import dev.akin.math.Exponential;
import dev.akin.math.Kernels;
import dev.akin.math.QuantizedQuery;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A denoising autoencoder as it is served: a history becomes a hidden vector, and from there on it
/// is matrix factorisation with item biases.
///
/// `h = tanh(sum over i of x_i E_i + a)`, x being the history's strengths divided by their
/// Euclidean length; `p = softmax(D h + c)` (Liang, Krishnan, Hoffman and Jebara, "Variational
/// autoencoders for collaborative filtering", WWW 2018, section 2.1, the model Mult-DAE). The score
/// is `log(1 + n p_j)` with n items: positive, in the order of p, about the logarithm of how much
/// more likely than chance an item is.
///
/// | symbol | meaning | shape |
/// |--------|---------|-------|
/// | E, D | encoder and decoder, as quantised | items x h |
/// | a, c | biases of the hidden layer and of the items | h, items |
///
/// An empty history scores zero, and so does an item without a bias: nobody had it in training. Not
/// linear in the history, so there are no contributions. A profile costs `size * h`, scoring `items
/// * h`. Immutable and safe for concurrent use.
public final class AutoencoderModel implements ItemScorer {
  /// The item bias of an item that was not trained.
  public static final float UNTRAINED = Float.NEGATIVE_INFINITY;

  private static final double[] NO_CONTRIBUTIONS = {};

  private final QuantizedRows encoder;
  private final float[] hiddenBias;
  private final QuantizedRows decoder;
  private final float[] itemBias;

  /// @param hiddenBias finite; not copied, not to be changed
  /// @param itemBias finite or [#UNTRAINED]; not copied, not to be changed
  public AutoencoderModel(
      QuantizedRows encoder, float[] hiddenBias, QuantizedRows decoder, float[] itemBias) {
    if (encoder.rows() != itemBias.length || decoder.rows() != itemBias.length) {
      throw new IllegalArgumentException(
          encoder.rows() + " and " + decoder.rows() + " rows for " + itemBias.length + " items");
    }
    if (encoder.columns() != hiddenBias.length || decoder.columns() != hiddenBias.length) {
      throw new IllegalArgumentException(
          encoder.columns() + " and " + decoder.columns() + " columns for " + hiddenBias.length);
    }
    for (float bias : hiddenBias) {
      require(Float.isFinite(bias), bias);
    }
    for (float bias : itemBias) {
      require(Float.isFinite(bias) || bias == UNTRAINED, bias);
    }
    this.encoder = encoder;
    this.hiddenBias = hiddenBias;
    this.decoder = decoder;
    this.itemBias = itemBias;
  }

  @Override
  public int items() {
    return itemBias.length;
  }

  QuantizedRows encoder() {
    return encoder;
  }

  float[] hiddenBias() {
    return hiddenBias;
  }

  QuantizedRows decoder() {
    return decoder;
  }

  float[] itemBias() {
    return itemBias;
  }

  /// The hidden vector of a history, h numbers in -1 .. 1.
  public float[] vector(History history) {
    double squares = 0;
    for (float strength : history.strengths()) {
      squares += (double) strength * strength;
    }
    double[] sums = new double[hiddenBias.length];
    Arrays.setAll(sums, c -> hiddenBias[c]);
    double[] row = new double[hiddenBias.length];
    for (int n = 0; n < history.size(); n++) {
      double weight = history.strengths()[n] / Math.sqrt(squares);
      encoder.row(history.items()[n], row);
      for (int c = 0; c < row.length; c++) {
        sums[c] += weight * row[c];
      }
    }
    float[] vector = new float[sums.length];
    for (int c = 0; c < vector.length; c++) {
      vector[c] = (float) StrictMath.tanh(sums[c]);
    }
    return vector;
  }

  @Override
  public Profile profile(History history) {
    return new AutoencoderProfile(history.size() == 0 ? null : QuantizedQuery.of(vector(history)));
  }

  private final class AutoencoderProfile implements Profile {
    private final @Nullable QuantizedQuery query;

    AutoencoderProfile(@Nullable QuantizedQuery query) {
      this.query = query;
    }

    @Override
    public void scores(float[] into) {
      if (into.length != items()) {
        throw new IllegalArgumentException(into.length + " places for " + items() + " scores");
      }
      if (query == null) {
        Arrays.fill(into, 0);
        return;
      }
      System.arraycopy(itemBias, 0, into, 0, into.length);
      Kernels.best().accumulateScores(decoder.values(), decoder.scales(), query, into);
      float largest = UNTRAINED;
      for (float value : into) {
        largest = Math.max(largest, value);
      }
      lift(into, largest);
    }

    @Override
    public double[] contributions(int item) {
      return NO_CONTRIBUTIONS;
    }
  }

  /// Turns the softmax's arguments into scores.
  private void lift(float[] values, float largest) {
    double sum = 0;
    for (int item = 0; item < values.length; item++) {
      boolean trained = itemBias[item] != UNTRAINED;
      values[item] = trained ? Exponential.of(values[item] - largest) : 0;
      sum += values[item];
    }
    double factor = sum > 0 ? values.length / sum : 0;
    for (int item = 0; item < values.length; item++) {
      values[item] = (float) StrictMath.log1p(factor * values[item]);
    }
  }

  private static void require(boolean allowed, float bias) {
    if (!allowed) {
      throw new IllegalArgumentException("a bias must be finite, was " + bias);
    }
  }
}
