package dev.akin.app;

import dev.akin.learn.EventRows;
import dev.akin.learn.Interactions;
import dev.akin.learn.ItemText;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import java.util.List;
import java.util.Map;

/// How much there is to learn from.
///
/// @param users with any interaction
/// @param items in the release
/// @param pairs distinct customer-item pairs
/// @param pairing users with two items
/// @param regulars users with so many items that some can be hidden to learn weights on
/// @param described items with any text
record Supply(long users, int items, long pairs, long pairing, long regulars, long described) {
  /// From how many items on a user is a regular.
  static final int REGULAR_ITEMS = 5;

  static Supply of(Interactions interactions, List<ItemText> texts) {
    int[] starts = interactions.strengths().starts();
    long users = 0;
    long pairing = 0;
    long regulars = 0;
    for (int u = 0; u < interactions.users(); u++) {
      int items = starts[u + 1] - starts[u];
      users += items > 0 ? 1 : 0;
      pairing += items >= 2 ? 1 : 0;
      regulars += items >= REGULAR_ITEMS ? 1 : 0;
    }
    long described = texts.stream().filter(text -> !text.equals(ItemText.EMPTY)).count();
    return new Supply(
        users, interactions.items(), interactions.strengths().size(), pairing, regulars, described);
  }

  /// What the manifest tells of it.
  TrainingCounts counts(EventRows rows) {
    return new TrainingCounts(rows.size(), users, items, pairs, rows.robots())
        .with(
            Map.of(
                ShopFact.TWO_ITEMS.word(), pairing,
                ShopFact.REGULARS.word(), regulars,
                ShopFact.DESCRIBED.word(), described));
  }
}
