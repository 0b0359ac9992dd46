package dev.akin.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akin.shop.AttributeValue;
import java.util.ArrayList;
import java.util.List;

/// Attributes and parameters as JSON.
public final class AttributeValues {
  private AttributeValues() {}

  /// @param field its path, for a refusal
  public static AttributeValue read(String field, JsonNode value) {
    if (value.isTextual()) {
      return new AttributeValue.Text(value.textValue());
    }
    if (value.isNumber()) {
      return new AttributeValue.Number(value.doubleValue());
    }
    if (value.isBoolean()) {
      return new AttributeValue.Flag(value.booleanValue());
    }
    if (value.isArray()) {
      List<String> texts = new ArrayList<>();
      for (JsonNode element : value) {
        if (!element.isTextual()) {
          throw Fields.wrongType(field + "[" + texts.size() + "]", "text");
        }
        texts.add(element.textValue());
      }
      return new AttributeValue.Texts(texts);
    }
    throw Fields.wrongType(field, "text, a number, true, false or a list of texts");
  }

  /// What JSON writes.
  public static Object plain(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Text text -> text.value();
      case AttributeValue.Number number -> number.value();
      case AttributeValue.Flag flag -> flag.value();
      case AttributeValue.Texts texts -> texts.values();
    };
  }
}
