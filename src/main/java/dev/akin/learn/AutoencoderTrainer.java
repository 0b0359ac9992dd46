package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.SeededRandom;
import dev.akin.model.AutoencoderModel;
import dev.akin.model.QuantizedRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A denoising autoencoder for implicit feedback: a network with one hidden layer learns to tell
/// the whole history of a user from a part of it.
///
/// `p_u = softmax(D tanh(E' x_u + a) + c)`, where `x_u` is the history scaled to length 1 with a
/// random share of its items left out. Minimises the cross-entropy `-sum over i of t_ui log p_ui`
/// by [BackPropagation] and [Adam], in batches of users (Liang, Krishnan, Hoffman and Jebara,
/// "Variational autoencoders for collaborative filtering", WWW 2018, equations 2 and 3 with the
/// deterministic encoder, Mult-DAE). Of some users some items are kept from training ([Holdout]);
/// the epoch that ranks them best is the model, and training ends when it no longer improves.
///
/// | symbol | meaning | shape / range |
/// |--------|---------|---------------|
/// | E, D | encoder, decoder | items x h |
/// | a, c | biases | h, items |
/// | t_u | strengths of user u | items, >= 0 |
///
/// Cost per epoch: `6 * users * items * h` operations in dense kernels; memory `8 * items * h` and
/// `items * batch` floats. Meant for up to some 100,000 items. An item without interactions is
/// marked as untrained and scores zero. Same seed, same bytes, whatever the threads. Keeps no
/// reference to its argument; safe for concurrent use.
public final class AutoencoderTrainer implements Trainer {
  private static final double VALIDATION_USERS = 0.1;
  private static final double VALIDATION_ITEMS = 0.2;

  /// With fewer users in it, a validation says more about chance than about the model.
  private static final int FEWEST_VALIDATION_USERS = 20;

  private static final int FEWEST_BATCHES = 10;
  private static final int VALIDATED_PLACES = 10;

  private final AutoencoderParameters parameters;
  private final TrainingProgress progress;

  public AutoencoderTrainer(AutoencoderParameters parameters) {
    this(parameters, TrainingProgress.NONE);
  }

  /// @param progress told the loss and, if there are enough users for one, the validation of each
  ///   epoch
  public AutoencoderTrainer(AutoencoderParameters parameters, TrainingProgress progress) {
    this.parameters = parameters;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "autoencoder";
  }

  @Override
  public AutoencoderModel fit(Interactions interactions) {
    return train(interactions).model();
  }

  /// Like [#fit], with the learning curve.
  public AutoencoderTraining train(Interactions interactions) {
    interactions.notNegative();
    SeededRandom random = new SeededRandom(parameters.seed());
    Holdout holdout = Holdout.of(interactions, VALIDATION_USERS, VALIDATION_ITEMS, random.split(0));
    boolean validated = holdout.users().length >= FEWEST_VALIDATION_USERS;
    CsrMatrix strengths = (validated ? holdout.shown() : interactions).strengths();
    Run run = new Run(strengths, random);
    AutoencoderModel best = run.model();
    List<AutoencoderTraining.Point> curve = new ArrayList<>();
    int bestEpoch = 0;
    for (int epoch = 0; epoch < parameters.epochs(); epoch++) {
      double loss = run.epoch(epoch);
      boolean last = epoch == parameters.epochs() - 1;
      AutoencoderModel model = validated || last ? run.model() : best;
      double quality = validated ? holdout.ndcg(model, VALIDATED_PLACES) : 0;
      curve.add(new AutoencoderTraining.Point(loss, quality));
      report(epoch + 1, loss, validated ? quality : Double.NaN);
      if (!validated || quality > curve.get(bestEpoch).validation() || epoch == 0) {
        bestEpoch = epoch;
        best = model;
      }
      if (epoch - bestEpoch >= parameters.patience()) {
        break;
      }
    }
    return new AutoencoderTraining(best, curve, bestEpoch);
  }

  /// The network, its gradient and two moments; the best model and the newest; a whole epoch cut
  /// into batches; the outputs of one batch.
  @Override
  public MemoryNeed memory(TrainingMemory size) {
    long items = size.items();
    long hidden = parameters.hidden();
    long weights = 2 * items * hidden;
    long model = weights + 3 * Float.BYTES * items + Float.BYTES * hidden;
    long networks = 4 * Float.BYTES * (weights + items + hidden);
    long batch = Math.min(parameters.batch(), Math.ceilDiv(size.users(), FEWEST_BATCHES));
    long outputs = Float.BYTES * batch * (items + 3 * hidden) + size.transposed();
    long epoch = 2 * TrainingMemory.CELL * size.cells() + 8L * Integer.BYTES * size.users();
    long holdout = 2 * size.input();
    long training = holdout + epoch + networks + 2 * model + outputs;
    long collecting = TrainingMemory.collected(2L * size.users(), size.cells());
    return new MemoryNeed(size.input() + Math.max(training, collecting), model);
  }

  private void report(int epoch, double loss, double quality) {
    progress.reached("cross-entropy of the training part", epoch, loss);
    if (!Double.isNaN(quality)) {
      progress.reached("NDCG@" + VALIDATED_PLACES + " of the validation part", epoch, quality);
    }
  }

  /// One training under way.
  private final class Run {
    private final CsrMatrix strengths;
    private final SeededRandom random;
    private final AutoencoderNetwork network;
    private final AutoencoderBatches batches;
    private final BackPropagation propagation;
    private final Adam adam;
    private final Parallel parallel = new Parallel(parameters.threads());

    Run(CsrMatrix strengths, SeededRandom random) {
      this.strengths = strengths;
      this.random = random;
      network =
          AutoencoderNetwork.random(strengths.columns(), parameters.hidden(), random.split(1));
      batches =
          new AutoencoderBatches(
              strengths, parameters.batch(), FEWEST_BATCHES, parameters.dropout());
      propagation = new BackPropagation(network, parallel);
      adam = new Adam(network, parameters.learningRate(), parameters.weightDecay());
    }

    double epoch(int epoch) {
      List<AutoencoderBatch> parts = batches.of(random.split(2 + epoch));
      double loss = 0;
      for (AutoencoderBatch batch : parts) {
        loss += propagation.run(batch) / parts.size();
        adam.step(propagation.gradient(), parallel);
      }
      return loss;
    }

    AutoencoderModel model() {
      int items = network.items();
      int hidden = network.hidden();
      float[] itemBias = new float[items];
      Arrays.fill(itemBias, AutoencoderModel.UNTRAINED);
      for (int p = 0; p < strengths.size(); p++) {
        itemBias[strengths.indices()[p]] = network.itemBias()[strengths.indices()[p]];
      }
      return new AutoencoderModel(
          QuantizedRows.of(network.encoder(), items, hidden),
          network.hiddenBias().clone(),
          QuantizedRows.of(network.decoder(), items, hidden),
          itemBias);
    }
  }
}
