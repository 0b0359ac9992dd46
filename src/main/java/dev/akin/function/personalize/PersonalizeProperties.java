package dev.akin.function.personalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.function.Fields;
import dev.akin.shop.InvalidFieldException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Properties as the SDKs send them: a text that holds a JSON object; the object itself will do.
final class PersonalizeProperties {
  private PersonalizeProperties() {}

  /// The properties by name; none if there are none.
  static Map<String, JsonNode> of(Fields fields, String field) {
    JsonNode given = fields.any(field);
    if (given == null || given instanceof ObjectNode) {
      return fields.members(field);
    }
    if (!given.isTextual()) {
      throw Fields.wrongType(field, "an object, or a text that holds one");
    }
    return fields.parsed(field);
  }

  /// A number, also as text.
  static @Nullable Double number(String field, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isNumber() && Double.isFinite(value.doubleValue())) {
      return value.doubleValue();
    }
    try {
      double number = Double.parseDouble(value.isTextual() ? value.textValue() : "");
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, with what is not finite.
    }
    throw new InvalidFieldException(field, "wrong_type", field + " must be a number");
  }
}
