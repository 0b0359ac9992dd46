package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.SeededRandom;
import dev.akin.model.RatingModel;

/// Learns to predict explicit ratings: Bayesian matrix factorisation with biases and features.
///
/// `r_ui ~ N(mean + b_u + b_i + p_u . q_i, 1/alpha)`, with normal priors whose means are linear in
/// what is known about a row ([RatingPrior]). Gibbs sampling: in every sweep users are drawn given
/// items, items given users ([RatingSide]), and the noise `1/alpha` follows the error. This is
/// alternating least squares on jittered ratings; the mean prediction over the kept draws needs no
/// tuned regularisation and no early stopping. For a kept draw, users enter by their mean given the
/// items, which takes their part of the sampling noise away.
///
/// | symbol | meaning | shape / range |
/// |--------|---------|---------------|
/// | b_u, b_i | biases | users, items |
/// | p_u, q_i | factors of one draw | k |
/// | alpha | precision of a rating, ratings standardised | > 0 |
///
/// Sources: Koren, Bell and Volinsky, "Matrix factorization techniques for recommender systems",
/// 2009, equation 4 (biases); Salakhutdinov and Mnih, ICML 2008 (sampling; precisions are diagonal
/// here and set to their conditional means); Simm et al., "Macau: scalable Bayesian factorization
/// with high-dimensional side information", 2017 (features in the priors).
///
/// Cost per sweep: `cells * k^2 + (users + items) * (k^3 / 3 + k * features)`; memory and model
/// `(users + items) * k * draws`. A user or item without ratings is predicted from its features;
/// without any ratings everything is predicted 0. Same seed, same bytes, whatever the threads.
/// Keeps no reference to its argument; safe for concurrent use.
public final class RatingTrainer {
  private final RatingParameters parameters;
  private final TrainingProgress progress;

  public RatingTrainer(RatingParameters parameters) {
    this(parameters, TrainingProgress.NONE);
  }

  /// @param progress told the error on the training ratings after each sweep
  public RatingTrainer(RatingParameters parameters, TrainingProgress progress) {
    this.parameters = parameters;
    this.progress = progress;
  }

  /// @throws dev.akin.math.SingularMatrixException if values are too extreme for float numbers
  public RatingModel fit(Ratings ratings) {
    RatingScale scale = RatingScale.of(ratings.values());
    CsrMatrix byUser = scale.standardised(ratings.values());
    CsrMatrix byItem = byUser.transpose();
    SeededRandom random = new SeededRandom(parameters.seed());
    TasteFeatures taste =
        TasteFeatures.of(byUser, byItem, parameters.tasteFeatures(), random.split(0));
    RatingSide users = side(byUser, ratings.userAttributes(), taste.users(), random.split(1));
    RatingSide items = side(byItem, ratings.itemAttributes(), taste.items(), random.split(2));
    double unit = scale.deviation();
    RatingDraws ofUsers =
        new RatingDraws(users.size(), parameters, unit, unit / parameters.draws());
    RatingDraws ofItems = new RatingDraws(items.size(), parameters, unit, 1);
    Parallel parallel = new Parallel(parameters.threads());
    double alpha = 1;
    for (int sweep = 0; sweep < parameters.sweeps(); sweep++) {
      SeededRandom own = random.split(3 + sweep);
      users.draw(items, alpha, own.split(0), parallel);
      items.draw(users, alpha, own.split(1), parallel);
      double error = users.squaredError(items);
      alpha = (byUser.size() + 1) / (error + 1);
      progress.reached(
          "training RMSE", sweep + 1, unit * Math.sqrt(error / Math.max(1, byUser.size())));
      if (parameters.keeps(sweep)) {
        ofUsers.keep(users.means(items, alpha, parallel));
        ofItems.keep(items.rows());
      }
    }
    return new RatingModel(scale.scale(), ofUsers.side(), ofItems.side());
  }

  /// Ratings both ways, features, the kept draws and their rounded copies.
  MemoryNeed memory(TrainingMemory size, int userAttributes, int itemAttributes) {
    long model = drawsOf(size.users(), 1) + drawsOf(size.items(), 1);
    long draws = drawsOf(size.users(), Float.BYTES) + drawsOf(size.items(), Float.BYTES);
    long dimension = parameters.factors() + 1L;
    long means = Float.BYTES * dimension * size.users();
    long square = dimension * dimension;
    long solver = 4 * Float.BYTES * (square + 64 * dimension) + TrainingMemory.ROW_SCRATCH;
    long peak =
        size.input()
            + TrainingMemory.CELL * size.cells()
            + size.transposed()
            + sideOf(size.users(), userAttributes)
            + sideOf(size.items(), itemAttributes)
            + means
            + draws
            + model
            + parameters.threads() * solver;
    return new MemoryNeed(peak, model);
  }

  /// Taste, features, activity, expectations and the current draw.
  private long sideOf(long rows, long attributes) {
    long features = 2 + attributes + parameters.tasteFeatures();
    long numbers = parameters.tasteFeatures() + features + 1;
    long dimension = parameters.factors() + 1L;
    return rows * (Double.BYTES * numbers + 2 * Float.BYTES * dimension)
        + 4 * Double.BYTES * features * features;
  }

  private long drawsOf(long rows, long bytes) {
    return rows * (bytes * parameters.factors() * parameters.draws() + Double.BYTES);
  }

  private RatingSide side(
      CsrMatrix values, CsrMatrix attributes, double[] taste, SeededRandom random) {
    int dimension = parameters.factors() + 1;
    RatingPrior prior =
        new RatingPrior(values, attributes, taste, parameters.shrinkage(), dimension);
    return new RatingSide(values, prior, dimension, random);
  }
}
