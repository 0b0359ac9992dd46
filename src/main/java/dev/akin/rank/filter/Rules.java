package dev.akin.rank.filter;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.shop.InvalidFieldException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a shop wants of one list beyond its ranking.
///
/// @param include what an item must satisfy, or null for every item
/// @param exclude what an item must not satisfy, or null for none
/// @param boosts at most 20
/// @param pins at most 20, on distinct positions and of distinct items; a pin on an item that is
///   not allowed has no effect
/// @param promotions at most 5; their shares sum to 1 at most
/// @param caps at most 5, on distinct fields and levels
public record Rules(
    @Nullable Condition include,
    @Nullable Condition exclude,
    List<Boost> boosts,
    List<Pin> pins,
    List<Promotion> promotions,
    List<Cap> caps) {
  private static final int MANY = 20;
  private static final int FEW = 5;
  private static final double WHOLE = 1 + 1e-9;

  /// No rule at all.
  public static final Rules NONE =
      new Rules(null, null, List.of(), List.of(), List.of(), List.of());

  public Rules {
    requireAtMost("boost", boosts, MANY);
    requireAtMost("pins", pins, MANY);
    requireAtMost("promotions", promotions, FEW);
    requireAtMost("caps", caps, FEW);
    requireDistinct("pins", "position", pins, Pin::position);
    requireDistinct("pins", "itemId", pins, Pin::item);
    requireDistinct("caps", "field", caps, cap -> cap.field() + cap.level());
    if (promotions.stream().mapToDouble(Promotion::share).sum() > WHOLE) {
      throw new InvalidFieldException(
          "promotions", "out_of_range", "the shares of all promotions must sum to 1 at most");
    }
    boosts = List.copyOf(boosts);
    pins = List.copyOf(pins);
    promotions = List.copyOf(promotions);
    caps = List.copyOf(caps);
  }

  /// Parses the two conditions of a list.
  ///
  /// @param text null for none
  /// @param field its name in the request, e.g. `filter`
  /// @throws InvalidFieldException naming the field
  public static @Nullable Condition condition(
      String field, @Nullable String text, ExpressionLimits limits) {
    return text == null ? null : Findings.required(field, Condition.parse(text, limits));
  }

  /// The rules bound to a catalogue and a request.
  ///
  /// @throws InvalidFieldException naming the rule that cannot be bound, e.g. `boost[0].by`
  public RulesInForce over(CatalogueSnapshot catalogue, FilterContext context) {
    ItemSet allowed = ItemSet.all(catalogue.size());
    if (include != null) {
      allowed = allowed.and(Findings.required("include", include.over(catalogue, context)));
    }
    if (exclude != null) {
      allowed = allowed.and(Findings.required("exclude", exclude.over(catalogue, context)).not());
    }
    List<ItemSet> promoted = new ArrayList<>();
    for (int i = 0; i < promotions.size(); i++) {
      promoted.add(
          Findings.required(
              "promotions[" + i + "].filter", promotions.get(i).filter().over(catalogue, context)));
    }
    List<IntUnaryOperator> groups = new ArrayList<>();
    for (int i = 0; i < caps.size(); i++) {
      try {
        groups.add(caps.get(i).groups(catalogue));
      } catch (InvalidFieldException unheld) {
        throw unheld.within("caps[" + i + "]");
      }
    }
    return new RulesInForce(
        this, allowed, Boost.factors(boosts, catalogue, context), promoted, groups);
  }

  private static void requireAtMost(String field, List<?> rules, int most) {
    if (rules.size() > most) {
      throw new InvalidFieldException(field, "too_many", field + " holds at most " + most);
    }
  }

  private static <T> void requireDistinct(
      String list, String field, List<T> rules, Function<T, Object> key) {
    List<Object> seen = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      int first = seen.indexOf(key.apply(rules.get(i)));
      if (first >= 0) {
        throw new InvalidFieldException(
            list + "[" + i + "]." + field,
            "duplicate",
            "the same " + field + " as " + list + "[" + first + "]; give each once");
      }
      seen.add(key.apply(rules.get(i)));
    }
  }
}
