package dev.akin.app;

import dev.akin.shop.Action;
import dev.akin.shop.ItemId;
import dev.akin.shop.Subject;
import java.util.List;

/// Where the past comes from that a recommendation is made for.
public sealed interface HistorySource {
  /// The stored events of a user or a session.
  record OfSubject(Subject subject) implements HistorySource {}

  /// A past that the caller sends along; nothing is stored. Newest first or not: order has no
  /// meaning.
  ///
  /// @param past at most 500 entries
  record Given(List<Past> past) implements HistorySource {
    public Given {
      past = List.copyOf(past);
    }
  }

  /// One thing that happened, just now as far as decay is concerned.
  record Past(ItemId item, Action action) {}
}
