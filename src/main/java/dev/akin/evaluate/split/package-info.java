/// What is trained on and what is tested on: observations, protocols that part them, and the fold
/// that trainers and metrics work on. May import shop, math, model and learn.
@NullMarked
package dev.akin.evaluate.split;

import org.jspecify.annotations.NullMarked;
