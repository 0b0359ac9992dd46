package dev.akin.rank.list;

/// An item at a fixed place.
///
/// @param place 1 for the first, counted over all pages
/// @param item its number in the release
public record Pin(int place, int item) {
  public Pin {
    if (place < 1) {
      throw new IllegalArgumentException("places of pins start at 1, was " + place);
    }
  }
}
