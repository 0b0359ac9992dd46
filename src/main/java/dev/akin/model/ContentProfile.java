package dev.akin.model;

import dev.akin.math.PackedMatrix;
import java.util.Arrays;

/// A history as the words of its items. The words that occur get numbers of their own, so that what
/// is asked for one item after the other stays in the nearest cache.
final class ContentProfile implements ItemScorer.Profile {
  private final ContentModel model;
  private final History history;

  /// Of every term of the model its number here plus one; 0 if the history does not have it.
  private final int[] numbers;

  /// The terms of the history, in the order of their numbers.
  private int[] terms;

  /// Their weights, times strength and summed.
  private float[] weights;

  private int size;

  /// The cells of the history's items one after the other, by numbers; `ends` says whose they are.
  private final int[] ends;

  private final int[] cells;
  private final float[] values;

  /// What the item that is asked for has of each term; zero between two questions.
  private float[] wanted = {};

  ContentProfile(ContentModel model, History history) {
    this.model = model;
    this.history = history;
    PackedMatrix vectors = model.vectors();
    numbers = new int[vectors.columns()];
    ends = new int[history.size()];
    int count = 0;
    for (int h = 0; h < ends.length; h++) {
      int item = history.items()[h];
      count += vectors.starts()[item + 1] - vectors.starts()[item];
      ends[h] = count;
    }
    terms = new int[count];
    weights = new float[count];
    cells = new int[count];
    values = new float[count];
    for (int h = 0, at = 0; h < ends.length; h++) {
      int item = history.items()[h];
      for (int p = vectors.starts()[item]; p < vectors.starts()[item + 1]; p++, at++) {
        cells[at] = number(vectors.column(p));
        values[at] = vectors.value(item, p);
        weights[cells[at]] += history.strengths()[h] * values[at];
      }
    }
    terms = Arrays.copyOf(terms, size);
    weights = Arrays.copyOf(weights, size);
  }

  private int number(int term) {
    if (numbers[term] == 0) {
      terms[size++] = term;
      numbers[term] = size;
    }
    return numbers[term] - 1;
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
    // Looked up for all terms at once: these reads do not wait for each other.
    int[] from = new int[terms.length];
    int[] to = new int[terms.length];
    float[] units = new float[terms.length];
    for (int n = 0; n < terms.length; n++) {
      from[n] = byTerm.starts()[terms[n]];
      to[n] = byTerm.starts()[terms[n] + 1];
      units[n] = factor * weights[n] * byTerm.scales()[terms[n]];
    }
    for (int n = 0; n < terms.length; n++) {
      float unit = units[n];
      for (int p = from[n]; p < to[n]; p++) {
        into[all[p] >>> bits] += unit * (all[p] << unused >> unused);
      }
    }
  }

  @Override
  public float score(int item) {
    PackedMatrix vectors = model.vectors();
    double sum = 0;
    for (int p = vectors.starts()[item]; p < vectors.starts()[item + 1]; p++) {
      int number = numbers[vectors.column(p)];
      sum += number == 0 ? 0 : (double) weights[number - 1] * vectors.value(item, p);
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
    if (wanted.length == 0) {
      wanted = new float[terms.length];
    }
    boolean any = false;
    for (int p = vectors.starts()[item]; p < vectors.starts()[item + 1]; p++) {
      int number = numbers[vectors.column(p)];
      if (number > 0) {
        wanted[number - 1] = vectors.value(item, p);
        any = true;
      }
    }
    return any;
  }
}
