package dev.akin.math;

/// Some consecutive rows of a dense row-by-row matrix; the array is not copied.
///
/// @param from offset of the first row's first value
/// @param rows how many rows
/// @param columns length of a row
public record Panel(float[] values, int from, int rows, int columns) {
  public Panel {
    if (from < 0 || rows < 0 || from + (long) rows * columns > values.length) {
      throw new IllegalArgumentException(
          rows + " x " + columns + " from " + from + " exceeds " + values.length + " values");
    }
  }
}
