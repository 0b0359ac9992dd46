/// What the application needs from outside, each behind an interface with at least two
/// implementations that pass the same contract test. May import shop and model.
@NullMarked
package dev.akin.port;

import org.jspecify.annotations.NullMarked;
