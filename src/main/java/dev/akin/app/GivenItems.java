package dev.akin.app;

import dev.akin.rank.Source;
import dev.akin.rank.list.Rule;
import dev.akin.rank.list.Tier;
import java.util.BitSet;
import java.util.List;

/// The items that a ranking puts in order, and nothing else.
///
/// @param numbers on the shelf, distinct, in the order given
record GivenItems(List<Integer> numbers) {
  GivenItems {
    numbers = List.copyOf(numbers);
  }

  int size() {
    return numbers.size();
  }

  Rule rule() {
    BitSet given = new BitSet();
    numbers.forEach(given::set);
    return new Rule("items", given::get);
  }

  /// The order given, for items of which nothing else is known.
  ///
  /// @param items how many there are on the shelf
  Tier tier(int items) {
    float[] scores = new float[items];
    for (int i = 0; i < size(); i++) {
      scores[numbers.get(i)] = (float) (size() - i) / size();
    }
    return Tier.positive(Source.GIVEN, scores);
  }
}
