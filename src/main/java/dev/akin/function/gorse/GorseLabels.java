package dev.akin.function.gorse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.function.AttributeValues;
import dev.akin.function.Fields;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The labels of an item: a list of texts is its tags, an object its attributes but for the list
/// `tags` in it; what lies deeper in the object has the names on the way with dots between them.
///
/// @param tags empty if the labels were an object without a list of that name
record GorseLabels(List<String> tags, Map<String, AttributeValue> attributes) {
  private static final String LABELS = "Labels";
  private static final String TAGS = "tags";

  /// @param labels any JSON
  /// @throws dev.akin.shop.InvalidFieldException if they hold numbers in lists, such as embeddings
  static GorseLabels of(JsonNode labels) {
    if (labels instanceof ObjectNode object) {
      Map<String, AttributeValue> attributes = new HashMap<>();
      JsonNode tags = object.path(TAGS);
      collect("", tags.isArray() ? object.deepCopy().without(TAGS) : object, attributes);
      return new GorseLabels(
          tags.isArray() ? texts(LABELS + "." + TAGS, tags) : List.of(), attributes);
    }
    return new GorseLabels(
        labels.isTextual() ? List.of(labels.textValue()) : texts(LABELS, labels), Map.of());
  }

  /// What Gorse would answer; null if there are none.
  static @Nullable Object of(Item item) {
    if (item.attributes().isEmpty()) {
      return item.tags().isEmpty() ? null : item.tags();
    }
    Map<String, Object> labels = new TreeMap<>();
    item.attributes().forEach((name, value) -> labels.put(name, AttributeValues.plain(value)));
    if (!item.tags().isEmpty()) {
      labels.put(TAGS, item.tags());
    }
    return labels;
  }

  private static void collect(
      String way, ObjectNode object, Map<String, AttributeValue> attributes) {
    object
        .properties()
        .forEach(member -> {
          String name = way + member.getKey();
          JsonNode value = member.getValue();
          if (value instanceof ObjectNode deeper) {
            collect(name + ".", deeper, attributes);
          } else if (!(value instanceof NullNode)) {
            attributes.put(name, attribute(LABELS + "." + name, value));
          }
        });
  }

  private static AttributeValue attribute(String field, JsonNode value) {
    return value.isValueNode()
        ? AttributeValues.read(field, value)
        : new AttributeValue.Texts(texts(field, value));
  }

  private static List<String> texts(String field, JsonNode list) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : list) {
      if (!text.isTextual()) {
        throw Fields.wrongType(
            field, "texts, numbers, flags and lists of texts; leave embeddings out");
      }
      texts.add(text.textValue());
    }
    if (!list.isArray()) {
      throw Fields.wrongType(field, "a list of texts or an object");
    }
    return texts;
  }
}
