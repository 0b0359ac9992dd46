package dev.akin.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Kernels#addErrors] on the Vector API: what conjugate gradients spend their time in. Four rows
/// at once, so that the vector and the sum are read once for all of them.
final class VectorErrors {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
  private static final int LANES = 8;
  private static final int ROWS = 4;

  private VectorErrors() {}

  /// Where four rows begin; past the last row it is repeated.
  private record Offsets(int a, int b, int c, int d) {
    static Offsets of(SelectedRows rows, int n) {
      int last = rows.count() - 1;
      return new Offsets(
          rows.offset(n),
          rows.offset(Math.min(n + 1, last)),
          rows.offset(Math.min(n + 2, last)),
          rows.offset(Math.min(n + 3, last)));
    }
  }

  /// One number for each of four rows.
  private record Factors(float a, float b, float c, float d) {}

  static void add(SelectedRows rows, float[] weights, float[] x, float target, float[] into) {
    int weight = rows.picked().from();
    for (int n = 0; n < rows.count(); n += ROWS) {
      Offsets at = Offsets.of(rows, n);
      Factors products = products(rows, at, x);
      int left = rows.count() - n;
      Factors errors =
          new Factors(
              weights[weight] * (products.a - target),
              left > 1 ? weights[weight + 1] * (products.b - target) : 0,
              left > 2 ? weights[weight + 2] * (products.c - target) : 0,
              left > 3 ? weights[weight + 3] * (products.d - target) : 0);
      addScaled(rows, at, errors, into);
      weight += ROWS;
    }
  }

  private static Factors products(SelectedRows rows, Offsets at, float[] x) {
    float[] values = rows.values();
    FloatVector a = FloatVector.zero(FLOATS);
    FloatVector b = FloatVector.zero(FLOATS);
    FloatVector c = FloatVector.zero(FLOATS);
    FloatVector d = FloatVector.zero(FLOATS);
    int j = 0;
    for (; j <= rows.width() - LANES; j += LANES) {
      FloatVector part = FloatVector.fromArray(FLOATS, x, j);
      a = FloatVector.fromArray(FLOATS, values, at.a + j).fma(part, a);
      b = FloatVector.fromArray(FLOATS, values, at.b + j).fma(part, b);
      c = FloatVector.fromArray(FLOATS, values, at.c + j).fma(part, c);
      d = FloatVector.fromArray(FLOATS, values, at.d + j).fma(part, d);
    }
    float sumA = VectorKernels.total(a);
    float sumB = VectorKernels.total(b);
    float sumC = VectorKernels.total(c);
    float sumD = VectorKernels.total(d);
    for (; j < rows.width(); j++) {
      sumA += x[j] * values[at.a + j];
      sumB += x[j] * values[at.b + j];
      sumC += x[j] * values[at.c + j];
      sumD += x[j] * values[at.d + j];
    }
    return new Factors(sumA, sumB, sumC, sumD);
  }

  private static void addScaled(SelectedRows rows, Offsets at, Factors factors, float[] into) {
    float[] values = rows.values();
    FloatVector a = FloatVector.broadcast(FLOATS, factors.a);
    FloatVector b = FloatVector.broadcast(FLOATS, factors.b);
    FloatVector c = FloatVector.broadcast(FLOATS, factors.c);
    FloatVector d = FloatVector.broadcast(FLOATS, factors.d);
    int j = 0;
    for (; j <= rows.width() - LANES; j += LANES) {
      FloatVector sum = FloatVector.fromArray(FLOATS, into, j);
      sum = FloatVector.fromArray(FLOATS, values, at.a + j).fma(a, sum);
      sum = FloatVector.fromArray(FLOATS, values, at.b + j).fma(b, sum);
      sum = FloatVector.fromArray(FLOATS, values, at.c + j).fma(c, sum);
      sum = FloatVector.fromArray(FLOATS, values, at.d + j).fma(d, sum);
      sum.intoArray(into, j);
    }
    for (; j < rows.width(); j++) {
      float sum = into[j] + factors.a * values[at.a + j] + factors.b * values[at.b + j];
      into[j] = sum + factors.c * values[at.c + j] + factors.d * values[at.d + j];
    }
  }
}
