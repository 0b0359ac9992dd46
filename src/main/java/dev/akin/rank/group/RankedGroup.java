package dev.akin.rank.group;

import java.util.List;

/// A group with what it is worth to somebody.
///
/// @param value what its items have in common, e.g. `Home > Mugs`
/// @param score in (0, 1], see [GroupRanking]
/// @param places where its items are in the list, from 0, best first; at least one
public record RankedGroup(String value, double score, List<Integer> places) {
  public RankedGroup {
    places = List.copyOf(places);
  }
}
