package dev.akin.app;

import dev.akin.shop.Attribution;
import java.util.Map;
import java.util.TreeMap;

/// What a request says of its moment, in the words that events use: `device=mobile`. What no
/// training learned from does nothing.
///
/// @param words at most 20, keys to 64 and values to 256 characters
public record GivenContext(Map<String, String> words) {
  /// Nothing but the time.
  public static final GivenContext NONE = new GivenContext(Map.of());

  /// @throws dev.akin.shop.InvalidFieldException naming `context`
  public GivenContext {
    Attribution.requireContext(words);
    words = Map.copyOf(words);
  }

  /// The same for equal words on every machine; nothing for none.
  @Override
  public String toString() {
    return words.isEmpty() ? "" : new TreeMap<>(words).toString();
  }
}
