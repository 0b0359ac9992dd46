package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.model.Popularity;
import dev.akin.model.PopularityModel;

/// Scores an item by the sum of all its strengths: the baseline that every personal model must
/// beat, and what an unknown visitor is shown. Costs one pass over the interactions.
///
/// An item without interactions scores 0. Sums are in double, so their order does not matter to the
/// last bits that are kept.
public final class PopularityTrainer implements Trainer {
  @Override
  public String name() {
    return "popularity";
  }

  @Override
  public PopularityModel fit(Interactions interactions) {
    CsrMatrix strengths = interactions.notNegative();
    double[] sums = new double[strengths.columns()];
    for (int p = 0; p < strengths.size(); p++) {
      sums[strengths.indices()[p]] += strengths.values()[p];
    }
    float[] scores = new float[sums.length];
    for (int item = 0; item < scores.length; item++) {
      scores[item] = (float) sums[item];
    }
    return new PopularityModel(new Popularity(scores));
  }

  @Override
  public MemoryNeed memory(TrainingMemory size) {
    long scores = (long) size.items() * Float.BYTES;
    long sums = (long) size.items() * Double.BYTES;
    return new MemoryNeed(size.input() + sums + scores, scores);
  }
}
