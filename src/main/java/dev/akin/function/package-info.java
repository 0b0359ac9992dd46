/// Funqy entry points and wire records: HTTP in, problem+json out, nothing else. May import app and
/// shop.
@NullMarked
package dev.akin.function;

import org.jspecify.annotations.NullMarked;
