package dev.akin.function;

import dev.akin.function.Boundary.Answer;
import dev.akin.function.gorse.GorseFeedback;
import dev.akin.function.personalize.PersonalizeEvents;

/// The calls of other systems that are about events.
public record ForeignEvents(GorseFeedback gorse, PersonalizeEvents personalize) {
  /// Answers, or says that there is no such route.
  Answer answer(HttpRequest request) {
    return request.isOfPersonalize() ? personalize.answer(request) : gorse.answer(request);
  }
}
