package dev.akin.shop;

import java.util.List;

/// The value of one free attribute of an item.
public sealed interface AttributeValue {
  record Text(String value) implements AttributeValue {}

  record Number(double value) implements AttributeValue {}

  record Flag(boolean value) implements AttributeValue {}

  record Texts(List<String> values) implements AttributeValue {
    public Texts {
      values = List.copyOf(values);
    }
  }
}
