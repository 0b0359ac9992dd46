package dev.akin.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akin.app.EventDraft;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one event of `POST /events`.
final class EventReader {
  private static final Set<String> FIELDS =
      Set.of(
          "eventId",
          "type",
          "userId",
          "sessionId",
          "itemId",
          "timestamp",
          "value",
          "quantity",
          "price",
          "currency",
          "recommendationId",
          "impression",
          "context");
  private static final String TYPES =
      "type must be view, click, like, cart, purchase, rate, return or dislike";

  private EventReader() {}

  static EventDraft read(Fields fields) {
    fields.only(FIELDS, "; words of your own go into context");
    Action action = action(fields.requiredText("type"), fields);
    String user = fields.text("userId");
    String session = fields.text("sessionId");
    if (user == null && session == null) {
      throw new InvalidFieldException(
          "userId", "missing", "give userId (known customer), sessionId (anonymous visit) or both");
    }
    return new EventDraft(
        fields.text("eventId"),
        user == null ? null : new UserId(user),
        session == null ? null : new SessionId(session),
        new ItemId(fields.requiredText("itemId")),
        fields.time("timestamp"),
        action,
        attribution(fields));
  }

  /// What `type` says, with the fields that belong to it.
  static Action action(String type, Fields fields) {
    return switch (type) {
      case "view" -> new Action.View();
      case "click" -> new Action.Click();
      case "like" -> new Action.Like();
      case "dislike" -> new Action.Dislike();
      case "cart" -> new Action.Cart(quantity(fields), price(fields));
      case "purchase" -> new Action.Purchase(quantity(fields), price(fields));
      case "return" -> new Action.Return(quantity(fields), price(fields));
      case "rate" -> new Action.Rate(rating(fields));
      default -> throw new InvalidFieldException("type", "unknown_type", TYPES);
    };
  }

  /// A price with its currency, or null.
  static @Nullable Price price(Fields fields) {
    Double amount = fields.number("price");
    String currency = fields.text("currency");
    if (amount == null && currency != null) {
      throw new InvalidFieldException(
          "price", "missing", "give price with currency, or leave both out");
    }
    return amount == null ? null : new Price(amount, currency);
  }

  private static int quantity(Fields fields) {
    Integer quantity = fields.wholeNumber("quantity");
    return quantity == null ? 1 : quantity;
  }

  private static double rating(Fields fields) {
    Double value = fields.number("value");
    if (value == null) {
      throw new InvalidFieldException("value", "missing", "a rating needs a value, 0 to 5");
    }
    return value;
  }

  private static Attribution attribution(Fields fields) {
    List<ItemId> impression = new ArrayList<>();
    for (String id : fields.texts("impression")) {
      try {
        impression.add(new ItemId(id));
      } catch (InvalidFieldException invalid) {
        throw new InvalidFieldException(
            "impression[" + impression.size() + "]", invalid.code(), invalid.remedy());
      }
    }
    return new Attribution(fields.text("recommendationId"), impression, context(fields));
  }

  /// The words of `context`, of an event or of a request.
  static Map<String, String> context(Fields fields) {
    Map<String, String> context = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : fields.members("context").entrySet()) {
      if (!member.getValue().isTextual()) {
        throw Fields.wrongType("context", "an object of texts");
      }
      context.put(member.getKey(), member.getValue().textValue());
    }
    return context;
  }
}
