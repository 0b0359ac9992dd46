package dev.akin.rank.filter;

import dev.akin.shop.AttributeValue;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a request adds to an expression.
///
/// @param now the moment that ages are counted from
/// @param current the item being looked at, [Item#bare] if the catalogue does not know it, or null
///   if there is none
/// @param past the user's events, in any order
/// @param parameters the values of `$name`; at most 50, lists of at most 500 texts
public record FilterContext(
    Instant now,
    @Nullable Item current,
    List<PastEvent> past,
    Map<String, AttributeValue> parameters) {
  private static final int MOST_PARAMETERS = 50;
  private static final int MOST_TEXTS = 500;

  public FilterContext {
    if (parameters.size() > MOST_PARAMETERS) {
      throw new InvalidFieldException(
          "parameters", "too_many", "at most " + MOST_PARAMETERS + " parameters");
    }
    parameters.forEach(FilterContext::requireValue);
    past = List.copyOf(past);
    parameters = Map.copyOf(parameters);
  }

  /// A request that gives nothing but the time.
  public static FilterContext at(Instant now) {
    return new FilterContext(now, null, List.of(), Map.of());
  }

  private static void requireValue(String name, AttributeValue value) {
    if (value instanceof AttributeValue.Number(double number) && !Double.isFinite(number)) {
      throw new InvalidFieldException(
          "parameters." + name, "out_of_range", name + " must be a finite number");
    }
    if (value instanceof AttributeValue.Texts(List<String> texts) && texts.size() > MOST_TEXTS) {
      throw new InvalidFieldException(
          "parameters." + name, "too_many", name + " must have at most " + MOST_TEXTS + " texts");
    }
  }
}
