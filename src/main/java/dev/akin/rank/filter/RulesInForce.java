package dev.akin.rank.filter;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/// The rules of one request over the item numbers of one catalogue: what candidates are taken from
/// and what the list is arranged by.
///
/// @param rules where pins, shares and caps are
/// @param allowed the items that the filter lets in
/// @param factor what the score of an item is multiplied by, [Boost#LEAST] to [Boost#MOST]
/// @param promoted per promotion: its items, whether allowed or not
/// @param groups per cap: the group of an item, -1 if it is not counted
public record RulesInForce(
    Rules rules,
    ItemSet allowed,
    IntToDoubleFunction factor,
    List<ItemSet> promoted,
    List<CapGroups> groups) {}
