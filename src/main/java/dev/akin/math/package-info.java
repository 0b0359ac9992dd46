/// Numbers without meaning: sparse matrices, id indexes, bounded top-k, kernels (Vector API with a
/// plain twin), seeded randomness and the one wrapper of EJML. Imports nothing of ours.
@NullMarked
package dev.akin.math;

import org.jspecify.annotations.NullMarked;
