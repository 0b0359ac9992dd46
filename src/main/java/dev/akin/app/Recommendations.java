package dev.akin.app;

import dev.akin.model.ReleaseId;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer of the recommender: items in order, best first, and where they came from.
///
/// @param recommendationId a signed token to send back with events, so that they can be attributed;
///   null while it cannot be signed
/// @param release the release that answered, or null while there is none
/// @param strategy the word of the strategy that was followed, e.g. `blend`, `popular`
/// @param cursor asks for the next page; null if there is none
public record Recommendations(
    @Nullable String recommendationId,
    @Nullable ReleaseId release,
    String strategy,
    List<RecommendedItem> items,
    @Nullable String cursor) {
  public Recommendations {
    items = List.copyOf(items);
  }

  /// A list without further pages.
  public Recommendations(
      @Nullable String recommendationId,
      @Nullable ReleaseId release,
      String strategy,
      List<RecommendedItem> items) {
    this(recommendationId, release, strategy, items, null);
  }

  /// @param score comparable within one answer only
  /// @param source the word of the [dev.akin.rank.Source] that produced the item, or of what put it
  ///   there: `pin`, `promotion`, `exploration`
  /// @param reasons shares that sum to 1, largest first; empty if not asked for
  /// @param probability with which the item was shown at this place, if chance had a say in the
  ///   list; else null
  /// @param shown the item, if any of its fields were asked for and the shop knows it
  public record RecommendedItem(
      ItemId item,
      double score,
      String source,
      List<Reason> reasons,
      @Nullable Double probability,
      @Nullable Item shown) {
    public RecommendedItem {
      reasons = List.copyOf(reasons);
    }

    /// An item of a list in which chance had no say and nothing else was asked for.
    public RecommendedItem(ItemId item, double score, String source, List<Reason> reasons) {
      this(item, score, source, reasons, null, null);
    }
  }

  /// Why: a past item, or a kind such as `popular`. What is bought together has both.
  ///
  /// @param name of the category or the promotion that the kind speaks of, or of the context with
  ///   its value, such as `device=mobile`
  /// @param bought when the item was bought, if that is the reason; else null
  public record Reason(
      @Nullable ItemId item,
      @Nullable String kind,
      @Nullable String name,
      double share,
      @Nullable Bought bought) {
    public Reason(
        @Nullable ItemId item, @Nullable String kind, @Nullable String name, double share) {
      this(item, kind, name, share, null);
    }

    /// A reason that needs no name.
    public Reason(@Nullable ItemId item, @Nullable String kind, double share) {
      this(item, kind, null, share);
    }

    Reason withShare(double other) {
      return new Reason(item, kind, name, other, bought);
    }
  }

  /// "You buy this every 30 days": the customer's past with one item.
  ///
  /// @param times on how many days
  /// @param lastDaysAgo whole days since the last purchase
  /// @param everyDays whole days from one purchase to the next, at least 1; null if the customer
  ///   bought it once
  public record Bought(int times, int lastDaysAgo, @Nullable Integer everyDays) {}
}
