package dev.akin.local.evaluate;

import dev.akin.evaluate.split.Fold;
import dev.akin.learn.Need;
import dev.akin.math.CsrMatrix;
import java.util.stream.IntStream;

/// Whether data are enough for an algorithm, and what to do if not.
final class Needs {
  private Needs() {}

  static boolean met(Fold fold, Need need) {
    return switch (need) {
      case TEXTS -> !fold.training().context().texts().isEmpty();
      case TIMES -> fold.training().context().pairs().size() > 0;
      case VALUES -> {
        CsrMatrix rated = fold.training().rated().strengths();
        yield IntStream.range(0, rated.size())
            .anyMatch(p -> rated.values()[p] != rated.values()[0]);
      }
    };
  }

  static String remedy(Need need) {
    return switch (need) {
      case TEXTS -> "give --item-attributes FILE";
      case TIMES -> "give data with a timestamp column";
      case VALUES -> "give data with a value column";
    };
  }
}
