/// The calls of Amazon Personalize's runtime and events, so that a shop that uses it moves by
/// another endpoint and another credential: its JSON in and out, our use cases in between. May
/// import what `function` may; nothing but the entry points of `function` knows it.
@NullMarked
package dev.akin.function.personalize;

import org.jspecify.annotations.NullMarked;
