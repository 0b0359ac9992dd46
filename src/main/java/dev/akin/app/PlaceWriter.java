package dev.akin.app;

import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.model.ItemFields;
import dev.akin.rank.list.BuiltList;
import dev.akin.rank.list.Place;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says the places of a list with ids instead of numbers. Fields of items come from what is loaded;
/// only for those that are not held there the items of the page are read.
final class PlaceWriter {
  private static final String DESCRIPTION = "description";

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
    Reasons reasons = new Reasons(plan.reasons(), shelf);
    boolean chance = plan.input().options().tuning().exploration() > 0;
    Map<ItemId, Item> shown = shown(list);
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

  private Map<ItemId, Item> shown(BuiltList list) {
    if (detail.fields().isEmpty()) {
      return Map.of();
    }
    Map<ItemId, Item> shown = new HashMap<>();
    Set<ItemId> unread = new LinkedHashSet<>();
    for (Place place : list.places()) {
      if (shelf.listed(place.item())) {
        Item item = shelf.item(place.item());
        shown.put(item.id(), item);
        if (!held(place.item())) {
          unread.add(item.id());
        }
      }
    }
    if (!unread.isEmpty()) {
      look.read(unread).ifPresent(shown::putAll);
    }
    return shown;
  }

  /// Whether everything that is asked of an item is loaded.
  private boolean held(int item) {
    return detail.fields().stream()
        .noneMatch(field -> field.equals(DESCRIPTION) || (!shelf.whole(item) && leftOut(field)));
  }

  private boolean leftOut(String field) {
    Set<String> leftOut = shelf.release().fields().leftOut();
    return leftOut.contains(field)
        || (ItemFields.ATTRIBUTE_PREFIX.startsWith(field + ".")
            && leftOut.stream().anyMatch(name -> name.startsWith(ItemFields.ATTRIBUTE_PREFIX)));
  }
}
