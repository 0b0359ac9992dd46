package dev.akin.rank.score;

/// An item that was shown to the person whom a list is made for.
///
/// @param item its number in the release
/// @param at epoch milliseconds
/// @param clicked whether the person acted on the item then or later
public record Impression(int item, long at, boolean clicked) {}
