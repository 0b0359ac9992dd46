package dev.akin.rank.filter;

import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import dev.akin.shop.Price;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of the item being looked at.
final class CurrentItem {
  private CurrentItem() {}

  static List<Value> values(Item item, Node.Field field, Instant now) {
    Price price = item.price();
    Instant created = item.createdAt();
    return switch (field.field()) {
      case ID -> List.of(new Value.Text(item.id().value()));
      case TITLE -> text(item.title());
      case AVAILABLE -> List.of(new Value.Flag(item.shownAt(now)));
      case PRICE -> price == null ? List.of() : List.of(new Value.Number(price.amount()));
      case CURRENCY -> text(price == null ? null : price.currency());
      case CATEGORIES -> texts(item.categories());
      case TAGS -> texts(item.tags());
      case CREATED_AT ->
          created == null ? List.of() : List.of(new Value.Moment(created.toEpochMilli()));
      case AGE -> created == null ? List.of() : List.of(new Value.Span(age(created, now)));
      case ATTRIBUTE -> {
        AttributeValue value = item.attributes().get(field.attribute());
        yield value == null ? List.of() : of(value);
      }
    };
  }

  /// The values of an attribute or a parameter.
  static List<Value> of(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Text(String text) -> text(text);
      case AttributeValue.Number(double number) -> List.of(new Value.Number(number));
      case AttributeValue.Flag(boolean flag) -> List.of(new Value.Flag(flag));
      case AttributeValue.Texts(List<String> list) -> texts(list);
    };
  }

  private static long age(Instant created, Instant now) {
    return Math.max(0, now.toEpochMilli() - created.toEpochMilli());
  }

  private static List<Value> text(@Nullable String text) {
    return text == null ? List.of() : List.of(new Value.Text(text));
  }

  private static List<Value> texts(List<String> texts) {
    return texts.stream().<Value>map(Value.Text::new).toList();
  }
}
