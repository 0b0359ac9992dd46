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
    int[] next = new int[terms.length];
    int[] last = new int[terms.length];
    float[] units = new float[terms.length];
    for (int n = 0; n < terms.length; n++) {
      next[n] = byTerm.starts()[terms[n]];
      last[n] = byTerm.starts()[terms[n] + 1] - 1;
      units[n] = factor * weights[n] * byTerm.scales()[terms[n]];
    }
    int[] all = byTerm.cells();
    int bits = byTerm.bits();
    int unused = Integer.SIZE - bits;
    // The ends of every list in a loop of their own: these reads are far apart, and here they do
    // not wait for each other. What is between is mostly on the same cache lines.
    for (int n = 0; n < terms.length; n++) {
      int first = all[next[n]++];
      into[first >>> bits] += units[n] * (first << unused >> unused);
      if (next[n] <= last[n]) {
        int end = all[last[n]];
        into[end >>> bits] += units[n] * (end << unused >> unused);
      }
    }
    for (int n = 0; n < terms.length; n++) {
      float unit = units[n];
      for (int p = next[n]; p < last[n]; p++) {
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
