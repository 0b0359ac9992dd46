package dev.akin.rank.diversity;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Chooses one item after the other, each for what it is worth beside those already chosen.
///
/// `argmax over i of (1 - d) * rel_i - d * max over chosen j of sim(i, j)`: maximal marginal
/// relevance (Carbonell and Goldstein, "The use of MMR, diversity-based reranking for reordering
/// documents and producing summaries", SIGIR 1998, section 2, with `lambda = 1 - d`).
///
/// | symbol | meaning | range |
/// |--------|---------|-------|
/// | rel_i | relevance of item i of the pool | 0..1 |
/// | sim | likeness, [Similarity] | 0..1 |
/// | d | diversity | 0..1 |
///
/// The largest likeness of every item of the pool is kept and only compared with the newest chosen
/// item, so n choices cost `n` comparisons of the pool (`n * pool * k` for k factors). Equal values
/// go to the earlier item of the pool: with d = 0 and a pool in descending relevance the choices
/// are the pool in its order, exactly. Not safe for concurrent use.
public final class MarginalRelevance {
  private final double[] relevance;
  private final double diversity;
  private final Similarity.Pool pool;
  private final float[] closest;
  private final float[] newest;

  /// @param relevance one per item of the pool; not copied
  public MarginalRelevance(double[] relevance, double diversity, Similarity.Pool pool) {
    this.relevance = relevance;
    this.diversity = diversity;
    this.pool = pool;
    closest = new float[relevance.length];
    newest = new float[relevance.length];
  }

  /// Something is on the list now, from the pool or not.
  ///
  /// @param item its number in the release
  public void choose(int item) {
    if (diversity == 0) {
      return;
    }
    Arrays.fill(newest, 0);
    pool.to(item, newest);
    for (int i = 0; i < closest.length; i++) {
      closest[i] = Math.max(closest[i], newest[i]);
    }
  }

  /// The place in the pool of what is worth most now, or -1 if nothing is open.
  ///
  /// @param open which places of the pool may be chosen
  public int best(IntPredicate open) {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < relevance.length; i++) {
      double worth = (1 - diversity) * relevance[i] - diversity * closest[i];
      if (worth > most && open.test(i)) {
        most = worth;
        best = i;
      }
    }
    return best;
  }
}
