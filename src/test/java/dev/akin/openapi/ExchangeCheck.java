package dev.akin.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.akin.openapi.ApiDescription.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Compares exchanges with the description:
///
/// - an answer has a described status, its media type and its schema, whatever was asked;
/// - what was answered with success had been asked as described; what was refused may have been
///   anything. Records of a batch that the answer rejects are not looked at, and `null` counts as
///   absent.
///
/// Safe for concurrent use.
public final class ExchangeCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROBLEM = "application/problem+json";

  /// The body of clients that have none and write JSON all the same.
  private static final String NOTHING = "null";

  private static final String PROBLEM_SCHEMA = "/components/schemas/Problem";

  private final ApiDescription description;

  public ExchangeCheck() {
    this(ApiDescription.read());
  }

  ExchangeCheck(ApiDescription description) {
    this.description = description;
  }

  /// Fails with every difference and where it is.
  public void require(Exchange exchange) {
    List<String> differences = differences(exchange);
    if (!differences.isEmpty()) {
      throw new AssertionError(
          exchange.method()
              + " "
              + exchange.rawPath()
              + (exchange.rawQuery().isEmpty() ? "" : "?" + exchange.rawQuery())
              + " -> "
              + exchange.status()
              + " is not as infra/openapi.yaml says:\n  "
              + String.join("\n  ", differences)
              + "\nrequest: "
              + shortened(String.valueOf(exchange.body()))
              + "\nanswer: "
              + shortened(exchange.answer()));
    }
  }

  /// What differs, one sentence each; empty if nothing does.
  List<String> differences(Exchange exchange) {
    Optional<Operation> operation = description.match(exchange.method(), exchange.rawPath());
    if (operation.isEmpty()) {
      return undescribed(exchange);
    }
    List<String> differences = new ArrayList<>(answer(operation.get(), exchange));
    if (exchange.status() < 400) {
      differences.addAll(Parameters.differences(description, operation.get(), exchange));
      differences.addAll(body(operation.get(), exchange));
    }
    return differences;
  }

  /// A path that is not described must not exist.
  private List<String> undescribed(Exchange exchange) {
    if (exchange.method().equals("OPTIONS") && exchange.status() == 204) {
      return List.of();
    }
    if (exchange.status() == 401 || exchange.status() == 403) {
      return List.of();
    }
    if (exchange.status() != 404) {
      return List.of("the path is not described, so the status must be 404");
    }
    return content("answer", PROBLEM_SCHEMA, exchange.answer());
  }

  private List<String> answer(Operation operation, Exchange exchange) {
    Optional<Located> response = operation.response(exchange.status());
    if (response.isEmpty()) {
      return List.of(
          "the status is not described; described are "
              + String.join(", ", new TreeSet<>(operation.responses().keySet())));
    }
    Located content = response.get().child(description.root(), "content");
    if (!content.exists()) {
      return exchange.answer().isEmpty() ? List.of() : List.of("the answer should have no body");
    }
    String type = mediaType(exchange);
    Located media = content.child(description.root(), type);
    if (!media.exists()) {
      return List.of("the answer's content-type '" + type + "' is not described for its status");
    }
    if (!type.endsWith("json")) {
      return List.of();
    }
    List<String> differences =
        new ArrayList<>(content("answer", media.pointer() + "/schema", exchange.answer()));
    if (type.equals(PROBLEM)
        && tree(exchange.answer()).path("status").asInt() != exchange.status()) {
      differences.add("answer: the problem's status is not that of the answer");
    }
    return differences;
  }

  private List<String> body(Operation operation, Exchange exchange) {
    Located described = operation.here().child(description.root(), "requestBody");
    Located content = described.child(description.root(), "content");
    String body = exchange.body() == null || exchange.body().equals(NOTHING) ? "" : exchange.body();
    if (!content.exists()) {
      return body.isEmpty() ? List.of() : List.of("request: no body is described");
    }
    if (body.isEmpty() && !described.node().path("required").asBoolean()) {
      return List.of();
    }
    JsonNode tree = tree(body);
    if (tree.isMissingNode()) {
      return List.of("request: the body is not JSON");
    }
    withoutRejected(tree, tree(exchange.answer()));
    withoutNulls(tree);
    return inside(
        "request",
        description.schemas().problems(content.pointer() + "/application~1json/schema", tree));
  }

  private List<String> content(String where, String schema, String text) {
    JsonNode tree = tree(text);
    return tree.isMissingNode()
        ? List.of(where + ": the body is not JSON")
        : inside(where, description.schemas().problems(schema, tree));
  }

  static List<String> inside(String where, List<String> problems) {
    return problems.stream().map(problem -> where + problem).toList();
  }

  /// Takes the records out of a batch that were refused one by one.
  private static void withoutRejected(JsonNode request, JsonNode answer) {
    List<Integer> places = new ArrayList<>();
    answer.path("rejected").forEach(record -> places.add(record.path("index").asInt()));
    for (JsonNode member : request) {
      if (member instanceof ArrayNode records && !places.isEmpty()) {
        places.reversed().forEach(records::remove);
      }
    }
  }

  private static void withoutNulls(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      object.properties().removeIf(member -> member.getValue().isNull());
    }
    tree.forEach(ExchangeCheck::withoutNulls);
  }

  private static String mediaType(Exchange exchange) {
    String type = exchange.contentType();
    return type == null ? "" : type.split(";")[0].strip();
  }

  /// A missing node for what is not JSON.
  private static JsonNode tree(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static String shortened(String text) {
    return text.length() <= 1_000 ? text : text.substring(0, 1_000) + "...";
  }

  /// For parameters: text that is no number stays text.
  static JsonNode scalar(String text) {
    JsonNode tree = tree(text);
    return tree.isNumber() || tree.isBoolean() ? tree : TextNode.valueOf(text);
  }
}
