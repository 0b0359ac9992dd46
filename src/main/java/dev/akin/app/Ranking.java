package dev.akin.app;

import dev.akin.shop.ItemId;
import java.util.List;

/// Given items in order.
///
/// @param order of all that may be shown
/// @param removed the others, in the order given
public record Ranking(Recommendations order, List<Removed> removed) {
  public Ranking {
    removed = List.copyOf(removed);
  }

  /// An item that a rule keeps from being shown.
  ///
  /// @param rule the option that removed it, e.g. `filter`; `available` for what is sold out,
  ///   expired or deleted
  public record Removed(ItemId item, String rule) {}
}
