package dev.akin.function.gorse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.EventDraft;
import dev.akin.app.HistorySource.Past;
import dev.akin.function.EventTypes;
import dev.akin.function.Fields;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.util.Set;

/// Reads feedback. `Value` is the value of a rating and nothing else; `Comment` and `Labels` are
/// not kept.
final class GorseFeedbackReader {
  private static final Set<String> FIELDS =
      Set.of(
          "FeedbackType", "UserId", "ItemId", "Value", "Timestamp", "Comment", "Labels", "Updated");

  private final EventTypes types;

  GorseFeedbackReader(EventTypes types) {
    this.types = types;
  }

  /// An event; without a time it happens now.
  EventDraft draft(Fields fields) {
    Past past = past(fields);
    return new EventDraft(
        null,
        new UserId(fields.requiredText("UserId")),
        null,
        past.item(),
        GorseRecords.time(fields, "Timestamp"),
        past.action(),
        Attribution.NONE);
  }

  /// What was done to which item, by whomever.
  Past past(Fields fields) {
    fields.only(FIELDS);
    return new Past(new ItemId(fields.requiredText("ItemId")), action(fields));
  }

  private Action action(Fields fields) {
    String type = fields.requiredText("FeedbackType");
    if (type.isBlank()) {
      throw new InvalidFieldException("FeedbackType", "blank", "FeedbackType must not be empty");
    }
    ObjectNode details = JsonNodeFactory.instance.objectNode();
    Double value = fields.number("Value");
    if (value != null) {
      details.put("value", value);
    }
    return types.action(type, details);
  }
}
