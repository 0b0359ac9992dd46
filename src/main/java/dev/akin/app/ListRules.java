package dev.akin.app;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.rank.filter.Boost;
import dev.akin.rank.filter.Cap;
import dev.akin.rank.filter.ExpressionLimits;
import dev.akin.rank.filter.FilterContext;
import dev.akin.rank.filter.Pin;
import dev.akin.rank.filter.Promotion;
import dev.akin.rank.filter.Rules;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a shop wants of a list beyond its ranking, checked as far as the texts alone allow; and
/// what they refer to.
///
/// @param parameters the values of `$name`
/// @param current the item being looked at, or null
public record ListRules(
    Rules rules, Map<String, AttributeValue> parameters, @Nullable ItemId current) {
  /// Nothing.
  public static final ListRules NONE = new ListRules(Rules.NONE, Map.of(), null);

  private static final ExpressionLimits LIMITS = ExpressionLimits.DEFAULT;

  public ListRules {
    parameters = Map.copyOf(parameters);
  }

  /// Reads the texts.
  ///
  /// @throws InvalidFieldException naming e.g. `boost[1].when`, with the place in its text
  public static ListRules of(
      @Nullable String filter,
      List<Boosting> boost,
      List<Pinning> pins,
      List<Promoting> promotions,
      List<Capping> caps) {
    return new ListRules(
        new Rules(
            Rules.filter(filter, LIMITS),
            each("boost", boost, one -> Boost.parse(one.when(), one.by(), LIMITS)),
            each("pins", pins, one -> new Pin(one.item(), one.position())),
            each(
                "promotions",
                promotions,
                one -> Promotion.parse(one.name(), one.filter(), one.share(), LIMITS)),
            each("caps", caps, one -> new Cap(one.field(), one.level(), one.most(), one.strict()))),
        Map.of(),
        null);
  }

  /// A filter alone.
  ///
  /// @throws InvalidFieldException naming `filter`, with the place in its text
  public static ListRules filter(@Nullable String text) {
    return of(text, List.of(), List.of(), List.of(), List.of());
  }

  /// The same rules about an item and with values.
  public ListRules about(@Nullable ItemId item, Map<String, AttributeValue> values) {
    return new ListRules(rules, values, item);
  }

  /// The filter and the boosts alone, for items that are given: no rule that gives places away.
  ListRules ordering() {
    Rules kept = new Rules(rules.filter(), rules.boosts(), List.of(), List.of(), List.of());
    return new ListRules(kept, parameters, current);
  }

  /// The filter alone, and the values that it may refer to.
  public ListRules filtering() {
    Rules kept = new Rules(rules.filter(), List.of(), List.of(), List.of(), List.of());
    return new ListRules(kept, parameters, current);
  }

  /// Whether nothing is wanted.
  boolean isEmpty() {
    return rules.equals(Rules.NONE);
  }

  /// What a request gives that gives these rules alone.
  ///
  /// @throws InvalidFieldException if the parameters are too many or too large
  FilterContext context(Instant now) {
    return new FilterContext(
        now, current == null ? null : Item.bare(current), List.of(), parameters);
  }

  /// What a request would be refused for over a catalogue: attributes that no item has, then the
  /// first parameter or current item that is missing.
  List<InvalidFieldException> doubts(CatalogueSnapshot catalogue, FilterContext context) {
    List<InvalidFieldException> doubts = new ArrayList<>(rules.unknownAttributes(catalogue));
    try {
      rules.over(catalogue, context);
    } catch (InvalidFieldException unbound) {
      doubts.add(unbound);
    }
    return doubts;
  }

  /// The same for equal rules on every machine.
  @Override
  public String toString() {
    return rules + "|" + new TreeMap<>(parameters) + "|" + current;
  }

  private static <T, R> List<R> each(String field, List<T> texts, Function<T, R> read) {
    List<R> all = new ArrayList<>();
    for (T text : texts) {
      try {
        all.add(read.apply(text));
      } catch (InvalidFieldException invalid) {
        throw invalid.within(field + "[" + all.size() + "]");
      }
    }
    return all;
  }

  /// @param when a condition
  /// @param by a number or a calculation
  public record Boosting(String when, String by) {}

  public record Pinning(ItemId item, int position) {}

  /// @param filter a condition
  public record Promoting(String name, String filter, double share) {}

  /// @param level of a category path, 0 for the whole path
  /// @param strict whether all pages and lists of a screen count, promotions keep the cap too, one
  ///   item after the other, and places rather stay empty than break it. Only pins break it: they
  ///   count, and no cap removes them
  public record Capping(String field, int level, int most, boolean strict) {
    /// A cap for each page that gives way if nothing else is left.
    public Capping(String field, int level, int most) {
      this(field, level, most, false);
    }
  }
}
