package dev.akin.shop;

import java.util.Set;

/// An article of the catalogue. 1 to 256 bytes of UTF-8, no control characters.
public record ItemId(String value) implements Comparable<ItemId> {
  /// What stands in place of an id in the path of another call, or means another path.
  private static final Set<String> TAKEN = Set.of("popular", "trending", ".", "..");

  public ItemId {
    Identifiers.require("itemId", value);
  }

  /// An id for the catalogue: one by which `GET /items/{id}` finds the item again.
  public static ItemId ofCatalogue(String value) {
    if (TAKEN.contains(value)) {
      throw new InvalidFieldException(
          "itemId",
          "reserved_id",
          "itemId must not be " + value + ": /items/" + value + " is another call; choose another");
    }
    return new ItemId(value);
  }

  @Override
  public int compareTo(ItemId other) {
    return value.compareTo(other.value);
  }
}
