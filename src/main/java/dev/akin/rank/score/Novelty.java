package dev.akin.rank.score;

/// How little known items are: their self-information.
///
/// `n_i = -ln(p_i + m)`, scaled to 0..1 among the items compared, with p the popularity and m its
/// mean among them, which keeps items without any event finite and makes the unit of popularity
/// irrelevant (Zhou et al., "Solving the apparent diversity-accuracy dilemma of recommender
/// systems", PNAS 2010, where the self-information of an object is `log2(users / degree)`).
public final class Novelty {
  private Novelty() {}

  /// One value in 0..1 per item, 1 for the least popular; all 0 where all are equally popular.
  ///
  /// @param popularity one per item of the release, finite and not negative
  public static double[] of(int[] items, float[] popularity) {
    double mean = 0;
    for (int item : items) {
      mean += (double) popularity[item] / items.length;
    }
    double[] novelty = new double[items.length];
    if (mean > 0) {
      for (int i = 0; i < items.length; i++) {
        novelty[i] = -StrictMath.log(popularity[items[i]] + mean);
      }
    }
    return UnitRange.scaled(novelty);
  }
}
