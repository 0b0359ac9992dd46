package dev.akin.app;

import org.jspecify.annotations.Nullable;

/// What one list is to be like.
///
/// @param limit 1 to 100
/// @param strategy the word of a [dev.akin.rank.Strategy], or null for the release's own choice;
///   checked against the release that answers
/// @param context what the request says of its moment
public record ListOptions(
    int limit,
    @Nullable String strategy,
    Narrowing narrowing,
    ListRules rules,
    Tuning tuning,
    Detail detail,
    GivenContext context) {
  public static final int MAX_LIMIT = 100;
  public static final int DEFAULT_LIMIT = 10;

  public ListOptions {
    Limits.require(limit, MAX_LIMIT);
  }

  /// In no particular context.
  public ListOptions(
      int limit,
      @Nullable String strategy,
      Narrowing narrowing,
      ListRules rules,
      Tuning tuning,
      Detail detail) {
    this(limit, strategy, narrowing, rules, tuning, detail, GivenContext.NONE);
  }

  /// Ten items with reasons, seen ones left out, by the release's own strategy.
  public static final ListOptions USUAL =
      new ListOptions(
          DEFAULT_LIMIT, null, Narrowing.UNSEEN, ListRules.NONE, Tuning.NONE, Detail.REASONS);

  /// A plain list for everybody.
  public static ListOptions plain(int limit, @Nullable String category, @Nullable String strategy) {
    return new ListOptions(
        limit, strategy, Narrowing.in(category), ListRules.NONE, Tuning.NONE, Detail.PLAIN);
  }

  public ListOptions with(ListRules other) {
    return new ListOptions(limit, strategy, narrowing, other, tuning, detail, context);
  }

  public ListOptions with(Narrowing other) {
    return new ListOptions(limit, strategy, other, rules, tuning, detail, context);
  }

  public ListOptions with(Tuning other) {
    return new ListOptions(limit, strategy, narrowing, rules, other, detail, context);
  }

  public ListOptions with(Detail other) {
    return new ListOptions(limit, strategy, narrowing, rules, tuning, other, context);
  }

  public ListOptions withLimit(int other) {
    return new ListOptions(other, strategy, narrowing, rules, tuning, detail, context);
  }

  public ListOptions withStrategy(@Nullable String other) {
    return new ListOptions(limit, other, narrowing, rules, tuning, detail, context);
  }

  public ListOptions with(GivenContext other) {
    return new ListOptions(limit, strategy, narrowing, rules, tuning, detail, other);
  }
}
