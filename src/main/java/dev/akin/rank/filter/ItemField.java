package dev.akin.rank.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The fields of an item that an expression can name.
enum ItemField {
  ID("id", Type.TEXT),
  TITLE("title", Type.TEXT),
  AVAILABLE("available", Type.CONDITION),
  PRICE("price", Type.NUMBER),
  CURRENCY("currency", Type.TEXT),
  CATEGORIES("categories", Type.LIST),
  TAGS("tags", Type.LIST),
  CREATED_AT("createdAt", Type.MOMENT),
  AGE("age", Type.SPAN),
  /// A free attribute; its name stands beside it.
  ATTRIBUTE("attributes", Type.ATTRIBUTE);

  private final String word;
  private final Type type;

  ItemField(String word, Type type) {
    this.word = word;
    this.type = type;
  }

  String word() {
    return word;
  }

  Type type() {
    return type;
  }

  static Optional<ItemField> of(String word) {
    return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(ItemField::word).toList();
  }
}
