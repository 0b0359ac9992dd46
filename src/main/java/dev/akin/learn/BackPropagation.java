package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Exponential;
import dev.akin.math.Kernels;
import dev.akin.math.Panel;
import dev.akin.math.Parallel;
import dev.akin.math.Strided;
import java.util.Arrays;

/// Loss and gradient of an [AutoencoderNetwork] on one batch after the other.
///
/// With B users, `H = tanh(X E + a)`, `Z = D H' + c`, `P = softmax of each user's column of Z`, the
/// loss is the mean over users of `-sum over i of t_ui log P_iu`. Backwards: `dZ_iu = (P_iu sum
/// over j of t_uj - t_ui) / B`, `dD = dZ H`, `dc = sum over u of dZ`, `dH = dZ' D`, `dA = dH (1 -
/// H^2)`, `dE = X' dA`, `da = sum over u of dA`.
///
/// Every cell of every result is summed by one thread in an order that depends on its place only.
/// Costs `6 * items * h * B` plus little. Owns its scratch arrays, `items x B` being the largest;
/// not safe for concurrent use.
final class BackPropagation {
  private static final int ITEMS_AT_ONCE = 64;
  private static final int USERS_AT_ONCE = 32;

  private final AutoencoderNetwork network;
  private final AutoencoderNetwork gradient;
  private final Parallel parallel;
  private final Kernels kernels = Kernels.best();
  private float[] layer = new float[0];
  private float[] layerTransposed = new float[0];
  private float[] layerGradient = new float[0];
  private float[] outputs = new float[0];
  private double[] losses = new double[0];
  private int users;

  /// @param network read at every batch
  BackPropagation(AutoencoderNetwork network, Parallel parallel) {
    this.network = network;
    this.parallel = parallel;
    gradient = AutoencoderNetwork.zero(network.items(), network.hidden());
  }

  /// The gradient of the last batch; overwritten by the next.
  AutoencoderNetwork gradient() {
    return gradient;
  }

  /// Computes the gradient of a batch and returns its loss.
  double run(AutoencoderBatch batch) {
    allocate(batch.users());
    encode(batch.inputs());
    decode();
    softmax(batch.targets());
    decoderGradient();
    encoderGradient(batch.inputs());
    double loss = 0;
    for (int user = 0; user < users; user++) {
      loss += losses[user] / users;
    }
    return loss;
  }

  /// Batches may be shorter than the one before without new arrays.
  private void allocate(int batchUsers) {
    users = batchUsers;
    if (losses.length < users) {
      layer = new float[users * network.hidden()];
      layerTransposed = new float[users * network.hidden()];
      layerGradient = new float[users * network.hidden()];
      outputs = new float[Math.multiplyExact(users, network.items())];
      losses = new double[users];
    }
  }

  private void encode(CsrMatrix inputs) {
    int h = network.hidden();
    parallel.run(
        users,
        USERS_AT_ONCE,
        () ->
            (from, to) -> {
              for (int user = from; user < to; user++) {
                System.arraycopy(network.hiddenBias(), 0, layer, user * h, h);
                for (int p = inputs.starts()[user]; p < inputs.starts()[user + 1]; p++) {
                  int item = inputs.indices()[p] * h;
                  kernels.axpy(inputs.values()[p], network.encoder(), item, layer, user * h, h);
                }
                for (int c = 0; c < h; c++) {
                  float value = (float) StrictMath.tanh(layer[user * h + c]);
                  layer[user * h + c] = value;
                  layerTransposed[c * users + user] = value;
                }
              }
            });
  }

  private void decode() {
    int h = network.hidden();
    Panel right = new Panel(layerTransposed, 0, h, users);
    parallel.run(
        network.items(),
        ITEMS_AT_ONCE,
        () ->
            (from, to) -> {
              for (int item = from; item < to; item++) {
                Arrays.fill(outputs, item * users, (item + 1) * users, network.itemBias()[item]);
              }
              Strided left = Strided.rows(network.decoder(), from, h);
              kernels.addProduct(left, to - from, right, outputs, from * users);
            });
  }

  private void softmax(CsrMatrix targets) {
    parallel.run(
        targets.rows(),
        USERS_AT_ONCE,
        () ->
            (from, to) -> {
              float[] largest = largest(from, to);
              double[] sums = exponentials(from, to, largest);
              for (int user = from; user < to; user++) {
                losses[user] = loss(targets, user, sums[user - from]);
              }
              normalise(targets, from, to, sums);
            });
  }

