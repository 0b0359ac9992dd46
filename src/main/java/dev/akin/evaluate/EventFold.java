package dev.akin.evaluate;

import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.TestUser;
import dev.akin.learn.EventRows;
import dev.akin.learn.Interactions;
import dev.akin.math.IdIndex;
import dev.akin.model.History;
import dev.akin.model.HistoryBuilder;
import dev.akin.shop.Strength;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Cuts the events of a shop at one moment: what happened before is learned from, what subjects
/// came to like afterwards and had not known before is to be found. The global cut keeps the future
/// out of every history.
///
/// @param rows all events
/// @param ids the items' ids, by number
/// @param strength the rule that serving uses
/// @param mostUsers how many subjects are tested at the most, evenly spread over all
public record EventFold(EventRows rows, String[] ids, Strength strength, int mostUsers) {
  /// The moment before which the given share of the events lies.
  ///
  /// @param share in (0, 1)
  public Instant moment(double share) {
    long[] times = rows.times().clone();
    Arrays.sort(times);
    return times.length == 0
        ? Instant.EPOCH
        : Instant.ofEpochMilli(times[(int) (share * times.length)]);
  }

  /// The fold that is cut at `cut`.
  public Fold at(Instant cut) {
    Interactions train = rows.interactions(strength, cut, cut.toEpochMilli());
    List<TestUser> tests = new ArrayList<>();
    for (int subject = 0; subject < rows.subjects(); subject++) {
      History history = train.history(subject);
      int[] found = history.size() == 0 ? new int[0] : found(subject, history, cut);
      if (found.length > 0) {
        TestUser.Ratings none = new TestUser.Ratings(history, new int[0], new float[0]);
        tests.add(new TestUser(name(subject), history, found, 0, none));
      }
    }
    List<String> names = IntStream.range(0, rows.subjects()).mapToObj(EventFold::name).toList();
    return new Fold(
        IdIndex.of(names),
        IdIndex.of(Arrays.asList(ids)),
        new Fold.Training(train, train),
        spread(tests),
        Map.of());
  }

  /// What a subject liked from `cut` on and had not known, ascending.
  private int[] found(int subject, History history, Instant cut) {
    HistoryBuilder later = new HistoryBuilder(strength, cut);
    for (int e = rows.starts()[subject]; e < rows.starts()[subject + 1]; e++) {
      if (rows.times()[e] >= cut.toEpochMilli()) {
        later.add(rows.items()[e], rows.weights()[e], rows.times()[e]);
      }
    }
    return Arrays.stream(later.build().items())
        .filter(item -> Arrays.binarySearch(history.items(), item) < 0)
        .toArray();
  }

  private List<TestUser> spread(List<TestUser> tests) {
    if (tests.size() <= mostUsers) {
      return tests;
    }
    return IntStream.range(0, mostUsers)
        .mapToObj(i -> tests.get((int) ((long) i * tests.size() / mostUsers)))
        .toList();
  }

  /// Subjects are numbered in the order of their keys; their names are nobody's business here.
  private static String name(int subject) {
    return "%010d".formatted(subject);
  }
}
