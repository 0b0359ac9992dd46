package dev.akin.app;

import dev.akin.app.Ranking.Removed;
import dev.akin.rank.list.BuiltList;
import dev.akin.rank.list.Fate;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Puts given items in the order in which somebody is likely to want them. Items that the person's
/// past says nothing about come after the others, by what is popular; items of which nothing is
/// known at all come last and keep the order given, and so does everything before the first
/// training.
final class RankItems {
  private final Moments moments;
  private final ListAnswers answers;

  RankItems(Moments moments, ListAnswers answers) {
    this.moments = moments;
    this.answers = answers;
  }

  /// @throws InvalidFieldException naming e.g. `items[7]` if neither the release nor the catalogue
  ///   knows the item
  Ranking rank(RankRequest request) {
    Moment seen = moments.now(request.source());
    Moment moment =
        seen.holding(request.items())
            .orElseGet(() -> seen.with(request.items().stream().map(Item::bare).toList()));
    ListPlan plan = moment.ranking(request.options(), numbers(request.items(), moment));
    BuiltList list = ListMaker.build(plan, moment.look(), 0, new BitSet());
    return new Ranking(
        answers.of(moment, plan, list, Optional.empty()), removed(request.items(), moment, list));
  }

  private static GivenItems numbers(List<ItemId> items, Moment moment) {
    List<Integer> numbers = new ArrayList<>();
    for (ItemId id : items) {
      int item = moment.shelf().find(id);
      if (item < 0) {
        throw new InvalidFieldException(
            RankRequest.place(numbers.size()),
            "unknown_item",
            "neither the release nor the catalogue knows this item; PUT /items/{id} makes it"
                + " known, or leave it out");
      }
      numbers.add(item);
    }
    return new GivenItems(numbers);
  }

  private static List<Removed> removed(List<ItemId> items, Moment moment, BuiltList list) {
    List<Removed> removed = new ArrayList<>();
    for (ItemId id : items) {
      if (list.fate(moment.shelf().find(id)) instanceof Fate.Removed(String rule)) {
        removed.add(new Removed(id, rule));
      }
    }
    return removed;
  }
}
