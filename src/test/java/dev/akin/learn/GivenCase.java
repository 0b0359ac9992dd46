package dev.akin.learn;

import dev.akin.learn.Algorithm.Feedback;
import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.RandomCases;
import dev.akin.math.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Interactions with all that any algorithm may need to know beside them.
///
/// @param texts one per item
record GivenCase(Interactions interactions, List<ItemText> texts) {
  private static final long DAY = 86_400_000L;
  private static final long START = 1_700_000_000_000L;

  /// Two kinds of users and items. User u has every item of the own kind but item u, which is to be
  /// found. Where values count, the other kind is had as well, at a low value, but for one item.
  ///
  /// @param numbers of items: i is under `numbers[i]`
  /// @param rows of users: u is in row `rows[u]`
  static GivenCase planted(Algorithm algorithm, int[] numbers, int[] rows) {
    int size = numbers.length;
    CsrBuilder cells = new CsrBuilder();
    for (int user = 0; user < size; user++) {
      for (int item = 0; item < size; item++) {
        boolean own = item % 2 == user % 2;
        if (own && item != user) {
          cells.add(rows[user], numbers[item], algorithm.feedback() == Feedback.RATINGS ? 5 : 1);
        }
        if (!own && algorithm.feedback() == Feedback.RATINGS && item != (user + 1) % size) {
          cells.add(rows[user], numbers[item], 1);
        }
      }
    }
    ItemText[] texts = new ItemText[size];
    for (int item = 0; item < size; item++) {
      texts[numbers[item]] = text(item % 2 == 0 ? "even" : "odd", item);
    }
    return new GivenCase(new Interactions(cells.build(size, size)), List.of(texts));
  }

  /// The same in the natural order.
  static GivenCase planted(Algorithm algorithm, int size) {
    int[] natural = IntStream.range(0, size).toArray();
    return planted(algorithm, natural, natural);
  }

  /// Any matrix, with words that some items share.
  static GivenCase of(CsrMatrix cells) {
    List<ItemText> texts = new ArrayList<>();
    for (int item = 0; item < cells.columns(); item++) {
      texts.add(item % 5 == 4 ? ItemText.EMPTY : text("kind" + item % 3, item));
    }
    return new GivenCase(new Interactions(cells), texts);
  }

  static GivenCase random(long seed, int size) {
    return of(PlantedInteractions.random(new RandomCases.Case(seed, size)).strengths());
  }

  private static ItemText text(String shared, int item) {
    return new ItemText(shared + " thing", "the number " + item, List.of(shared), List.of());
  }

  /// The same users in the opposite order.
  GivenCase reversed() {
    CsrMatrix cells = interactions.strengths();
    CsrBuilder reversed = new CsrBuilder();
    for (int user = cells.rows() - 1; user >= 0; user--) {
      for (int p = cells.starts()[user]; p < cells.starts()[user + 1]; p++) {
        reversed.add(cells.rows() - 1 - user, cells.indices()[p], cells.values()[p]);
      }
    }
    CsrMatrix matrix = reversed.build(cells.rows(), cells.columns());
    return new GivenCase(new Interactions(matrix), texts);
  }

  /// Every user shops on one of ten days, an item a second.
  TrainingContext context(Algorithm algorithm) {
    TrainingContext context = TrainingContext.EMPTY;
    for (Need need : algorithm.needs()) {
      context =
          switch (need) {
            case TEXTS -> context.withTexts(texts);
            case TIMES -> context.withPairs(timed());
            case VALUES -> context;
          };
    }
    return context;
  }

  private TimedPairs timed() {
    CsrMatrix cells = interactions.strengths();
    int[] users = new int[cells.size()];
    long[] times = new long[cells.size()];
    for (int user = 0; user < cells.rows(); user++) {
      for (int p = cells.starts()[user]; p < cells.starts()[user + 1]; p++) {
        users[p] = user;
        times[p] = START + user % 10 * DAY + cells.indices()[p] * 1000L;
      }
    }
    return new TimedPairs(users, Arrays.copyOf(cells.indices(), users.length), times);
  }

  /// Numbers 0 .. size - 1 in an order of their own.
  static int[] shuffled(int size, long seed) {
    int[] numbers = IntStream.range(0, size).toArray();
    new SeededRandom(seed).shuffle(numbers);
    return numbers;
  }
}
