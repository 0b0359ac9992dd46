package dev.akin.rank.list;

import java.util.List;

/// What a list is made from: scores of the whole catalogue and the rules that items must meet.
///
/// @param items how many items the release has; all are numbered below this
/// @param tiers the preferred first; a later one only fills what earlier ones left empty
/// @param rules all must be met, by pins and promotions too
public record Candidates(int items, List<Tier> tiers, List<Rule> rules) {
  public Candidates {
    tiers = List.copyOf(tiers);
    rules = List.copyOf(rules);
    tiers.forEach(tier -> tier.require(items));
  }

  /// The scores of a tier.
  float[] scores(int tier) {
    float[] scores = tiers.get(tier).scores();
    tiers.get(tier).require(items);
    return scores;
  }

  boolean allowed(int item) {
    for (Rule rule : rules) {
      if (!rule.keeps().test(item)) {
        return false;
      }
    }
    return true;
  }

  /// The first tier that holds an item, or -1.
  int tierOf(int item) {
    for (int t = 0; t < tiers.size(); t++) {
      if (tiers.get(t).holds(item)) {
        return t;
      }
    }
    return -1;
  }
}
