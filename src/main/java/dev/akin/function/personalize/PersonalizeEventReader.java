package dev.akin.function.personalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.EventDraft;
import dev.akin.function.EventTypes;
import dev.akin.function.Fields;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads events. `properties` may hold `quantity`, `price` and `currency` of what is bought; the
/// others are its context, as is an `eventValue` that is no rating. A context has less room than
/// Personalize gives: what does not fit is dropped, since events must not be lost over it.
final class PersonalizeEventReader {
  private static final Set<String> FIELDS =
      Set.of(
          "eventId",
          "eventType",
          "eventValue",
          "itemId",
          "properties",
          "sentAt",
          "recommendationId",
          "impression",
          "metricAttribution");
  private static final Set<String> BOUGHT = Set.of("quantity", "price");

  /// Beyond this a number is rather meant in milliseconds.
  private static final double LATEST_SECONDS = 1e11;

  private final EventTypes types;

  PersonalizeEventReader(EventTypes types) {
    this.types = types;
  }

  /// Whose events they are.
  record Who(@Nullable UserId user, SessionId session) {}

  static Who who(Fields body) {
    String user = body.text("userId");
    return new Who(
        user == null ? null : new UserId(user), new SessionId(body.requiredText("sessionId")));
  }

  EventDraft read(Fields fields, Who who) {
    fields.only(FIELDS);
    String type = fields.requiredText("eventType");
    if (type.isBlank()) {
      throw new InvalidFieldException("eventType", "blank", "eventType must not be empty");
    }
    Map<String, String> properties = new LinkedHashMap<>();
    ObjectNode details = details(fields, properties);
    Action action = types.action(type, details);
    Map<String, String> context = new LinkedHashMap<>();
    if (details.has("value") && !(action instanceof Action.Rate)) {
      context.put("eventValue", details.get("value").asText());
    }
    texts(fields, "metricAttribution").forEach(context::putIfAbsent);
    properties.forEach(context::putIfAbsent);
    return new EventDraft(
        fields.text("eventId"),
        who.user(),
        who.session(),
        new ItemId(fields.requiredText("itemId")),
        sentAt(fields),
        action,
        new Attribution(fields.text("recommendationId"), impression(fields), fitting(context)));
  }

  /// What an action may need, and beside it the other properties.
  private static ObjectNode details(Fields fields, Map<String, String> others) {
    ObjectNode details = JsonNodeFactory.instance.objectNode();
    Double value = fields.number("eventValue");
    if (value != null) {
      details.put("value", value);
    }
    PersonalizeProperties.of(fields, "properties")
        .forEach((name, property) -> {
          if (BOUGHT.contains(name)) {
            Double number = PersonalizeProperties.number("properties." + name, property);
            if (number != null && number == Math.rint(number) && name.equals("quantity")) {
              details.put(name, number.longValue());
            } else if (number != null) {
              details.put(name, number);
            }
          } else if (name.equals("currency")) {
            details.set(name, property);
          } else if (property.isValueNode() && !property.isNull()) {
            others.put(name, property.asText());
          }
        });
    return details;
  }

  private static Map<String, String> texts(Fields fields, String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    fields
        .members(field)
        .forEach((name, text) -> {
          if (text.isTextual()) {
            texts.put(name, text.textValue());
          }
        });
    return texts;
  }

  /// The first of the entries that a context has room for.
  private static Map<String, String> fitting(Map<String, String> context) {
    Map<String, String> fitting = new LinkedHashMap<>();
    context.forEach((name, value) -> {
      if (fitting.size() < Attribution.MAX_CONTEXT && Attribution.fits(name, value)) {
        fitting.put(name, value);
      }
    });
    return fitting;
  }

  private static List<ItemId> impression(Fields fields) {
    List<ItemId> impression = new ArrayList<>();
    for (String id : fields.texts("impression")) {
      String path = "impression[" + impression.size() + "]";
      try {
        impression.add(new ItemId(id));
      } catch (InvalidFieldException invalid) {
        throw new InvalidFieldException(path, invalid.code(), invalid.remedy());
      }
    }
    return impression;
  }

  /// Seconds since 1970, with a fraction from some SDKs, or ISO 8601.
  private static Instant sentAt(Fields fields) {
    JsonNode node = fields.node("sentAt");
    if (!node.isNumber()) {
      Instant time = fields.time("sentAt");
      if (time != null) {
        return time;
      }
    }
    double seconds = node.doubleValue();
    if (!(Math.abs(seconds) < LATEST_SECONDS)) {
      throw Fields.wrongType("sentAt", "a time in seconds since 1970");
    }
    return Instant.ofEpochMilli(Math.round(seconds * 1_000));
  }
}
