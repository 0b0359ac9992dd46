package dev.akin.rank.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of the language, and the one that was probably meant.
final class Names {
  static final String CURRENT = "current";
  static final String EXISTS = "exists";
  static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in", "true", "false");

  /// Longer names are no slip of a finger.
  private static final int LONGEST = 40;

  private Names() {}

  /// The remedy for a name that stands where a field should.
  static String remedyForField(String name, boolean current) {
    List<String> known = new ArrayList<>(ItemField.words());
    if (!current) {
      known.add(CURRENT);
    }
    String all = "fields are " + String.join(", ", known) + ".<name>";
    if (!current) {
      all =
          "fields are "
              + String.join(", ", ItemField.words())
              + ".<name> and current.<field>; texts stand in quotes";
    }
    return suggestion(name, known) + all;
  }

  /// The remedy for a name that stands where a function should.
  static String remedyForFunction(String name) {
    List<String> known = new ArrayList<>(PastKind.words());
    PastKind.words().forEach(word -> known.add(PastKind.CATEGORY_PREFIX + word));
    known.add(EXISTS);
    return suggestion(name, known)
        + "functions are exists(field) and "
        + String.join(", ", PastKind.words())
        + " with a duration, e.g. bought(30d), or category_bought(30d)";
  }

  /// `did you mean x? `, or nothing if no known name is near.
  static String suggestion(String name, Collection<String> known) {
    String nearest = "";
    int least = Math.max(1, Math.min(3, name.length() / 3)) + 1;
    if (name.length() <= LONGEST) {
      for (String candidate : known) {
        int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
        if (distance < least) {
          least = distance;
          nearest = candidate;
        }
      }
    }
    return nearest.isEmpty() ? "" : "did you mean " + nearest + "? ";
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other
  /// (Damerau 1964, optimal string alignment).
  private static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= right.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      for (int j = 1; j <= right.length(); j++) {
        int replaced = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[left.length()][right.length()];
  }
}
