package dev.akin.rank.explore;

/// What may be shown at one place instead of what the ranking says, and how likely.
///
/// @param items distinct
/// @param probabilities of each being shown, positive; together at most 1
public record Lot(int[] items, double[] probabilities) {
  /// How likely the ranking's own item stays: what is left of 1.
  public double keep() {
    double keep = 1;
    for (double probability : probabilities) {
      keep -= probability;
    }
    return Math.max(0, keep);
  }

  /// Which of the items is drawn, or -1 for the ranking's own.
  ///
  /// @param chance uniform in [0, 1)
  public int draw(double chance) {
    double passed = 0;
    for (int i = 0; i < items.length; i++) {
      passed += probabilities[i];
      if (chance < passed) {
        return i;
      }
    }
    return -1;
  }
}
