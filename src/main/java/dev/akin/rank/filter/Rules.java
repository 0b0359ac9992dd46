package dev.akin.rank.filter;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.shop.InvalidFieldException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a shop wants of one list beyond its ranking.
///
/// @param filter what an item must satisfy, or null for every item
/// @param boosts at most 20
/// @param pins at most 20, on distinct positions and of distinct items; a pin on an item that is
///   not allowed has no effect
/// @param promotions at most 5; their shares sum to 1 at most
/// @param caps at most 5, on distinct fields and levels
public record Rules(
    @Nullable Condition filter,
    List<Boost> boosts,
    List<Pin> pins,
    List<Promotion> promotions,
    List<Cap> caps) {
  private static final int MANY = 20;
  private static final int FEW = 5;
  private static final double WHOLE = 1 + 1e-9;

  /// No rule at all.
  public static final Rules NONE = new Rules(null, List.of(), List.of(), List.of(), List.of());

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

  /// Parses the condition of a list.
  ///
  /// @param text null for none
  /// @throws InvalidFieldException naming `filter`
  public static @Nullable Condition filter(@Nullable String text, ExpressionLimits limits) {
    return text == null ? null : Findings.required("filter", Condition.parse(text, limits));
  }

  /// Whether the item being looked at is needed.
  public boolean readsCurrent() {
    return expressions().anyMatch(expression -> expression.readsCurrent());
  }

  /// Whether the user's events are needed.
  public boolean readsPast() {
    return expressions().anyMatch(expression -> expression.readsPast());
  }

  /// Refuses attributes that no item has, neither in the catalogue nor in what changed since: slips
  /// rather than wishes.
  ///
  /// @throws InvalidFieldException naming the rule, with the place in its text
  public void requireKnown(CatalogueSnapshot catalogue, CatalogueSnapshot changed) {
    expressions().forEach(expression -> expression.requireKnown(catalogue, changed));
  }

  /// Attributes that no item of the catalogue has, each as the refusal that names its rule.
  public List<InvalidFieldException> unknownAttributes(CatalogueSnapshot catalogue) {
    return expressions()
        .flatMap(expression ->
            expression.unknown().apply(catalogue).stream()
                .map(problem -> Findings.refusal(expression.field(), problem)))
        .toList();
  }

  private Stream<Named> expressions() {
    List<Named> all = new ArrayList<>();
    if (filter != null) {
      all.add(Named.of("filter", filter));
    }
    for (int i = 0; i < boosts.size(); i++) {
      all.add(Named.of("boost[" + i + "].when", boosts.get(i).when()));
      all.add(Named.of("boost[" + i + "].by", boosts.get(i).by()));
    }
    for (int i = 0; i < promotions.size(); i++) {
      all.add(Named.of("promotions[" + i + "].filter", promotions.get(i).filter()));
    }
    return all.stream();
  }

  /// An expression and where it stands.
  private record Named(
      String field,
      boolean readsCurrent,
      boolean readsPast,
      Function<CatalogueSnapshot, List<ExpressionProblem>> unknown) {
    static Named of(String field, Condition condition) {
      return new Named(
          field, condition.readsCurrent(), condition.readsPast(), condition::unknownAttributes);
    }

    static Named of(String field, Formula formula) {
      return new Named(
          field, formula.readsCurrent(), formula.readsPast(), formula::unknownAttributes);
    }

    void requireKnown(CatalogueSnapshot catalogue, CatalogueSnapshot changed) {
      List<ExpressionProblem> problems = unknown.apply(catalogue);
      if (!problems.isEmpty()) {
        List<ExpressionProblem> still = unknown.apply(changed);
        problems.stream()
            .filter(problem -> still.stream().anyMatch(s -> s.column() == problem.column()))
            .findFirst()
            .ifPresent(problem -> Findings.refuse(field, problem));
      }
    }
  }

  /// The rules bound to a catalogue and a request.
  ///
  /// @throws InvalidFieldException naming the rule that cannot be bound, e.g. `boost[0].by`
  public RulesInForce over(CatalogueSnapshot catalogue, FilterContext context) {
    ItemSet allowed =
        filter == null
            ? ItemSet.all(catalogue.size())
            : Findings.required("filter", filter.over(catalogue, context));
    List<ItemSet> promoted = new ArrayList<>();
    for (int i = 0; i < promotions.size(); i++) {
      promoted.add(
          Findings.required(
              "promotions[" + i + "].filter", promotions.get(i).filter().over(catalogue, context)));
    }
    List<CapGroups> groups = new ArrayList<>();
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
