package dev.akin.model;

import dev.akin.math.CompactNumbers;
import dev.akin.math.PackedMatrix;
import java.util.Arrays;

/// A history as the words of its items.
final class ContentProfile implements ItemScorer.Profile {
  private final ContentModel model;
  private final History history;
  private final CompactNumbers numbers;

  /// The terms of the history by number, and their weights, times strength and summed.
  private final int[] terms;

  private final float[] weights;

  /// The cells of the history's items one after the other, by number of their term; those of the
  /// item h end before `ends[h]`.
  private final int[] ends;

  private final int[] cells;
  private final float[] values;

  /// What the item that is asked for has of each term; zero between two questions.
  private final float[] wanted;

  ContentProfile(ContentModel model, History history) {
    this.model = model;
    this.history = history;
    PackedMatrix vectors = model.vectors();
    numbers = new CompactNumbers(vectors.columns());
    ends = new int[history.size()];
    int count = 0;
    for (int h = 0; h < ends.length; h++) {
      int item = history.items()[h];
      count += vectors.starts()[item + 1] - vectors.starts()[item];
      ends[h] = count;
    }
    cells = new int[count];
    values = new float[count];
    int[] termsFound = new int[count];
    float[] sums = new float[count];
    for (int h = 0, at = 0; h < ends.length; h++) {
      int item = history.items()[h];
      for (int p = vectors.starts()[item]; at < ends[h]; p++, at++) {
        int term = vectors.column(p);
        cells[at] = numbers.of(term);
        values[at] = vectors.value(item, p);
        termsFound[cells[at]] = term;
        sums[cells[at]] += history.strengths()[h] * values[at];
      }
    }
    terms = Arrays.copyOf(termsFound, numbers.size());
    weights = Arrays.copyOf(sums, numbers.size());
    wanted = new float[numbers.size()];
  }

  @Override
  public void scores(float[] into) {
    Arrays.fill(into, 0);
    addScores(1, into);
  }

  @Override
  public void addScores(float factor, float[] into) {
    PackedMatrix byTerm = model.byTerm();
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
    PackedMatrix vectors = model.vectors();
    double sum = 0;
    for (int p = vectors.starts()[item]; p < vectors.starts()[item + 1]; p++) {
      int number = numbers.find(vectors.column(p));
      sum += number < 0 ? 0 : (double) weights[number] * vectors.value(item, p);
    }
    return (float) sum;
  }

  @Override
  public double[] contributions(int item) {
    double[] shares = new double[history.size()];
    if (spread(item)) {
      for (int h = 0, p = 0; h < shares.length; h++) {
        double sum = 0;
        for (; p < ends[h]; p++) {
          sum += (double) values[p] * wanted[cells[p]];
        }
        shares[h] = history.strengths()[h] * sum;
      }
      Arrays.fill(wanted, 0);
    }
    return shares;
  }

  /// Whether the item has a term of the history.
  private boolean spread(int item) {
    PackedMatrix vectors = model.vectors();
    boolean any = false;
    for (int p = vectors.starts()[item]; p < vectors.starts()[item + 1]; p++) {
      int number = numbers.find(vectors.column(p));
      if (number >= 0) {
        wanted[number] = vectors.value(item, p);
        any = true;
      }
    }
    return any;
  }
}
