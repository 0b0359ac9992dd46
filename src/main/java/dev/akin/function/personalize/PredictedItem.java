package dev.akin.function.personalize;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.akin.app.Recommendations.Reason;
import dev.akin.app.Recommendations.RecommendedItem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An item of a list.
///
/// @param score comparable within one answer only
/// @param promotionName of the promotion that put it there
/// @param metadata the columns that were asked for, as text
/// @param reason in Personalize's words, as far as it has any
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PredictedItem(
    String itemId,
    double score,
    @Nullable String promotionName,
    @Nullable Map<String, String> metadata,
    @Nullable List<String> reason) {
  /// @param columns that were asked for; empty for none
  static PredictedItem of(RecommendedItem item, List<String> columns) {
    return new PredictedItem(
        item.item().value(),
        item.score(),
        promotion(item),
        columns.isEmpty() || item.shown() == null
            ? null
            : PersonalizeColumns.values(item.shown(), columns),
        reason(item.source()));
  }

  private static @Nullable String promotion(RecommendedItem item) {
    return item.source().equals("promotion")
        ? item.reasons().stream()
            .map(Reason::name)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null)
        : null;
  }

  private static @Nullable List<String> reason(String source) {
    return switch (source) {
      case "promotion" -> List.of("Promoted item");
      case "exploration" -> List.of("Exploration");
      case "popular" -> List.of("Popular item");
      default -> null;
    };
  }
}
