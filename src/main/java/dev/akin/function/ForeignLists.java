package dev.akin.function;

import dev.akin.function.Boundary.Answer;
import dev.akin.function.gorse.GorseLists;
import dev.akin.function.personalize.PersonalizeLists;

/// The calls of other systems that are about lists.
public record ForeignLists(GorseLists gorse, PersonalizeLists personalize) {
  /// Answers, or says that there is no such route.
  Answer answer(HttpRequest request) {
    return request.isOfPersonalize() ? personalize.answer(request) : gorse.answer(request);
  }
}
