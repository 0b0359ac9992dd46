package dev.akin.rank.list;

import dev.akin.rank.Source;

/// Where its score puts an item, whatever rules, pins and chance make of it.
///
/// @param source which part of the release the score comes from
/// @param score after boosts and rotation, comparable within a tier
/// @param factor what boosts and rotation did to it
/// @param rank among the items that may be shown: 1 if none of them is better
public record Standing(Source source, float score, double factor, int rank) {}
