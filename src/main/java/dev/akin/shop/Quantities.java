package dev.akin.shop;

/// The one rule for counts of pieces.
final class Quantities {
  static final int MAX = 1_000_000;

  private Quantities() {}

  static void require(int quantity) {
    if (quantity < 1 || quantity > MAX) {
      throw new InvalidFieldException(
          "quantity", "out_of_range", "quantity must be 1 to " + MAX + " pieces");
    }
  }
}
