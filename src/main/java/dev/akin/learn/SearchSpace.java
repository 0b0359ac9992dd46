package dev.akin.learn;

import dev.akin.math.SeededRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parameters of an algorithm that are worth tuning, with the range of each. Empty for
/// algorithms without any.
public record SearchSpace(List<Range> ranges) {
  public static final SearchSpace EMPTY = new SearchSpace(List.of());

  public SearchSpace {
    ranges = List.copyOf(ranges);
  }

  public static SearchSpace of(Range... ranges) {
    return new SearchSpace(List.of(ranges));
  }

  /// @param low smallest value
  /// @param high largest value
  public record Range(String name, double low, double high, Scale scale) {
    public Range {
      if (!(low <= high) || (scale == Scale.LOGARITHMIC && low <= 0)) {
        throw new IllegalArgumentException("not a range of " + name + ": " + low + " to " + high);
      }
    }

    double draw(double uniform) {
      return switch (scale) {
        case LINEAR -> low + uniform * (high - low);
        case LOGARITHMIC -> low * StrictMath.pow(high / low, uniform);
        case WHOLE -> Math.min(high, Math.floor(low + uniform * (high - low + 1)));
      };
    }
  }

  /// How values are spread over a range.
  public enum Scale {
    LINEAR,
    /// Every power of ten alike.
    LOGARITHMIC,
    /// Whole numbers.
    WHOLE
  }

  /// One random point, independent per parameter.
  public Map<String, Double> draw(SeededRandom random) {
    Map<String, Double> point = new LinkedHashMap<>();
    for (Range range : ranges) {
      point.put(range.name(), range.draw(random.nextDouble()));
    }
    return point;
  }
}
