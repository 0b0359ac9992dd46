package dev.akin.function;

import dev.akin.app.Detail;
import dev.akin.app.RecommendedGroups;
import dev.akin.function.wire.CategoriesAnswer;
import dev.akin.shop.ItemId;

/// Says which groups of items to show in the words of the API.
final class GroupAnswers {
  private GroupAnswers() {}

  /// @param detail what was asked for
  static CategoriesAnswer of(RecommendedGroups found, Detail detail) {
    return new CategoriesAnswer(
        found.recommendationId(),
        found.release() == null ? null : found.release().value(),
        found.strategy(),
        found.grouping().name(),
        found.grouping().level(),
        found.groups().stream()
            .map(group ->
                new CategoriesAnswer.Group(
                    group.value(),
                    group.score(),
                    group.items().stream().map(ItemId::value).toList(),
                    detail.reasons() ? PlaceAnswers.reasons(group.reasons()) : null))
            .toList());
  }
}
