package dev.akin.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.shop.InvalidFieldException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The list options that fit a query string, as the JSON that [ListOptionsReader] reads.
final class QueryOptions {
  private static final List<String> TEXTS = List.of("strategy", "category", "filter", "itemId");
  private static final List<String> FLAGS = List.of("excludeSeen", "reasons");
  private static final List<String> SHARES =
      List.of("diversity", "novelty", "exploration", "minRelevance", "rotation");
  private static final String CONTEXT = "context";
  private static final List<String> LISTS = List.of("exclude", "fields");

  private QueryOptions() {}

  /// All names, and others that the call knows.
  static String[] names(String... others) {
    return Stream.of(List.of("limit", CONTEXT), TEXTS, FLAGS, SHARES, LISTS, Arrays.asList(others))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  /// What the request gives, and nothing else.
  static ObjectNode of(HttpRequest request) {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    if (request.query("limit") != null) {
      options.put("limit", request.wholeNumber("limit", 0));
    }
    for (String name : TEXTS) {
      String text = request.query(name);
      if (text != null) {
        options.put(name, text);
      }
    }
    for (String name : FLAGS) {
      if (request.query(name) != null) {
        options.put(name, request.flag(name, true));
      }
    }
    for (String name : SHARES) {
      if (request.query(name) != null) {
        options.put(name, request.number(name));
      }
    }
    for (String name : LISTS) {
      Set<String> values = request.values(name);
      if (!values.isEmpty()) {
        values.forEach(options.withArray(name)::add);
      }
    }
    context(request, options);
    return options;
  }

  /// `context=device:mobile`, once for each word.
  private static void context(HttpRequest request, ObjectNode options) {
    for (String word : request.repeated(CONTEXT)) {
      int colon = word.indexOf(':');
      ObjectNode context = options.withObject(CONTEXT);
      if (colon < 1 || context.has(word.substring(0, colon))) {
        throw new InvalidFieldException(
            CONTEXT,
            colon < 1 ? "wrong_type" : "repeated",
            "context must be one key and its value, such as context=device:mobile; give it again"
                + " for another key");
      }
      context.put(word.substring(0, colon), word.substring(colon + 1));
    }
  }
}
