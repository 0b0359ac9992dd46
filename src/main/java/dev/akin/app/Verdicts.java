package dev.akin.app;

import dev.akin.app.Recommendations.Bought;
import dev.akin.app.Recommendations.Reason;
import dev.akin.rank.filter.Cap;
import dev.akin.rank.list.BuiltList;
import dev.akin.rank.list.Fate;
import dev.akin.rank.list.Place;
import dev.akin.rank.list.Placement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Says what became of an item of a list, with a sentence.
///
/// @param item its number on the shelf
record Verdicts(ListPlan plan, BuiltList list, int item) {
  private static final MathContext DIGITS = new MathContext(3);

  /// @param reasons what speaks for the item
  Verdict verdict(List<Reason> reasons) {
    return switch (list.fate(item)) {
      case Fate.Shown(int place) -> Verdict.at(Verdict.SHOWN, place, shown(place, reasons));
      case Fate.Removed(String rule) when rule.equals(ListPlan.BEYOND_PAGE) ->
          Verdict.plain(
              Verdict.UNSCORED,
              "Before the first training lists are made of the catalogue's first page; this item is"
                  + " beyond it.");
      case Fate.Removed(String rule) -> new Removal(plan.input(), item).verdict(rule);
      case Fate.Outranked(int rank, double factor) ->
          Verdict.plain(Verdict.OUTRANKED, outranked(rank, factor));
      case Fate.Capped(String cap, int rank) -> capped(cap, rank);
      case Fate.Displaced(int place) ->
          Verdict.at(
              Verdict.DISPLACED,
              place,
              "Exploration gave its place, number " + place + ", to another item by chance.");
      case Fate.BelowRelevance(double relevance, double minimum) ->
          Verdict.plain(
              Verdict.BELOW_RELEVANCE,
              "Its relevance is "
                  + rounded(relevance)
                  + " of the best item's, and minRelevance asks for "
                  + rounded(minimum)
                  + ".");
      case Fate.PinnedElsewhere(int place) ->
          Verdict.at(
              Verdict.ELSEWHERE, place, "A pin keeps it for place " + place + ", on a later page.");
      case Fate.ShownBefore() ->
          Verdict.plain(Verdict.ELSEWHERE, "It is on an earlier page or in an earlier list.");
      case Fate.Unscored() -> Verdict.plain(Verdict.UNSCORED, "Nothing gives it a score.");
    };
  }

  private String shown(int place, List<Reason> reasons) {
    Place held = list.places().get(place - 1);
    String where = "It is at place " + place + ": ";
    return switch (held.placement()) {
      case Placement.Pinned() -> where + "a pin put it there.";
      case Placement.Promoted(String promotion) ->
          where + "the promotion " + promotion + " put it there.";
      case Placement.Explored(boolean isNew) ->
          where
              + "exploration drew it with probability "
              + rounded(held.probability())
              + (isNew ? ", because it is new." : ".");
      case Placement.Ranked(var source) ->
          where + source.word() + " ranks it, " + because(reasons.getFirst()) + ".";
    };
  }

  private static String because(Reason reason) {
    Bought bought = reason.bought();
    if (bought != null) {
      return bought(bought);
    }
    if (reason.item() != null) {
      return "most of all because of "
          + reason.item().value()
          + " ("
          + Math.round(100 * reason.share())
          + " % of the score)";
    }
    String kind = String.valueOf(reason.kind());
    return switch (kind) {
      case "history" -> "because of many past items, none of which stands out";
      case "popular-in" -> "because it is popular in " + reason.name();
      case "popular", "trending", "new" -> "because it is " + kind;
      case Reasons.CONTEXT -> "most of all because of " + reason.name();
      default -> "which cannot say more";
    };
  }

  private static String bought(Bought past) {
    String last = "because it was bought, the last time " + past.lastDaysAgo() + " days ago";
    return past.everyDays() == null
        ? last
        : last + ", and is usually bought every " + past.everyDays() + " days";
  }

  private String outranked(int rank, double factor) {
    int places = plan.input().options().limit();
    String boosted =
        factor == 1
            ? ""
            : " with its score times " + rounded(factor) + " by boosts, context and rotation";
    return rank > places
        ? "It has rank " + rank + boosted + ", and the list has " + places + " places."
        : "It has rank "
            + rank
            + boosted
            + ", but pins, promotions, caps or variety gave the "
            + places
            + " places to others.";
  }

  private Verdict capped(String name, int rank) {
    int index = Integer.parseInt(name.replaceAll("\\D", ""));
    Cap cap = plan.input().options().rules().rules().caps().get(index);
    String value = cap.value(plan.input().shelf().item(item));
    return new Verdict(
        Verdict.CAPPED,
        null,
        name,
        value,
        "It has rank %d, but the list has %d of %s = %s, as many as %s allows."
            .formatted(rank, cap.most(), cap.field(), value, name));
  }

  private static String rounded(double number) {
    return BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
