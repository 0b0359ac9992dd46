package dev.akin.local.sample;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes readable titles of the shouted descriptions, and tags of the titles' words.
final class Titles {
  private static final Set<String> SMALL =
      Set.of("a", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with");

  /// Say how an article comes, not what it is like.
  private static final Set<String> NO_TAGS = Set.of("set", "pack", "assorted", "design", "small");

  private Titles() {}

  /// `WHITE HANGING HEART T-LIGHT HOLDER` becomes `White Hanging Heart T-Light Holder`.
  static String of(String description) {
    String[] words = description.strip().toLowerCase(Locale.ROOT).split("[ ,]+");
    StringBuilder title = new StringBuilder();
    for (String word : words) {
      boolean small = SMALL.contains(word) && !title.isEmpty();
      title.append(title.isEmpty() ? "" : " ").append(small ? word : capitalised(word));
    }
    return title.toString();
  }

  /// The tags of every title: those of its words, in their order, that at least `fewest` titles
  /// have and that are three letters or more.
  static Map<String, List<String>> tags(Iterable<String> titles, int fewest) {
    Map<String, Integer> counts = new HashMap<>();
    for (String title : titles) {
      words(title).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    Map<String, List<String>> tags = new HashMap<>();
    for (String title : titles) {
      tags.put(
          title,
          words(title).stream().filter(word -> counts.getOrDefault(word, 0) >= fewest).toList());
    }
    return tags;
  }

  private static Set<String> words(String title) {
    return Arrays.stream(title.toLowerCase(Locale.ROOT).split("[^a-z]+"))
        .filter(word -> word.length() >= 3 && !SMALL.contains(word) && !NO_TAGS.contains(word))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// A letter is large at the start of a word and after a dash, a slash, an ampersand or a bracket.
  private static String capitalised(String word) {
    StringBuilder result = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      if (i == 0 || "-/&(\"".indexOf(word.charAt(i - 1)) >= 0) {
        result.setCharAt(i, Character.toUpperCase(word.charAt(i)));
      }
    }
    return result.toString();
  }
}
