package dev.akin.learn;

import dev.akin.math.CsrMatrix;

/// What was bought at once: one row per basket, one column per item. Only which items are in a
/// basket counts, not how many of each.
public record Baskets(CsrMatrix purchases) {}
