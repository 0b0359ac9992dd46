package dev.akin.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.shop.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which type of event a word of another system means. Case, spaces and signs have no meaning:
/// `AddToCart`, `add-to-cart` and `add to cart` are one word.
public final class EventTypes {
  private static final Set<String> OURS =
      Set.of("view", "click", "like", "dislike", "cart", "purchase", "rate", "return");

  /// What shops call the types, by our word.
  private static final Map<String, List<String>> USUAL =
      Map.of(
          "view", List.of("read", "watch", "detail", "detailview", "pageview", "productview"),
          "click", List.of("clicked", "tap", "select"),
          "like", List.of("star", "favorite", "favourite", "bookmark", "wishlist", "share"),
          "dislike", List.of("thumbsdown", "downvote", "hide"),
          "cart", List.of("addtocart", "addedtocart", "atc", "basket", "addtobasket"),
          "purchase", List.of("purchased", "buy", "bought", "order", "checkout", "transaction"),
          "rate", List.of("rating"),
          "return", List.of("returned", "refund"));

  private final Map<String, String> types = new HashMap<>();
  private final String otherwise;

  /// @param pairs the shop's own words, e.g. `wishlist=cart`; they win over the usual ones
  /// @param otherwise the type of a word that nobody knows
  /// @throws IllegalArgumentException naming the pair that is none
  public EventTypes(List<String> pairs, String otherwise) {
    USUAL.forEach((type, words) -> {
      types.put(type, type);
      words.forEach(word -> types.put(word, type));
    });
    for (String pair : pairs) {
      String[] sides = pair.split("=", -1);
      if (sides.length != 2 || plain(sides[0]).isEmpty() || !OURS.contains(sides[1].strip())) {
        throw new IllegalArgumentException(
            "akin.moving.types: '" + pair + "' is not a word = one of " + OURS);
      }
      types.put(plain(sides[0]), sides[1].strip());
    }
    if (!OURS.contains(otherwise)) {
      throw new IllegalArgumentException(
          "akin.moving.otherwise: '" + otherwise + "' is none of " + OURS);
    }
    this.otherwise = otherwise;
  }

  /// Our word for a type of another system.
  public String type(String word) {
    return known(word).orElse(otherwise);
  }

  /// The same, but nothing for a word that nobody knows.
  public Optional<String> known(String word) {
    return Optional.ofNullable(types.get(plain(word)));
  }

  /// What a word of another system says was done.
  ///
  /// @param details `value` of a rating; `quantity`, `price` and `currency` of what is bought
  /// @throws dev.akin.shop.InvalidFieldException naming the detail that is missing or wrong
  public Action action(String word, ObjectNode details) {
    return EventReader.action(type(word), new Fields(details));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
