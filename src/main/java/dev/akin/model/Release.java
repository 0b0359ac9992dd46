package dev.akin.model;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that serving needs, loaded: all arrays of one length share the item numbers of the
/// catalogue snapshot.
///
/// @param popularity one score per item, at least 0
/// @param scorers the personal models by the word of their strategy, e.g. `factors`; may be empty
public record Release(
    ReleaseManifest manifest,
    CatalogueSnapshot catalogue,
    Popularity popularity,
    SortedMap<String, ItemScorer> scorers) {
  public Release {
    if (popularity.scores().length != catalogue.size()) {
      throw new IllegalArgumentException("popularity and catalogue differ in size");
    }
    for (Map.Entry<String, ItemScorer> scorer : scorers.entrySet()) {
      if (scorer.getValue().items() != catalogue.size()) {
        throw new IllegalArgumentException(scorer.getKey() + " and catalogue differ in size");
      }
    }
    scorers = new TreeMap<>(scorers);
  }
}
