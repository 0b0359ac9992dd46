package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.akin.function.wire.RecommendationsAnswer.Place;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Given items in order.
///
/// @param recommendationId to be sent back with the events that follow; null while it cannot be
///   signed
/// @param release the release that answered; null while there is none
/// @param removed the given items that are not in the order, and why
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RankingAnswer(
    @Nullable String recommendationId,
    @Nullable String release,
    String strategy,
    List<Place> items,
    List<Removed> removed) {
  /// @param rule the option that removed the item, or `available`
  @RegisterForReflection
  public record Removed(String itemId, String rule) {}
}