  private float[] largest(int from, int to) {
    float[] largest = new float[to - from];
    Arrays.fill(largest, Float.NEGATIVE_INFINITY);
    for (int item = 0; item < network.items(); item++) {
      for (int user = from; user < to; user++) {
        largest[user - from] = Math.max(largest[user - from], outputs[item * users + user]);
      }
    }
    return largest;
  }

  private double[] exponentials(int from, int to, float[] largest) {
    double[] sums = new double[to - from];
    for (int item = 0; item < network.items(); item++) {
      for (int user = from; user < to; user++) {
        float value = Exponential.of(outputs[item * users + user] - largest[user - from]);
        outputs[item * users + user] = value;
        sums[user - from] += value;
      }
    }
    return sums;
  }

  private double loss(CsrMatrix targets, int user, double sum) {
    double loss = 0;
    for (int p = targets.starts()[user]; p < targets.starts()[user + 1]; p++) {
      double share = outputs[targets.indices()[p] * users + user] / sum;
      loss -= targets.values()[p] * StrictMath.log(Math.max(share, Float.MIN_NORMAL));
    }
    return loss;
  }

  /// Turns exponentials into the gradient with respect to Z.
  private void normalise(CsrMatrix targets, int from, int to, double[] sums) {
    float[] factors = new float[to - from];
    for (int user = from; user < to; user++) {
      double weight = 0;
      for (int p = targets.starts()[user]; p < targets.starts()[user + 1]; p++) {
        weight += targets.values()[p];
      }
      factors[user - from] = (float) (weight / (sums[user - from] * users));
    }
    for (int item = 0; item < network.items(); item++) {
      for (int user = from; user < to; user++) {
        outputs[item * users + user] *= factors[user - from];
      }
    }
    for (int user = from; user < to; user++) {
      for (int p = targets.starts()[user]; p < targets.starts()[user + 1]; p++) {
        outputs[targets.indices()[p] * users + user] -= targets.values()[p] / users;
      }
    }
  }

  private void decoderGradient() {
    int h = network.hidden();
    Panel right = new Panel(layer, 0, users, h);
    parallel.run(
        network.items(),
        ITEMS_AT_ONCE,
        () ->
            (from, to) -> {
              Arrays.fill(gradient.decoder(), from * h, to * h, 0);
              Strided left = Strided.rows(outputs, from, users);
              kernels.addProduct(left, to - from, right, gradient.decoder(), from * h);
              for (int item = from; item < to; item++) {
                float sum = 0;
                for (int user = 0; user < users; user++) {
                  sum += outputs[item * users + user];
                }
                gradient.itemBias()[item] = sum;
              }
            });
  }

  private void encoderGradient(CsrMatrix inputs) {
    int h = network.hidden();
    layerGradient();
    Arrays.fill(gradient.hiddenBias(), 0);
    for (int user = 0; user < inputs.rows(); user++) {
      kernels.axpy(1, layerGradient, user * h, gradient.hiddenBias(), 0, h);
    }
    CsrMatrix byItem = inputs.transpose();
    parallel.run(
        network.items(),
        ITEMS_AT_ONCE,
        () ->
            (from, to) -> {
              Arrays.fill(gradient.encoder(), from * h, to * h, 0);
              for (int item = from; item < to; item++) {
                for (int p = byItem.starts()[item]; p < byItem.starts()[item + 1]; p++) {
                  int user = byItem.indices()[p] * h;
                  float value = byItem.values()[p];
                  kernels.axpy(value, layerGradient, user, gradient.encoder(), item * h, h);
                }
              }
            });
  }

  private void layerGradient() {
    int h = network.hidden();
    int items = network.items();
    parallel.run(
        users,
        USERS_AT_ONCE,
        () ->
            (from, to) -> {
              Arrays.fill(layerGradient, from * h, to * h, 0);
              for (int item = 0; item < items; item += ITEMS_AT_ONCE) {
                int count = Math.min(ITEMS_AT_ONCE, items - item);
                Strided left = Strided.transposed(outputs, item, users).skip(from);
                Panel right = new Panel(network.decoder(), item * h, count, h);
                kernels.addProduct(left, to - from, right, layerGradient, from * h);
              }
              for (int cell = from * h; cell < to * h; cell++) {
                layerGradient[cell] *= 1 - layer[cell] * layer[cell];
              }
            });
  }
}
