package dev.akin.app;

import dev.akin.shop.ItemId;

/// What a shop wants to know of one list.
///
/// @param source whose list it is
/// @param options of the very list; how much is told of its items makes no difference
/// @param item the item to explain
public record ExplainRequest(HistorySource source, ListOptions options, ItemId item) {}
