package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A list of items, best first.
///
/// @param recommendationId to be sent back with the events that follow; null for lists that are the
///   same for everybody
/// @param itemId the item that these are similar to, if any
/// @param release the release that answered; null while there is none
/// @param cursor asks for the next page; null if there is none
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecommendationsAnswer(
    @Nullable String recommendationId,
    @Nullable String itemId,
    @Nullable String release,
    String strategy,
    List<Place> items,
    @Nullable String cursor) {
  /// A list without further pages.
  public RecommendationsAnswer(
      @Nullable String recommendationId,
      @Nullable String itemId,
      @Nullable String release,
      String strategy,
      List<Place> items) {
    this(recommendationId, itemId, release, strategy, items, null);
  }

  /// One item of the list.
  ///
  /// @param source the part that produced it, e.g. `factors`, `popular`
  /// @param reasons shares that sum to 1; null if not asked for
  /// @param probability with which the item was shown here; null if chance had no say in the list
  /// @param item the fields that were asked for; null if none were
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Place(
      String itemId,
      double score,
      String source,
      @Nullable List<Reason> reasons,
      @Nullable Double probability,
      @Nullable Map<String, Object> item) {}

  /// A past item or a kind; what is bought together has both.
  ///
  /// @param name of the category or the promotion that the kind speaks of
  /// @param bought of the kind `bought` only
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reason(
      @Nullable String itemId,
      @Nullable String kind,
      @Nullable String name,
      double share,
      @Nullable Bought bought) {}

  /// When the customer bought the item.
  ///
  /// @param times on how many days
  /// @param lastDaysAgo whole days since the last purchase
  /// @param everyDays whole days from one purchase to the next; null if it was bought once
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Bought(int times, int lastDaysAgo, @Nullable Integer everyDays) {}
}
