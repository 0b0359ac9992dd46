package dev.akin.function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The one place where bodies become trees and answers become text. Strict: duplicate keys,
/// trailing text and deep nesting are refused.
final class Json {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_DIGITS = 100;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_DIGITS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /// Parses a body whose root must be an object.
  static ObjectNode object(String body) {
    if (tree(body) instanceof ObjectNode object) {
      return object;
    }
    throw HttpProblem.badRequest("wrong_type", "body", "the body must be a JSON object");
  }

  /// Parses a body whose root must be a list.
  static List<JsonNode> list(String body) {
    if (tree(body) instanceof ArrayNode list) {
      return list.valueStream().toList();
    }
    throw HttpProblem.badRequest("wrong_type", "body", "the body must be a JSON list");
  }

  private static JsonNode tree(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (StreamConstraintsException e) {
      throw HttpProblem.badRequest(
          "malformed_json",
          "body",
          "the body nests deeper than "
              + MAX_DEPTH
              + " levels, or has a number of more than "
              + MAX_DIGITS
              + " digits or a name that is far too long; send it without");
    } catch (JsonProcessingException e) {
      throw HttpProblem.badRequest("malformed_json", "body", "the body is not JSON" + place(e));
    }
  }

  static String text(Object answer) {
    try {
      return MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is always JSON", e);
    }
  }

  private static String place(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    if (location == null) {
      return "";
    }
    return " (line "
        + location.getLineNr()
        + ", column "
        + location.getColumnNr()
        + "): "
        + shortened(e.getOriginalMessage());
  }

  /// Jackson quotes what it met; a body may be private, so only the start of its message is told.
  private static String shortened(String message) {
    String line = message.lines().findFirst().orElse("").replaceFirst(" \\(start marker at.*", "");
    return line.length() <= 120 ? line : line.substring(0, 120) + "...";
  }
}
