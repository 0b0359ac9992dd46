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

/// Puts given items in the order in which somebody is likely to want them. Items that the person's
/// past says nothing about come after the others, by what is popular; items of which nothing is
/// known at all come last and keep the order given, and so does everything before the first
/// training.
final class RankItems {
  private final Moments moments;
  private final Signer signer;

  RankItems(Moments moments, Signer signer) {
    this.moments = moments;
    this.signer = signer;
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
    String strategy = plan.strategy().word();
    return new Ranking(
        new Recommendations(
            signer.sign(moment.served().id(), strategy, moment.now()),
            moment.served().id(),
            strategy,
            new PlaceWriter(plan, moment.look()).write(list)),
        removed(request.items(), moment, list));
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
