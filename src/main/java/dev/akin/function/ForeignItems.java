package dev.akin.function;

import dev.akin.function.Boundary.Answer;
import dev.akin.function.gorse.GorseItems;
import dev.akin.function.personalize.PersonalizeItems;

/// The calls of other systems that are about items.
public record ForeignItems(GorseItems gorse, PersonalizeItems personalize) {
  /// Answers, or says that there is no such route.
  Answer answer(HttpRequest request) {
    return request.isOfPersonalize() ? personalize.answer(request) : gorse.answer(request);
  }
}
