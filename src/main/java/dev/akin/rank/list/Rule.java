package dev.akin.rank.list;

import java.util.function.IntPredicate;

/// A condition that every item of a list meets.
///
/// @param name says in an explanation which rule removed an item, e.g. `filter` or `bought`
/// @param keeps whether an item, by number, may be shown
public record Rule(String name, IntPredicate keeps) {}
