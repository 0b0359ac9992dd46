/// The calls of Gorse, so that a shop that uses it moves by another address and another key: its
/// JSON in and out, our use cases in between. May import what `function` may; nothing but the entry
/// points of `function` knows it.
@NullMarked
package dev.akin.function.gorse;

import org.jspecify.annotations.NullMarked;
