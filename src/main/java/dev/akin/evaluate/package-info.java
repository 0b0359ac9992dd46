/// Honest offline evaluation: splits, metrics, intervals, the report and the promotion gate. May
/// import shop, math, model, learn and rank.
@NullMarked
package dev.akin.evaluate;

import org.jspecify.annotations.NullMarked;
