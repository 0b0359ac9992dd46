package dev.akin.app;

import dev.akin.app.Recommendations.Reason;
import dev.akin.rank.list.Place;
import dev.akin.rank.list.PlaceReasons;
import java.util.List;

/// Says why an item is in an answer, with ids instead of numbers.
///
/// @param shelf whose numbers the reasons are in
record Reasons(PlaceReasons reasons, Shelf shelf) {
  /// Shares that sum to 1.
  List<Reason> of(Place place) {
    return reasons.of(place).stream().map(this::reason).toList();
  }

  private Reason reason(dev.akin.rank.Reason reason) {
    double share = reason.share();
    return switch (reason) {
      case dev.akin.rank.Reason.Because(int item, double _) ->
          new Reason(shelf.id(item), null, share);
      case dev.akin.rank.Reason.BoughtTogether(int item, double _) ->
          new Reason(shelf.id(item), reason.word(), share);
      case dev.akin.rank.Reason.PopularIn(String category) ->
          new Reason(null, reason.word(), category, share);
      case dev.akin.rank.Reason.Promoted(String promotion) ->
          new Reason(null, reason.word(), promotion, share);
      default -> new Reason(null, reason.word(), share);
    };
  }
}
