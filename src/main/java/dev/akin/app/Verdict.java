package dev.akin.app;

import org.jspecify.annotations.Nullable;

/// What became of an item when a list was made.
///
/// @param outcome one of the words below
/// @param position the place that it has, or that a pin or chance took it to or from, from 1
/// @param rule the option that removed it, or the cap that held it back, e.g. `filter` or
///   `caps[0]`; `available` for what is sold out, expired or deleted
/// @param detail the part of the filter that does not hold, or the value that the cap counts
/// @param because the same in a sentence
public record Verdict(
    String outcome,
    @Nullable Integer position,
    @Nullable String rule,
    @Nullable String detail,
    String because) {
  public static final String SHOWN = "shown";
  public static final String REMOVED = "removed";
  public static final String OUTRANKED = "outranked";
  public static final String CAPPED = "capped";
  public static final String DISPLACED = "displaced";
  public static final String BELOW_RELEVANCE = "below-relevance";
  public static final String ELSEWHERE = "elsewhere";
  public static final String UNSCORED = "unscored";

  static Verdict removed(String rule, @Nullable String detail, String because) {
    return new Verdict(REMOVED, null, rule, detail, because);
  }

  static Verdict at(String outcome, int position, String because) {
    return new Verdict(outcome, position, null, null, because);
  }

  static Verdict plain(String outcome, String because) {
    return new Verdict(outcome, null, null, null, because);
  }
}
