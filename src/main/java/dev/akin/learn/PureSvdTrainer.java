package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.model.ProjectionModel;
import dev.akin.model.QuantizedRows;

/// Matrix factorisation by the singular value decomposition of the matrix with zeros for what is
/// unseen (Cremonesi, Koren and Turrin, "Performance of recommender algorithms on top-N
/// recommendation tasks", RecSys 2010, section 3.2): `score = h V V'` for a history h and the k
/// leading right singular vectors V, see [RandomizedSvd].
///
/// Needs no regularisation: k alone decides how much is smoothed. With k as large as the matrix'
/// rank a history is only given back, so k has to stay well below it. Factors are computed in float
/// and rounded to int8 in the model. An item without interactions has the zero vector. Same seed,
/// same bytes, whatever the threads. Safe for concurrent use.
public final class PureSvdTrainer implements Trainer {
  private final PureSvdParameters parameters;

  public PureSvdTrainer(PureSvdParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public String name() {
    return "pure-svd";
  }

  @Override
  public ProjectionModel fit(Interactions interactions) {
    CsrMatrix matrix = interactions.notNegative();
    int wanted = parameters.factors() + parameters.oversampling();
    RandomizedSvd svd = new RandomizedSvd(matrix, wanted, new Parallel(parameters.threads()));
    int k = Math.min(parameters.factors(), svd.sketch());
    if (k == 0) {
      return new ProjectionModel(QuantizedRows.of(new float[0], matrix.columns(), 0));
    }
    float[] vectors = svd.rightVectors(k, parameters.iterations(), parameters.seed());
    return new ProjectionModel(QuantizedRows.of(vectors, matrix.columns(), k));
  }

  @Override
  public MemoryNeed memory(TrainingMemory size) {
    long model = size.items() * ((long) parameters.factors() + Float.BYTES);
    return new MemoryNeed(size.pureSvd(parameters), model);
  }
}
