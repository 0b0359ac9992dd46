package dev.akin.learn;

import dev.akin.math.Kernels;
import dev.akin.math.Panel;
import dev.akin.math.Parallel;
import dev.akin.math.SelectedRows;
import dev.akin.math.SelectedRows.Span;
import dev.akin.math.SingularMatrixException;
import dev.akin.model.FoldIn;
import java.util.Arrays;

/// Improves rows of a half-step by a few steps of conjugate gradients from where they are, without
/// ever forming their systems.
///
/// A row x of seen items i solves `A x = b` with `A = alpha0 G + r I + sum of c_i y_i y_i'` and `b
/// = sum of c_i y_i`. One product with A costs `seen * k + k^2` instead of the `seen * k^2 / 2`
/// that forming A takes, and as x is nearly right from the iteration before, a few steps do:
/// Takács, Pilászy and Tikk, "Applications of the conjugate gradient method for implicit feedback
/// collaborative filtering", RecSys 2011, section 3.2 and algorithm 1, with the weights of
/// [AlsTrainer].
///
/// Owns its scratch arrays: one object per thread.
final class ConjugateSolver implements Parallel.Worker {
  private final Kernels kernels = Kernels.best();
  private final HalfStep step;
  private final FoldIn foldIn;
  private final int steps;
  private final Panel gram;
  private final float[] x;
  private final float[] residual;
  private final float[] direction;
  private final float[] product;

  ConjugateSolver(HalfStep step, FoldIn foldIn, int steps) {
    int k = step.factors();
    this.step = step;
    this.foldIn = foldIn;
    this.steps = steps;
    gram = new Panel(step.gram(), 0, k, k);
    x = new float[k];
    residual = new float[k];
    direction = new float[k];
    product = new float[k];
  }

  @Override
  public void run(int from, int to) {
    for (int row = from; row < to; row++) {
      solve(row);
    }
  }

  private void solve(int row) {
    int k = step.factors();
    int start = step.matrix().starts()[row];
    int count = step.matrix().starts()[row + 1] - start;
    if (count == 0) {
      Arrays.fill(step.target(), row * k, (row + 1) * k, 0);
      return;
    }
    double weight = 0;
    for (int p = start; p < start + count; p++) {
      weight += step.matrix().values()[p];
    }
    System.arraycopy(step.target(), row * k, x, 0, k);
    SelectedRows seen =
        new SelectedRows(
            step.fixed(), k, new Span(0, k), step.matrix().indices(), new Span(start, count));
    descend(seen, (float) foldIn.ridge(weight));
    System.arraycopy(x, 0, step.target(), row * k, k);
    if (!Float.isFinite(kernels.dot(x, 0, x, 0, k))) {
      throw new SingularMatrixException(
          "no finite solution for row "
              + row
              + " with "
              + count
              + " interactions; raise regularization or bound the strengths");
    }
  }

  private void descend(SelectedRows seen, float ridge) {
    int k = step.factors();
    multiply(seen, ridge, x, 1, residual);
    for (int c = 0; c < k; c++) {
      residual[c] = -residual[c];
    }
    System.arraycopy(residual, 0, direction, 0, k);
    float square = kernels.dot(residual, 0, residual, 0, k);
    for (int s = 0; s < steps && square > Float.MIN_NORMAL; s++) {
      multiply(seen, ridge, direction, 0, product);
      float length = square / kernels.dot(direction, 0, product, 0, k);
      kernels.axpy(length, direction, 0, x, 0, k);
      kernels.axpy(-length, product, 0, residual, 0, k);
      float next = kernels.dot(residual, 0, residual, 0, k);
      float growth = next / square;
      for (int c = 0; c < k; c++) {
        direction[c] = residual[c] + growth * direction[c];
      }
      square = next;
    }
  }

  /// `A vector - target b`.
  private void multiply(
      SelectedRows seen, float ridge, float[] vector, float target, float[] into) {
    for (int c = 0; c < into.length; c++) {
      into[c] = ridge * vector[c];
    }
    kernels.addCombination(gram, vector, into, 0);
    kernels.addErrors(seen, step.matrix().values(), vector, target, into);
  }
}
