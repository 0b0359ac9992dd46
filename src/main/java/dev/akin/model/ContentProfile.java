package dev.akin.model;

import dev.akin.math.PackedMatrix;
import dev.akin.math.PickedRows;

/// A history as the words of its items.
final class ContentProfile implements ItemScorer.AdditiveProfile {
  private final PackedMatrix byTerm;
  private final History history;
  private final PickedRows items;

  /// Of the terms of the history, times strength and summed.
  private final float[] weights;

  /// @param byTerm terms x items, the index of `vectors`
  ContentProfile(PackedMatrix vectors, PackedMatrix byTerm, History history) {
    this.byTerm = byTerm;
    this.history = history;
    items = new PickedRows(vectors, history.items());
    weights = items.combination(history.strengths());
  }

  @Override
  public void addScores(float factor, float[] into) {
    int[] terms = items.columns();
    int[] all = byTerm.cells();
    int bits = byTerm.bits();
    int unused = Integer.SIZE - bits;
    int[] next = new int[terms.length];
    float[] units = new float[terms.length];
    // The first item of every term in a loop of its own: these reads are far apart, and here they
    // do not wait for each other.
    for (int n = 0; n < terms.length; n++) {
      int p = byTerm.starts()[terms[n]];
      units[n] = factor * weights[n] * byTerm.scales()[terms[n]];
      into[all[p] >>> bits] += units[n] * (all[p] << unused >> unused);
      next[n] = p + 1;
    }
    for (int n = 0; n < terms.length; n++) {
      float unit = units[n];
      int to = byTerm.starts()[terms[n] + 1];
      for (int p = next[n]; p < to; p++) {
        into[all[p] >>> bits] += unit * (all[p] << unused >> unused);
      }
    }
  }

  @Override
  public float score(int item) {
    return items.product(item, weights);
  }

  @Override
  public double[] contributions(int item) {
    float[] products = new float[history.size()];
    items.products(item, products);
    double[] shares = new double[products.length];
    for (int h = 0; h < shares.length; h++) {
      shares[h] = (double) history.strengths()[h] * products[h];
    }
    return shares;
  }
}
