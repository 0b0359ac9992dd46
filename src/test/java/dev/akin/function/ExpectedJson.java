package dev.akin.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/// Compares an answer with what a sample expects, see `events/README.md`: members that the sample
/// does not name may be anything, `"*"` is any value but none, `null` is none, lists have equal
/// length.
final class ExpectedJson {
  private static final String ANYTHING = "*";

  private ExpectedJson() {}

  /// Where the answer differs, one sentence each; empty if it does not.
  static List<String> differences(JsonNode expected, JsonNode actual) {
    List<String> differences = new ArrayList<>();
    compare("answer", expected, actual, differences);
    return differences;
  }

  private static void compare(
      String path, JsonNode expected, JsonNode actual, List<String> differences) {
    boolean absent = actual.isNull() || actual.isMissingNode();
    if (expected.isNull() || absent) {
      if (expected.isNull() != absent) {
        differences.add(path + " should be " + expected + " but is " + actual);
      }
      return;
    }
    if (expected.isObject() && actual.isObject()) {
      expected
          .properties()
          .forEach(member -> {
            JsonNode found = actual.path(member.getKey());
            compare(path + "." + member.getKey(), member.getValue(), found, differences);
          });
    } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "[" + i + "]", expected.get(i), actual.get(i), differences);
      }
    } else if (!same(expected, actual)) {
      differences.add(path + " should be " + expected + " but is " + actual);
    }
  }

  private static boolean same(JsonNode expected, JsonNode actual) {
    if (expected.isTextual() && expected.textValue().equals(ANYTHING)) {
      return !(actual instanceof MissingNode);
    }
    if (expected.isNumber() && actual.isNumber()) {
      return expected.doubleValue() == actual.doubleValue();
    }
    return expected.equals(actual);
  }
}
