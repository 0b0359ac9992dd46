/// The adapter that starts the retrain function. May import port.
@NullMarked
package dev.akin.lambda;

import org.jspecify.annotations.NullMarked;
