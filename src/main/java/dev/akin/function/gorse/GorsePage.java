package dev.akin.function.gorse;

import dev.akin.app.ListOptions;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.function.HttpRequest;
import dev.akin.shop.InvalidFieldException;
import java.util.List;

/// Which part of a list is asked for.
///
/// @param n how many items
/// @param offset how many before them are passed over
record GorsePage(int n, int offset) {
  private static final int DEFAULT_N = 10;

  GorsePage {
    if (n < 1 || offset < 0 || offset > ListOptions.MAX_LIMIT - n) {
      throw new InvalidFieldException(
          offset < 0 ? "offset" : "n",
          "out_of_range",
          "n must be at least 1, offset at least 0, and both together at most "
              + ListOptions.MAX_LIMIT);
    }
  }

  static GorsePage of(HttpRequest request) {
    return new GorsePage(request.wholeNumber("n", DEFAULT_N), request.wholeNumber("offset", 0));
  }

  /// How long the list must be.
  int end() {
    return n + offset;
  }

  List<GorseScore> scores(List<RecommendedItem> items) {
    return items.stream().skip(offset).map(GorseScore::of).toList();
  }
}
