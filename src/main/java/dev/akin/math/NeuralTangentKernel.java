package dev.akin.math;

/// How alike an infinitely wide neural network finds two vectors, as a function of their cosine:
/// the neural tangent kernel of a fully connected ReLU network with unit-length inputs and without
/// biases (Jacot, Gabriel and Hongler, "Neural tangent kernel", NeurIPS 2018, theorem 1; Cho and
/// Saul, "Kernel methods for deep learning", NeurIPS 2009, equations 5 and 6, for the two functions
/// of the angle).
///
/// `S = T = cosine`, then once per hidden layer `T = T k0(S) + k1(S)`, `S = k1(S)`, with `k0(s) =
/// (pi - acos s) / pi` and `k1(s) = (sqrt(1 - s^2) + s (pi - acos s)) / pi`. Divided by `depth + 1`
/// equal vectors have 1; for cosines from 0 to 1 it grows with the cosine.
///
/// @param depth hidden layers, 1..16: the more, the steeper near a cosine of 1
public record NeuralTangentKernel(int depth) {
  private static final int DEEPEST = 16;

  public NeuralTangentKernel {
    if (depth < 1 || depth > DEEPEST) {
      throw new IllegalArgumentException("depth must be in 1.." + DEEPEST + ", was " + depth);
    }
  }

  /// @param cosine counts as -1 or 1 beyond that
  public double of(double cosine) {
    double similarity = Math.clamp(cosine, -1, 1);
    double tangent = similarity;
    for (int layer = 0; layer < depth; layer++) {
      double angle = Math.PI - StrictMath.acos(similarity);
      double next = (Math.sqrt(1 - similarity * similarity) + similarity * angle) / Math.PI;
      tangent = tangent * angle / Math.PI + next;
      similarity = Math.min(1, next);
    }
    return tangent / (depth + 1);
  }
}
