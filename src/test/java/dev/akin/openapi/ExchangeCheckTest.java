package dev.akin.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A check that finds nothing is none: each kind of difference, once.
class ExchangeCheckTest {
  private static final String JSON = "application/json";
  private static final String LIST =
      "{\"recommendationId\":\"t\",\"strategy\":\"popular\",\"items\":[]}";
  private static final String RECEIPT = "{\"accepted\":1,\"duplicates\":0,\"rejected\":[%s]}";
  private static final String PROBLEM =
      "{\"type\":\"urn:akin:problem:blank\",\"title\":\"Bad request\",\"status\":400,"
          + "\"detail\":\"d\",\"code\":\"blank\"}";

  private final ExchangeCheck check = new ExchangeCheck();

  private static Exchange get(String path, String query, String answer) {
    return new Exchange("GET", path, query, null, 200, JSON, answer);
  }

  private static Exchange events(String body, String answer) {
    return new Exchange("POST", "/events", "", body, 200, JSON, answer);
  }

  @Test
  void whatIsAsDescribedPasses() {
    assertThatNoException()
        .isThrownBy(
            () -> check.require(get("/items/popular", "limit=3&category=A%20%3E%20B", LIST)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=101", "limit=ten", "limit=1&limit=2", "basis=content", "category="})
  void whatWasAnsweredMustHaveBeenAskedAsDescribed(String query) {
    assertThat(check.differences(get("/items/popular", query, LIST)))
        .singleElement()
        .asString()
        .startsWith("request")
        .contains("query " + query.split("=")[0]);
  }

  @Test
  void listsMayBeGivenBothWays() {
    assertThat(check.differences(get("/users/ann/recommendations", "exclude=a,b&exclude=c", LIST)))
        .isEmpty();
    assertThat(check.differences(get("/users/a%01/recommendations", "", LIST))).hasSize(1);
  }

  @Test
  void theMostSpecialPathIsMeant() {
    Optional<String> popular =
        ApiDescription.read().match("GET", "/items/popular").map(Operation::path);
    assertThat(popular).contains("/items/popular");
    ObjectNode paths = JsonNodeFactory.instance.objectNode();
    for (String path : List.of("/a/{rest+}", "/a/{id}", "/a/{id}/b", "/a/c/{rest+}")) {
      paths
          .withObject("/paths")
          .withObject(JsonPointer.empty().appendProperty(path))
          .putObject("get");
    }
    ApiDescription api = ApiDescription.of(paths);

    assertThat(api.match("GET", "/a/x").map(Operation::path)).contains("/a/{id}");
    assertThat(api.match("GET", "/a/x/b").map(Operation::path)).contains("/a/{id}/b");
    assertThat(api.match("GET", "/a/x/d").map(Operation::path)).contains("/a/{rest+}");
    assertThat(api.match("GET", "/a/c/d/e").map(Operation::path)).contains("/a/c/{rest+}");
    assertThat(api.match("GET", "/a")).isEmpty();
    assertThat(api.match("PUT", "/a/x")).isEmpty();
  }

  @Test
  void anAnswerHasNoMoreAndNoLessThanItsSchema() {
    String more =
        LIST.replace("[]", "[{\"itemId\":\"a\",\"score\":1,\"source\":\"popular\",\"x\":1}]");
    assertThat(check.differences(get("/items/popular", "", more)))
        .singleElement()
        .asString()
        .contains("/items/0", "'x'");
    assertThat(check.differences(get("/items/popular", "", "{}"))).hasSize(2);
    assertThat(check.differences(get("/items/popular", "", "["))).hasSize(1);
  }

  @Test
  void theStatusTheMediaTypeAndThePathAreDescribed() {
    assertThat(check.differences(new Exchange("GET", "/status", "", null, 206, JSON, "{}")))
        .singleElement()
        .asString()
        .contains("status is not described");
    assertThat(check.differences(new Exchange("GET", "/status", "", null, 400, JSON, PROBLEM)))
        .singleElement()
        .asString()
        .contains("content-type");
    assertThat(check.differences(get("/nowhere", "", "{}"))).hasSize(1);
    assertThat(check.differences(new Exchange("DELETE", "/items/a", "", null, 204, null, "x")))
        .hasSize(1);
  }

  @Test
  void whatIsRefusedMayBeAnythingButTheRefusalIsAProblem() {
    String type = "application/problem+json";
    Exchange refused = new Exchange("POST", "/events", "x=1", "{", 400, type, PROBLEM);
    assertThat(check.differences(refused)).isEmpty();
    Exchange other =
        new Exchange("POST", "/events", "", "{", 400, type, PROBLEM.replace(":400", ":404"));
    assertThat(check.differences(other)).hasSize(1);
    Exchange unknown =
        new Exchange("POST", "/events", "", "{", 400, type, PROBLEM.replace("blank", "bland"));
    assertThat(check.differences(unknown)).hasSize(1);
  }

  @Test
  void recordsThatWereRejectedAreNotLookedAtAndNullIsAbsent() {
    String good = "{\"type\":\"view\",\"userId\":\"u\",\"itemId\":\"i\",\"price\":null}";
    String bad = "{\"type\":\"look\"}";
    String both = "{\"events\":[" + bad + "," + good + "]}";
    String rejected = "{\"index\":0,\"code\":\"unknown_type\",\"message\":\"m\"}";

    assertThat(check.differences(events(both, RECEIPT.formatted(rejected)))).isEmpty();
    assertThat(check.differences(events(both, RECEIPT.formatted("")))).isNotEmpty();
  }

  @Test
  void aDifferenceFailsWithTheCallAndThePlace() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> check.require(get("/items/popular", "limit=0", LIST)))
        .withMessageContaining("GET /items/popular?limit=0 -> 200")
        .withMessageContaining("request query limit")
        .withMessageContaining("answer: " + LIST);
  }
}
