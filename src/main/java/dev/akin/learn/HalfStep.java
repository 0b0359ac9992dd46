package dev.akin.learn;

import dev.akin.math.CsrMatrix;

/// What all rows of one half-step share: interactions by target row, the fixed side and its Gram
/// matrix times alpha0, and where the results go. Arrays are not copied; only `target` is written.
/// Strengths and Gram matrix carry the weights of the fixed rows already.
record HalfStep(CsrMatrix matrix, float[] fixed, float[] gram, float[] target, int factors) {}
