package dev.akin.app;

import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.math.TopK;
import dev.akin.rank.Source;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/// Similar items of which more is asked than ids: those that a filter lets in, as the shop has them
/// now, and their fields. What a filter leaves short is filled with what is popular among all items
/// that pass it, then with the newest.
final class SimilarSelection {
  /// Who takes the places of items that turn out to be gone while the change feed cannot tell.
  private static final int SPARE = 100;

  private final ListInput input;
  private final Showcase.Look look;
  private final IntPredicate allowed;
  private final BitSet taken;
  private final List<Found> found = new ArrayList<>();

  /// @param input its shelf is that of the release that the candidates come from
  /// @throws dev.akin.shop.InvalidFieldException if the filter cannot be bound, with the place
  SimilarSelection(ListInput input, Showcase.Look look) {
    this.input = input;
    this.look = look;
    Shelf shelf = input.shelf();
    IntPredicate filter = new LiveRules(input).filter();
    long now = input.visitor().now().toEpochMilli();
    allowed = item -> shelf.shownAt(item, now) && filter.test(item);
    taken = excluded(input);
  }

  private static BitSet excluded(ListInput input) {
    Narrowing narrowing = input.options().narrowing();
    Set<ItemId> ids = new HashSet<>(narrowing.exclude());
    ItemId current = input.options().rules().current();
    if (current != null) {
      ids.add(current);
    }
    BitSet excluded = input.visitor().numbers(ids);
    if (narrowing.excludeSeen()) {
      excluded.or(input.visitor().seen());
    }
    return excluded;
  }

  /// @param candidates best first
  List<RecommendedItem> of(List<SimilarCandidate> candidates) {
    Shelf shelf = input.shelf();
    for (SimilarCandidate candidate : candidates) {
      int item = shelf.find(candidate.neighbour().item());
      if (item >= 0 && !taken.get(item) && allowed.test(item)) {
        add(new Found(item, candidate.neighbour().score(), candidate.source()));
      }
    }
    fill(Source.POPULAR, shelf.popularity());
    fill(Source.NEWEST, shelf.newness());
    List<Found> chosen =
        look.choose(
            found,
            input.options().limit(),
            one -> shelf.id(one.item()),
            one -> shelf.listed(one.item()),
            input.visitor().now());
    return written(chosen);
  }

  private void fill(Source source, float[] scores) {
    int wanted = input.options().limit() + (look.changes().complete() ? 0 : SPARE);
    if (found.size() < wanted) {
      int missing = wanted - found.size();
      IntPredicate open = item -> scores[item] > 0 && !taken.get(item) && allowed.test(item);
      for (int item : TopK.of(scores, missing, open)) {
        add(new Found(item, scores[item], source));
      }
    }
  }

  private void add(Found one) {
    taken.set(one.item());
    found.add(one);
  }

  private List<RecommendedItem> written(List<Found> chosen) {
    Shelf shelf = input.shelf();
    Map<ItemId, Item> shown =
        new ShownItems(input.options().detail(), shelf, look)
            .of(chosen.stream().map(Found::item).toList());
    return chosen.stream()
        .map(one -> {
          ItemId id = shelf.id(one.item());
          return new RecommendedItem(
              id, one.score(), one.source().word(), List.of(), null, shown.get(id));
        })
        .toList();
  }

  /// @param item a number on the shelf
  private record Found(int item, float score, Source source) {}
}
