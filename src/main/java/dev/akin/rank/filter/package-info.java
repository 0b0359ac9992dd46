/// The language of filters and rules: text to syntax tree, tree to a set of items of a loaded
/// catalogue, and the rules of a shop that are made of both. The grammar is in src/docs/filters.md.
@NullMarked
package dev.akin.rank.filter;

import org.jspecify.annotations.NullMarked;
