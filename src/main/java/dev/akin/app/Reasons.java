package dev.akin.app;

import dev.akin.app.Recommendations.Reason;
import dev.akin.rank.Source;
import dev.akin.rank.list.Place;
import dev.akin.rank.list.PlaceReasons;
import dev.akin.rank.list.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says why an item is in an answer, with ids instead of numbers.
///
/// @param shelf whose numbers the reasons are in
/// @param due what the visitor bought and may buy again; null if the list is about something else
record Reasons(PlaceReasons reasons, Shelf shelf, @Nullable DueItems due) {
  /// The reasons of a list.
  static Reasons of(ListPlan plan) {
    return new Reasons(plan.reasons(), plan.input().shelf(), plan.due());
  }

  /// Shares that sum to 1.
  List<Reason> of(Place place) {
    if (due != null && place.placement().equals(new Placement.Ranked(Source.AGAIN))) {
      return List.of(new Reason(shelf.id(place.item()), BOUGHT, null, 1, due.bought(place.item())));
    }
    return reasons.of(place).stream().map(this::reason).toList();
  }

  /// The kind of the reason of what is bought again.
  static final String BOUGHT = "bought";

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
