package dev.akin.app;

import dev.akin.model.ContextLifts;
import dev.akin.model.ItemScorer;
import dev.akin.rank.Strategy;
import dev.akin.rank.explore.Exploration;
import dev.akin.rank.explore.Newcomers;
import dev.akin.rank.list.BuiltList;
import dev.akin.rank.list.Candidates;
import dev.akin.rank.list.ListBuilder;
import dev.akin.rank.list.ListSettings;
import dev.akin.rank.list.Place;
import dev.akin.rank.list.Relevance;
import dev.akin.rank.list.Rule;
import dev.akin.rank.list.Tier;
import dev.akin.rank.list.Variety;
import dev.akin.rank.score.ContextFactor;
import dev.akin.rank.score.Rotation;
import dev.akin.shop.ItemId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// One list, decided but for what is already on other pages and lists: who scores, what may be on
/// it, how it is arranged.
final class ListPlan {
  /// The rule that keeps what explanations look at out of the lists of an untrained shop.
  static final String BEYOND_PAGE = "first page";

  private final ListInput input;
  private final Tiers tiers;
  private final @Nullable GivenItems given;
  private final BitSet gone = new BitSet();
  private final ContextFactor context;
  private final ListBuilder builder;

  /// @throws dev.akin.shop.InvalidFieldException naming the option that cannot be followed
  ListPlan(ListInput input) {
    this(input, null);
  }

  /// @param given the only items of the list, or null for all
  /// @throws dev.akin.shop.InvalidFieldException naming the option that cannot be followed
  ListPlan(ListInput input, @Nullable GivenItems given) {
    this.input = input;
    this.tiers = new Tiers(input);
    this.given = given;
    context = context(input, tiers.strategy());
    LiveRules rules = new LiveRules(input);
    Candidates candidates = new Candidates(input.shelf().size(), scores(), rules(rules));
    builder = new ListBuilder(candidates, settings(rules));
  }

  ListInput input() {
    return input;
  }

  Strategy strategy() {
    return tiers.strategy();
  }

  /// Why an item is where it is.
  Reasons reasons() {
    return new Reasons(tiers.reasons(), input.shelf(), context, tiers.due());
  }

  /// @param page 0 for the first
  /// @param taken what earlier pages and lists have shown
  BuiltList build(int page, BitSet taken) {
    return builder.build(page, taken);
  }

  /// The best items without any arrangement.
  List<Place> ranked(int count) {
    return builder.ranked(count);
  }

  /// Keeps items from all pages that are built from now on: the catalogue says that they are gone.
  void remove(BitSet items) {
    gone.or(items);
  }

  /// A ranking knows better than newness what comes last.
  private List<Tier> scores() {
    List<Tier> all = tiers.all();
    if (given != null) {
      all.set(all.size() - 1, given.tier(input.shelf().size()));
    }
    return all;
  }

  /// Each named as the option that asks for it; the cheap ones first.
  private List<Rule> rules(LiveRules live) {
    Narrowing narrowing = input.options().narrowing();
    Visitor visitor = input.visitor();
    Shelf shelf = input.shelf();
    long now = visitor.now().toEpochMilli();
    List<Rule> rules = new ArrayList<>();
    if (given != null) {
      rules.add(given.rule());
    }
    rules.add(new Rule("available", item -> !gone.get(item) && shelf.shownAt(item, now)));
    ItemId current = input.options().rules().current();
    if (current != null) {
      int looked = shelf.find(current);
      rules.add(new Rule("itemId", item -> item != looked));
    }
    if (!narrowing.exclude().isEmpty()) {
      rules.add(without("exclude", visitor.numbers(narrowing.exclude())));
    }
    if (narrowing.excludeSeen()) {
      rules.add(without("excludeSeen", seen(visitor)));
    }
    for (int i = 0; i < narrowing.excludeEvents().size(); i++) {
      BitSet done = visitor.done(narrowing.excludeEvents().get(i));
      rules.add(without("excludeEvents[" + i + "]", done));
    }
    if (narrowing.category() != null) {
      rules.add(new Rule("category", shelf.inCategory(narrowing.category())));
    }
    if (input.options().rules().rules().filter() != null) {
      IntPredicate filter = live.filter();
      rules.add(new Rule("filter", filter));
    }
    if (given == null && shelf.hasBeyondPage()) {
      rules.add(new Rule(BEYOND_PAGE, item -> !shelf.beyondPage(item)));
    }
    return rules;
  }

  /// What is to be bought again has been seen; what fills up behind it need not be.
  private BitSet seen(Visitor visitor) {
    BitSet seen = visitor.seen();
    DueItems due = tiers.due();
    if (due != null) {
      seen.andNot(due.items());
    }
    return seen;
  }

  private static Rule without(String name, BitSet items) {
    return new Rule(name, item -> !items.get(item));
  }

  private ListSettings settings(LiveRules rules) {
    Tuning tuning = input.options().tuning();
    Shelf shelf = input.shelf();
    return new ListSettings(
        given == null ? input.options().limit() : given.size(),
        input.seed(),
        new Relevance(tuning.minRelevance(), factors(rules)),
        new Variety(tuning.diversity(), shelf.similarity(), tuning.novelty(), shelf.popularity()),
        rules.merchandising(),
        tuning.exploration() == 0 ? Exploration.OFF : exploration(tuning.exploration()));
  }

  /// What the context is worth. On all pages of a walk it is the time when it began. A list by date
  /// stays one.
  private static ContextFactor context(ListInput input, Strategy strategy) {
    ServedRelease served = input.served();
    return new ContextFactor(
        strategy == Strategy.NEWEST ? ContextLifts.NONE : served.context(),
        served.catalogue(),
        input.options().context().words(),
        input.visitor().asOf().toEpochMilli(),
        strategy.personal());
  }

  private List<IntToDoubleFunction> factors(LiveRules rules) {
    List<IntToDoubleFunction> factors = new ArrayList<>();
    if (rules.boosts()) {
      factors.add(rules.factor());
    }
    if (!context.isEmpty()) {
      factors.add(context);
    }
    double rate = input.options().tuning().rotation();
    if (rate > 0) {
      Rotation rotation =
          Rotation.of(
              rate,
              Rotation.USUAL_SPAN_MILLIS,
              input.visitor().asOf().toEpochMilli(),
              input.visitor().impressions());
      if (!rotation.isEmpty()) {
        factors.add(rotation);
      }
    }
    return factors;
  }

  private Exploration exploration(double rate) {
    long now = input.visitor().now().toEpochMilli();
    return new Exploration(rate, new Newcomers(input.shelf().createdAt(), now, fit()), null);
  }

  /// How well the words of each item fit the history; null if there are none.
  private float @Nullable [] fit() {
    ItemScorer content = input.served().scorer(Strategy.CONTENT);
    if (content == null || input.visitor().history().size() == 0) {
      return null;
    }
    float[] scores = content.profile(input.visitor().history()).scores(input.shelf().known());
    return input.shelf().padded(scores);
  }
}
