package dev.akin.shop;

/// An article of the catalogue. 1 to 256 bytes of UTF-8, no control characters.
public record ItemId(String value) implements Comparable<ItemId> {
  public ItemId {
    Identifiers.require("itemId", value);
  }

  @Override
  public int compareTo(ItemId other) {
    return value.compareTo(other.value);
  }
}
