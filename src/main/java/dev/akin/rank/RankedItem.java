package dev.akin.rank;

/// One place of a ranking.
///
/// @param item its number in the release
/// @param score comparable among items of one source
public record RankedItem(int item, double score, Source source) {}
