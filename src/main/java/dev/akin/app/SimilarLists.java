package dev.akin.app;

import dev.akin.app.SimilarRequest.Basis;
import dev.akin.learn.BasketBuilder;
import dev.akin.learn.EventRows;
import dev.akin.learn.RankFusion;
import dev.akin.learn.TogetherParameters;
import dev.akin.learn.TogetherTrainer;
import dev.akin.math.Parallel;
import dev.akin.model.ContentModel;
import dev.akin.model.ItemScorer;
import dev.akin.model.NeighbourLists;
import dev.akin.model.NeighbourModel;
import dev.akin.rank.Strategy;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes the lists of "similar to this item", one kind per [Basis]. In large catalogues they are
/// shorter, because every entry is written to the store with every release.
///
/// @param items how many there are
record SimilarLists(int items, int threads) {
  /// Entries of all lists together: about 110 MB of pages.
  private static final int MOST_ENTRIES = 6_000_000;

  private static final int MOST_NEIGHBOURS = 50;
  private static final int FEWEST_NEIGHBOURS = 10;

  /// How many an item keeps.
  int neighbours() {
    int fair = MOST_ENTRIES / Basis.values().length / Math.max(1, items);
    return Math.clamp(fair, FEWEST_NEIGHBOURS, MOST_NEIGHBOURS);
  }

  /// The lists by the word of their basis; a kind without any entry is left out.
  SortedMap<String, NeighbourLists> of(EventRows rows, Map<Strategy, ItemScorer> models) {
    SortedMap<String, NeighbourLists> all = new TreeMap<>();
    if (models.get(Strategy.NEIGHBOURS) instanceof NeighbourModel behaviour) {
      add(all, Basis.BEHAVIOUR, behaviour.neighbours(neighbours()));
    }
    add(all, Basis.TOGETHER, together(rows));
    if (models.get(Strategy.CONTENT) instanceof ContentModel content) {
      add(all, Basis.CONTENT, content.similar(neighbours(), new Parallel(threads)));
    }
    if (!all.isEmpty()) {
      add(all, Basis.BLEND, RankFusion.of(List.copyOf(all.values()), neighbours()));
    }
    return all;
  }

  private NeighbourLists together(EventRows rows) {
    TogetherParameters usual = TogetherParameters.DEFAULT;
    TogetherParameters parameters =
        new TogetherParameters(neighbours(), usual.minSupport(), usual.maxBasket(), threads);
    return new TogetherTrainer(parameters).fit(BasketBuilder.of(rows));
  }

  private static void add(
      SortedMap<String, NeighbourLists> all, Basis basis, NeighbourLists lists) {
    if (lists.items().length > 0) {
      all.put(basis.word(), lists);
    }
  }
}
