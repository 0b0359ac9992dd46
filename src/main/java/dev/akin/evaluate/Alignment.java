package dev.akin.evaluate;

import dev.akin.evaluate.split.Fold;
import dev.akin.math.IdIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// Puts the test users of several folds into one order, so that their values can be averaged and
/// resampled together.
///
/// @param users how many distinct test users there are
/// @param positions per fold the place of each of its test users
record Alignment(int users, List<int[]> positions) {
  static Alignment of(List<Fold> folds) {
    TreeSet<String> ids = new TreeSet<>();
    folds.forEach(fold -> fold.tests().forEach(test -> ids.add(test.id())));
    IdIndex index = IdIndex.of(ids);
    List<int[]> positions = new ArrayList<>();
    for (Fold fold : folds) {
      positions.add(fold.tests().stream().mapToInt(test -> index.indexOf(test.id())).toArray());
    }
    return new Alignment(index.size(), positions);
  }

  /// One array per fold over all users; NaN for users that the fold does not test.
  double[][] align(List<double[]> values) {
    double[][] aligned = new double[values.size()][users];
    for (int fold = 0; fold < aligned.length; fold++) {
      Arrays.fill(aligned[fold], Double.NaN);
      for (int user = 0; user < values.get(fold).length; user++) {
        aligned[fold][positions.get(fold)[user]] = values.get(fold)[user];
      }
    }
    return aligned;
  }
}
