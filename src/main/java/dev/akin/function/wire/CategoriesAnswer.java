package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.akin.function.wire.RecommendationsAnswer.Reason;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Groups of items, such as categories, best first.
///
/// @param recommendationId to be sent back with the events that follow
/// @param release the release that answered; null while there is none
/// @param by what makes a group: `categories`, `tags` or the name of an attribute
/// @param level how many levels of a category path count, 0 for all; null for other groups
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CategoriesAnswer(
    @Nullable String recommendationId,
    @Nullable String release,
    String strategy,
    String by,
    @Nullable Integer level,
    List<Group> groups) {
  /// @param value a category path, a tag or a value of the attribute
  /// @param score above 0, at most 1, comparable within one answer only
  /// @param items ids of the best items, none of them in a group before
  /// @param reasons shares that sum to 1; null if not asked for
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Group(
      String value, double score, List<String> items, @Nullable List<Reason> reasons) {}
}
