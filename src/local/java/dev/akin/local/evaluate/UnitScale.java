package dev.akin.local.evaluate;

import dev.akin.evaluate.split.Observations;
import java.util.List;

/// Values brought to 0..1, as papers and tutorials do that report errors on that scale.
///
/// @param lowest becomes 0
/// @param highest becomes 1
record UnitScale(float lowest, float highest) {
  /// @throws BadInputException if all values are equal
  static UnitScale of(List<Observations> all) {
    float lowest = Float.POSITIVE_INFINITY;
    float highest = Float.NEGATIVE_INFINITY;
    for (Observations observations : all) {
      for (float value : observations.columns().value()) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
    }
    if (!(lowest < highest)) {
      throw new BadInputException("--scale-to-unit: all values are " + lowest);
    }
    return new UnitScale(lowest, highest);
  }

  List<Observations> apply(List<Observations> all) {
    return all.stream().map(this::apply).toList();
  }

  private Observations apply(Observations given) {
    float[] values = given.columns().value().clone();
    for (int row = 0; row < values.length; row++) {
      values[row] = (values[row] - lowest) / (highest - lowest);
    }
    Observations.Columns columns =
        new Observations.Columns(
            given.columns().item(), values, given.columns().time(), given.columns().given());
    return new Observations(given.users(), given.items(), given.starts(), columns, given.repeats());
  }
}
