package dev.akin.app;

import dev.akin.app.Recommendations.Reason;
import dev.akin.rank.Source;
import dev.akin.rank.list.Place;
import dev.akin.rank.list.PlaceReasons;
import dev.akin.rank.list.Placement;
import dev.akin.rank.score.ContextFactor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says why an item is in an answer, with ids instead of numbers. What the context multiplies a
/// score by is a part of the score: of `s f` with a factor `f` above 1 it explains `1 - 1 / f`, and
/// the other reasons share the rest.
///
/// @param shelf whose numbers the reasons are in
/// @param due what the visitor bought and may buy again; null if the list is about something else
record Reasons(PlaceReasons reasons, Shelf shelf, ContextFactor context, @Nullable DueItems due) {
  /// Less is not worth a word.
  private static final double LEAST_SHARE = 0.05;

  /// The kind of a reason that is the context.
  static final String CONTEXT = "context";

  /// The kind of the reason of what is bought again.
  static final String BOUGHT = "bought";

  /// Shares that sum to 1, the largest first.
  List<Reason> of(Place place) {
    List<Reason> all = plain(place);
    ContextFactor.Lift lift =
        place.placement() instanceof Placement.Ranked ? context.lift(place.item()) : null;
    return lift == null || 1 - 1 / lift.factor() < LEAST_SHARE ? all : with(lift, all);
  }

  private List<Reason> plain(Place place) {
    if (due != null && place.placement().equals(new Placement.Ranked(Source.AGAIN))) {
      return List.of(new Reason(shelf.id(place.item()), BOUGHT, null, 1, due.bought(place.item())));
    }
    return reasons.of(place).stream().map(this::reason).toList();
  }

  private static List<Reason> with(ContextFactor.Lift lift, List<Reason> others) {
    List<Reason> all = new ArrayList<>();
    all.add(new Reason(null, CONTEXT, lift.key() + "=" + lift.value(), 1 - 1 / lift.factor()));
    for (Reason other : others) {
      double share = other.share() / lift.factor();
      all.add(new Reason(other.item(), other.kind(), other.name(), share, other.bought()));
    }
    all.sort(Comparator.comparingDouble((Reason reason) -> -reason.share()));
    return all;
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
