package dev.akin.learn;

import dev.akin.math.TopK;
import dev.akin.model.NeighbourLists;
import java.util.Arrays;
import java.util.List;

/// Makes one list of several whose weights do not compare, by rank alone: `score(j) = sum over
/// lists of 1 / (60 + rank(j))` (Cormack, Clarke and Buettcher, "Reciprocal rank fusion outperforms
/// Condorcet and individual rank learning methods", SIGIR 2009). What several lists agree on comes
/// first.
///
/// Costs the sum of the lists' lengths and a sort of each result. An item that no list knows has an
/// empty list. Ties go to the smaller item; nothing is random.
public final class RankFusion {
  private static final int CONSTANT = 60;

  private RankFusion() {}

  /// @param sources at least one, all of the same items
  /// @param neighbours how many each item keeps
  public static NeighbourLists of(List<NeighbourLists> sources, int neighbours) {
    int size = sources.getFirst().size();
    int[][] items = new int[size][];
    float[][] weights = new float[size][];
    float[] scores = new float[size];
    for (int item = 0; item < size; item++) {
      int[] candidates = add(sources, item, scores);
      TopK best = new TopK(Math.min(neighbours, candidates.length));
      for (int candidate : candidates) {
        best.offer(candidate, scores[candidate]);
      }
      items[item] = best.indices();
      weights[item] = TopK.pick(scores, items[item]);
      for (int candidate : candidates) {
        scores[candidate] = 0;
      }
    }
    return NeighbourLists.of(items, weights);
  }

  /// Adds up what the lists of one item say.
  ///
  /// @return the distinct items with a score, ascending
  private static int[] add(List<NeighbourLists> sources, int item, float[] scores) {
    int most = 0;
    for (NeighbourLists source : sources) {
      most += source.starts()[item + 1] - source.starts()[item];
    }
    int[] candidates = new int[most];
    int count = 0;
    for (NeighbourLists source : sources) {
      int start = source.starts()[item];
      for (int p = start; p < source.starts()[item + 1]; p++) {
        candidates[count++] = source.items()[p];
        scores[source.items()[p]] += 1f / (CONSTANT + 1 + p - start);
      }
    }
    return Arrays.stream(candidates).sorted().distinct().toArray();
  }
}
