package dev.akin.dynamodb;

import dev.akin.shop.Action;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Events and items as odd as the vocabulary allows: one generator per seed, so a failing case has
/// a name.
final class RandomShop {
  private static final String[] LETTERS = {"a", "Z", "#", " ", "-", "0", "ß", "語", "\uFFFD", "🫖"};

  private final Random random;

  RandomShop(long seed) {
    this.random = new Random(seed);
  }

  Event event() {
    boolean known = random.nextBoolean();
    return new Event(
        id(),
        known ? new UserId(id()) : null,
        known && random.nextBoolean() ? null : new SessionId(id()),
        new ItemId(id()),
        Instant.ofEpochMilli(random.nextLong(10_000_000_000_000L)),
        action(),
        attribution());
  }

  Item item() {
    return new Item(
        new ItemId(id()),
        maybe(() -> text(30)),
        maybe(() -> text(200)),
        list(3, this::id),
        list(5, this::id),
        price(),
        random.nextBoolean(),
        maybe(() -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))),
        maybe(() -> Instant.ofEpochSecond(random.nextInt())),
        attributes());
  }

  private Action action() {
    return switch (random.nextInt(8)) {
      case 0 -> new Action.View();
      case 1 -> new Action.Click();
      case 2 -> new Action.Like();
      case 3 -> new Action.Cart(quantity(), price());
      case 4 -> new Action.Purchase(quantity(), price());
      case 5 -> new Action.Rate(5 * random.nextDouble());
      case 6 -> new Action.Return(quantity(), price());
      default -> new Action.Dislike();
    };
  }

  private Attribution attribution() {
    Map<String, String> context = new HashMap<>();
    list(4, this::id).forEach(key -> context.put(key, text(20)));
    return new Attribution(maybe(this::id), list(4, () -> new ItemId(id())), context);
  }

  private Map<String, AttributeValue> attributes() {
    Map<String, AttributeValue> attributes = new HashMap<>();
    for (String name : list(6, this::id)) {
      AttributeValue value =
          switch (random.nextInt(4)) {
            case 0 -> new AttributeValue.Text(text(20));
            case 1 ->
                new AttributeValue.Number(
                    random.nextGaussian() * Math.pow(10, random.nextInt(-90, 90)));
            case 2 -> new AttributeValue.Flag(random.nextBoolean());
            default -> new AttributeValue.Texts(list(3, this::id));
          };
      attributes.put(name, value);
    }
    return attributes;
  }

  private int quantity() {
    return random.nextBoolean() ? 1 : 1 + random.nextInt(1_000_000);
  }

  private @Nullable Price price() {
    return maybe(() -> new Price(1e9 * random.nextDouble(), maybe(() -> "EUR")));
  }

  private String id() {
    return "x" + text(8);
  }

  private String text(int most) {
    StringBuilder text = new StringBuilder();
    for (int letters = random.nextInt(most + 1); letters > 0; letters--) {
      text.append(LETTERS[random.nextInt(LETTERS.length)]);
    }
    return text.toString();
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> list(int most, Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int left = random.nextInt(most + 1); left > 0; left--) {
      list.add(element.get());
    }
    return list;
  }
}
