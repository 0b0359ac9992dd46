package dev.akin.app;

import dev.akin.app.Recommendations.Reason;
import dev.akin.model.ReleaseId;
import dev.akin.shop.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Groups of items in the order in which somebody should be shown them, best first.
///
/// @param recommendationId a signed token to send back with events; null while it cannot be signed
/// @param release the release that answered, or null while there is none
/// @param strategy the word of the strategy that was followed, e.g. `blend`, `popular`
/// @param grouping what makes a group, with the level that was followed
public record RecommendedGroups(
    @Nullable String recommendationId,
    @Nullable ReleaseId release,
    String strategy,
    Grouping grouping,
    List<Group> groups) {
  public RecommendedGroups {
    groups = List.copyOf(groups);
  }

  /// @param value what the items have in common, e.g. `Home > Mugs`
  /// @param score in (0, 1], see [dev.akin.rank.group.GroupRanking]
  /// @param items the best of them that no group before shows, best first
  /// @param reasons shares that sum to 1, largest first; empty if not asked for
  public record Group(String value, double score, List<ItemId> items, List<Reason> reasons) {
    public Group {
      items = List.copyOf(items);
      reasons = List.copyOf(reasons);
    }
  }
}
