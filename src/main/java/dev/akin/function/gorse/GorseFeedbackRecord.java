package dev.akin.function.gorse;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.akin.shop.Action;
import dev.akin.shop.Event;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// One piece of feedback as Gorse answers it.
///
/// @param feedbackType our type of event, or the word that was asked for
/// @param value of a rating; else 0
@RegisterForReflection
public record GorseFeedbackRecord(
    @JsonProperty("FeedbackType") String feedbackType,
    @JsonProperty("UserId") String userId,
    @JsonProperty("ItemId") String itemId,
    @JsonProperty("Value") double value,
    @JsonProperty("Timestamp") String timestamp,
    @JsonProperty("Comment") String comment) {
  static GorseFeedbackRecord of(Event event, String user, String type) {
    return new GorseFeedbackRecord(
        type,
        user,
        event.item().value(),
        event.action() instanceof Action.Rate rate ? rate.value() : 0,
        event.time().toString(),
        "");
  }
}
