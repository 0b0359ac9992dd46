package dev.akin.app;

import dev.akin.model.ReleaseId;
import dev.akin.shop.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer of the recommender: items in order, best first, and where they came from.
///
/// @param recommendationId a signed token to send back with events, so that they can be attributed
/// @param release the release that answered, or null while there is none
/// @param strategy the word of the strategy that was followed, e.g. `blend`, `popular`
public record Recommendations(
    String recommendationId,
    @Nullable ReleaseId release,
    String strategy,
    List<RecommendedItem> items) {
  public Recommendations {
    items = List.copyOf(items);
  }

  /// @param score comparable within one answer only
  /// @param source the word of the [dev.akin.rank.Source] that produced the item
  /// @param reasons shares that sum to 1, largest first; empty if not asked for
  public record RecommendedItem(ItemId item, double score, String source, List<Reason> reasons) {
    public RecommendedItem {
      reasons = List.copyOf(reasons);
    }
  }

  /// Why: a past item, or a kind such as `popular`; exactly one of the two.
  public record Reason(@Nullable ItemId item, @Nullable String kind, double share) {}
}
