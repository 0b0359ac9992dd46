package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.model.FactorModel;
import dev.akin.model.PackedTexts;
import dev.akin.model.QuantizedRows;
import dev.akin.model.UserFactors;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Picks the users whom others are compared with, and says what each likes: the vector that the
/// factor model folds their past into, as serving would.
///
/// Visits are nobody to compare with, and one item says too little. Of the others those with the
/// newest events stay, at equal times by id. Costs one fold-in each, see [FactorModel]; the result
/// does not depend on the number of threads.
///
/// @param most how many at most; 0 for none
/// @param threads at least 1
public record ReferenceUsers(int most, int threads) {
  private static final int FEWEST_ITEMS = 2;
  private static final int GRAIN = 64;

  /// @param subjects whose rows they are, ascending by id among users
  /// @param interactions all of `rows`
  /// @return empty if there is nobody
  public Optional<UserFactors> of(
      EventRows rows, List<Subject> subjects, Interactions interactions, FactorModel model) {
    int[] users = pick(rows, subjects, interactions.strengths());
    if (users.length == 0) {
      return Optional.empty();
    }
    int k = model.dimension();
    float[] vectors = new float[users.length * k];
    new Parallel(threads)
        .run(
            users.length,
            GRAIN,
            () ->
                (from, to) -> {
                  for (int place = from; place < to; place++) {
                    float[] vector = model.vector(interactions.history(users[place]));
                    System.arraycopy(vector, 0, vectors, place * k, k);
                  }
                });
    List<String> ids = Arrays.stream(users).mapToObj(user -> subjects.get(user).value()).toList();
    return Optional.of(
        new UserFactors(PackedTexts.of(ids), QuantizedRows.of(vectors, users.length, k)));
  }

  /// Ascending numbers.
  private int[] pick(EventRows rows, List<Subject> subjects, CsrMatrix items) {
    long[] newest = new long[rows.subjects()];
    for (int subject = 0; subject < newest.length; subject++) {
      newest[subject] = Long.MIN_VALUE;
      for (int event = rows.starts()[subject]; event < rows.starts()[subject + 1]; event++) {
        newest[subject] = Math.max(newest[subject], rows.times()[event]);
      }
    }
    return IntStream.range(0, newest.length)
        .filter(subject -> subjects.get(subject) instanceof UserId)
        .filter(subject -> items.starts()[subject + 1] - items.starts()[subject] >= FEWEST_ITEMS)
        .boxed()
        .sorted(Comparator.comparingLong((Integer subject) -> -newest[subject]))
        .limit(most)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }
}
