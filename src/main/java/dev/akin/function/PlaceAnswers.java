package dev.akin.function;

import dev.akin.app.Detail;
import dev.akin.app.Recommendations;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.function.wire.ItemAnswer;
import dev.akin.function.wire.RecommendationsAnswer.Bought;
import dev.akin.function.wire.RecommendationsAnswer.Place;
import dev.akin.function.wire.RecommendationsAnswer.Reason;
import dev.akin.shop.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says the places of lists in the words of the API.
final class PlaceAnswers {
  private static final String ATTRIBUTES = "attributes";

  private PlaceAnswers() {}

  /// @param detail what was asked for
  static List<Place> of(List<RecommendedItem> items, Detail detail) {
    return items.stream().map(item -> of(item, detail)).toList();
  }

  private static Place of(RecommendedItem item, Detail detail) {
    Item shown = item.shown();
    return new Place(
        item.item().value(),
        item.score(),
        item.source(),
        detail.reasons() ? reasons(item.reasons()) : null,
        item.probability(),
        shown == null || detail.fields().isEmpty() ? null : fields(shown, detail.fields()));
  }

  static List<Reason> reasons(List<Recommendations.Reason> reasons) {
    return reasons.stream()
        .map(reason ->
            new Reason(
                reason.item() == null ? null : reason.item().value(),
                reason.kind(),
                reason.name(),
                reason.share(),
                bought(reason.bought())))
        .toList();
  }

  private static @Nullable Bought bought(Recommendations.@Nullable Bought past) {
    return past == null ? null : new Bought(past.times(), past.lastDaysAgo(), past.everyDays());
  }

  /// Fields without a value are left out.
  private static Map<String, Object> fields(Item item, List<String> wanted) {
    ItemAnswer all = Answers.of(item);
    Map<String, Object> attributes = new LinkedHashMap<>();
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String field : wanted) {
      if (field.startsWith(ATTRIBUTES + ".")) {
        String name = field.substring(ATTRIBUTES.length() + 1);
        Object value = all.attributes().get(name);
        if (value != null) {
          attributes.put(name, value);
        }
      } else if (field.equals(ATTRIBUTES)) {
        attributes.putAll(all.attributes());
      } else {
        Object value = value(all, field);
        if (value != null) {
          fields.put(field, value);
        }
      }
    }
    if (!attributes.isEmpty()) {
      fields.put(ATTRIBUTES, attributes);
    }
    return fields;
  }

  private static @Nullable Object value(ItemAnswer item, String field) {
    return switch (field) {
      case "title" -> item.title();
      case "description" -> item.description();
      case "categories" -> item.categories();
      case "tags" -> item.tags();
      case "price" -> item.price();
      case "currency" -> item.currency();
      case "available" -> item.available();
      case "createdAt" -> item.createdAt();
      case "expiresAt" -> item.expiresAt();
      default -> null;
    };
  }
}
