package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lists of a screen, in the order in which they were asked for.
///
/// @param release the release that answered; null while there is none
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListsAnswer(@Nullable String release, List<Named> lists) {
  /// One of the lists, best items first.
  ///
  /// @param recommendationId to be sent back with the events that follow; null while it cannot be
  ///   signed
  /// @param cursor leads on in this list alone; null if it ends
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Named(
      String name,
      @Nullable String recommendationId,
      String strategy,
      List<RecommendationsAnswer.Place> items,
      @Nullable String cursor) {}
}
