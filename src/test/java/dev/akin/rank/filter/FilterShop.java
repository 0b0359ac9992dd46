package dev.akin.rank.filter;

import dev.akin.math.SeededRandom;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.shop.Action;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Items to filter: a handful that a reader can keep in mind, or random ones of few values, so that
/// equal values meet.
final class FilterShop {
  static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  static final List<String> TEXTS = List.of("red", "blue", "Straße", "💛", "", "M", "ab");
  static final List<String> CATEGORIES =
      List.of("Home", "Home > Mugs", "Home > Mugs > Red", "Homeware", "Shoes", "Shoes > Kids");
  static final List<Double> NUMBERS = List.of(-2.0, 0.0, 0.5, 1.0, 3.0, 50.0);
  static final List<Duration> AGES =
      List.of(Duration.ZERO, Duration.ofHours(5), Duration.ofDays(3), Duration.ofDays(40));
  private static final List<String> ATTRIBUTES = List.of("colour", "size", "in stock");

  private FilterShop() {}

  /// Five items: mug, shoe, lamp, tea and an old item of which only the id is known.
  static SortedMap<String, Item> five() {
    SortedMap<String, Item> items = new TreeMap<>();
    items.put(
        "mug",
        item(
            "mug",
            "Red mug",
            List.of("Home > Mugs"),
            List.of("sale", "gift"),
            new Price(12.5, "EUR"),
            Duration.ofDays(2),
            Map.of(
                "brand", new AttributeValue.Text("Acme"),
                "margin", new AttributeValue.Number(0.4),
                "organic", new AttributeValue.Flag(true))));
    items.put(
        "shoe",
        item(
            "shoe",
            "Shoe",
            List.of("Shoes > Kids", "Sale"),
            List.of("new"),
            new Price(50, "EUR"),
            Duration.ofDays(40),
            Map.of(
                "brand", new AttributeValue.Text("Bolt"),
                "sizes", new AttributeValue.Texts(List.of("36", "37")),
                "in stock", new AttributeValue.Number(3))));
    items.put(
        "lamp",
        item(
            "lamp",
            null,
            List.of("Homeware"),
            List.of(),
            new Price(80, "CHF"),
            Duration.ofHours(6),
            Map.of(
                "brand", new AttributeValue.Text("Acme"), "margin", new AttributeValue.Text("?"))));
    items.put("tea", item("tea", "Tea", List.of(), List.of("gift"), null, null, Map.of()));
    items.put("old", Item.bare(new ItemId("old")));
    return items;
  }

  static CatalogueSnapshot catalogue(SortedMap<String, Item> items) {
    return CatalogueSnapshot.of(items.keySet().toArray(String[]::new), items);
  }

  private static Item item(
      String id,
      @Nullable String title,
      List<String> categories,
      List<String> tags,
      @Nullable Price price,
      @Nullable Duration age,
      Map<String, AttributeValue> attributes) {
    return new Item(
        new ItemId(id),
        title,
        null,
        categories,
        tags,
        price,
        !id.equals("lamp"),
        age == null ? null : NOW.minus(age),
        null,
        attributes);
  }

  static SortedMap<String, Item> random(SeededRandom random, int size) {
    SortedMap<String, Item> items = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      String id = "i" + i;
      items.put(id, randomItem(random, id));
    }
    return items;
  }

  static Item randomItem(SeededRandom random, String id) {
    Map<String, AttributeValue> attributes = new TreeMap<>();
    for (String name : ATTRIBUTES) {
      if (random.nextInt(4) > 0) {
        attributes.put(name, attribute(random));
      }
    }
    return new Item(
        new ItemId(id),
        random.nextInt(3) == 0 ? null : one(random, TEXTS),
        null,
        some(random, CATEGORIES),
        some(random, TEXTS.stream().filter(text -> !text.isEmpty()).toList()),
        random.nextInt(4) == 0 ? null : price(random),
        random.nextInt(3) > 0,
        random.nextInt(4) == 0 ? null : NOW.minus(one(random, AGES)),
        random.nextInt(4) == 0 ? NOW.plus(one(random, AGES)) : null,
        attributes);
  }

  private static Price price(SeededRandom random) {
    return new Price(Math.abs(one(random, NUMBERS)), random.nextInt(3) == 0 ? null : "EUR");
  }

  static AttributeValue attribute(SeededRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> new AttributeValue.Text(one(random, TEXTS));
      case 1 -> new AttributeValue.Number(one(random, NUMBERS));
      case 2 -> new AttributeValue.Flag(random.nextInt(2) == 0);
      default ->
          new AttributeValue.Texts(
              some(random, TEXTS.stream().filter(text -> !text.isEmpty()).toList()));
    };
  }

  static FilterContext randomContext(SeededRandom random, SortedMap<String, Item> items) {
    List<PastEvent> past = new ArrayList<>();
    List<Action> actions =
        List.of(
            new Action.View(), new Action.Like(), new Action.Purchase(1, null), new Action.Rate(3));
    for (int i = 0; i < 6; i++) {
      past.add(
          new PastEvent(
              new ItemId("i" + random.nextInt(items.size() + 2)),
              one(random, actions),
              NOW.minus(one(random, AGES)),
              some(random, CATEGORIES)));
    }
    return new FilterContext(
        NOW,
        randomItem(random, "i" + random.nextInt(items.size() + 2)),
        past,
        Map.of(
            "number", new AttributeValue.Number(one(random, NUMBERS)),
            "text", new AttributeValue.Text(one(random, TEXTS)),
            "texts", new AttributeValue.Texts(some(random, CATEGORIES)),
            "flag", new AttributeValue.Flag(random.nextInt(2) == 0)));
  }

  static <T> T one(SeededRandom random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  static <T> List<T> some(SeededRandom random, List<T> from) {
    return from.stream().filter(_ -> random.nextInt(3) == 0).toList();
  }
}
