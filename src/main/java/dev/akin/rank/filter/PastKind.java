package dev.akin.rank.filter;

import dev.akin.shop.Action;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the user may have done to an item, as the functions of the language name it.
enum PastKind {
  /// An event of any kind.
  SEEN("seen", null),
  VIEWED("viewed", "view"),
  CLICKED("clicked", "click"),
  LIKED("liked", "like"),
  CARTED("carted", "cart"),
  BOUGHT("bought", "purchase"),
  RATED("rated", "rate"),
  RETURNED("returned", "return"),
  DISLIKED("disliked", "dislike");

  /// Before the word of a function that asks for the category instead of the item.
  static final String CATEGORY_PREFIX = "category_";

  private final String word;
  private final @Nullable String action;

  PastKind(String word, @Nullable String action) {
    this.word = word;
    this.action = action;
  }

  String word() {
    return word;
  }

  boolean covers(Action done) {
    return action == null || action.equals(done.type());
  }

  static Optional<PastKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(PastKind::word).toList();
  }
}
