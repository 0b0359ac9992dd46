package dev.akin.shop;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an event came from: the recommendation that led to it, what was on show, and the context.
///
/// @param recommendationId the token of the answer that showed the item, at most 512 characters
/// @param impression the items on show, in order, at most 100
/// @param context free words such as `device=mobile`: at most 20, keys to 64 and values to 256
///   characters
public record Attribution(
    @Nullable String recommendationId, List<ItemId> impression, Map<String, String> context) {
  public static final Attribution NONE = new Attribution(null, List.of(), Map.of());
  private static final int MAX_IMPRESSION = 100;
  public static final int MAX_CONTEXT = 20;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_VALUE = 256;

  public Attribution {
    if (recommendationId != null
        && (recommendationId.isBlank() || recommendationId.length() > 512)) {
      throw new InvalidFieldException(
          "recommendationId", "too_long", "recommendationId must be 1 to 512 characters");
    }
    if (recommendationId != null) {
      Unicode.bytes("recommendationId", recommendationId);
    }
    if (impression.size() > MAX_IMPRESSION) {
      throw new InvalidFieldException(
          "impression", "too_many", "impression must list at most " + MAX_IMPRESSION + " items");
    }
    requireContext(context);
    impression = List.copyOf(impression);
    context = Map.copyOf(context);
  }

  /// @throws InvalidFieldException if a context is too large, of an event or of a request
  public static void requireContext(Map<String, String> context) {
    if (context.size() > MAX_CONTEXT) {
      throw new InvalidFieldException(
          "context", "too_many", "context must have at most " + MAX_CONTEXT + " entries");
    }
    context.forEach((key, value) -> {
      if (!fits(key, value)) {
        throw new InvalidFieldException(
            "context", "too_long", "context keys have 1 to 64 characters, values at most 256");
      }
      Unicode.bytes("context", key);
      Unicode.bytes("context", value);
    });
  }

  /// Whether an entry is short enough for a context.
  public static boolean fits(String key, String value) {
    return !key.isBlank() && key.length() <= LONGEST_KEY && value.length() <= LONGEST_VALUE;
  }
}
