package dev.akin.app;

import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.rank.list.BuiltList;
import dev.akin.rank.list.Place;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Says the places of a list with ids instead of numbers, and with the fields that are asked for.
final class PlaceWriter {
  private final ListPlan plan;
  private final Showcase.Look look;
  private final Shelf shelf;
  private final Detail detail;

  PlaceWriter(ListPlan plan, Showcase.Look look) {
    this.plan = plan;
    this.look = look;
    shelf = plan.input().shelf();
    detail = plan.input().options().detail();
  }

  List<RecommendedItem> write(BuiltList list) {
    Reasons reasons = plan.reasons();
    boolean chance = plan.input().options().tuning().exploration() > 0;
    Map<ItemId, Item> shown =
        new ShownItems(detail, shelf, look).of(list.places().stream().map(Place::item).toList());
    List<RecommendedItem> items = new ArrayList<>();
    for (Place place : list.places()) {
      ItemId id = shelf.id(place.item());
      items.add(
          new RecommendedItem(
              id,
              place.score(),
              place.placement().word(),
              detail.reasons() ? reasons.of(place) : List.of(),
              chance ? place.probability() : null,
              shown.get(id)));
    }
    return items;
  }
}
