package dev.akin.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {
  private final RouteTable routes =
      new RouteTable(
          List.of(
              new Route("ANY", "$default", "Fallback", false),
              new Route("OPTIONS", "/{proxy+}", "Preflight", true),
              new Route("GET", "/items/{id}", "One", false),
              new Route("ANY", "/items/{id}", "Any", false),
              new Route("GET", "/items/popular", "Popular", false),
              new Route("GET", "/items/{id}/similar", "Similar", false),
              new Route("GET", "/items/{id}/{rest+}", "Rest", false),
              new Route("GET", "/other/{rest+}", "Other", false),
              new Route("GET", "/items", "All", false)));

  @ParameterizedTest
  @CsvSource({
    "GET,     /items,            All",
    "GET,     /items/popular,    Popular",
    "GET,     /items/7,          One",
    "DELETE,  /items/7,          Any",
    "DELETE,  /items/popular,    Any",
    "GET,     /items/7/similar,  Similar",
    "OPTIONS, /users/1/anything, Preflight",
    "GET,     /items/,           Fallback",
    "GET,     /items/7/similar/, Rest",
    "GET,     /items/7/,         Rest",
    "GET,     /other/7/,         Other",
    "POST,    /items,            Fallback",
    "GET,     /,                 Fallback",
    "GET,     /items/7/other,    Rest",
    "GET,     /thing/7,          Fallback"
  })
  void theMostSpecialRouteAnswers(String method, String path, String function) {
    assertThat(routes.match(method, path))
        .hasValueSatisfying(match -> assertThat(match.route().function()).isEqualTo(function));
  }

  @Test
  void parametersAreDecodedAndKeepTheirPlusSigns() {
    assertThat(routes.match("GET", "/items/a%2Fb%20c+d/similar"))
        .hasValueSatisfying(
            match -> assertThat(match.parameters()).isEqualTo(Map.of("id", "a/b c+d")));
  }

  /// API Gateway needs it for ids with a slash, a question mark or a percent sign in them; here
  /// once will do as well.
  @ParameterizedTest
  @CsvSource({
    "a%252Fb,     a/b",
    "a%2Fb,       a/b",
    "a%253Fb,     a?b",
    "100%2525,    100%",
    "100%25,      100%",
    "cup%2520%25C3%25A4, cup ä",
    "cup%20%C3%A4, cup ä"
  })
  void anIdMayBeEncodedTwice(String sent, String id) {
    assertThat(routes.match("GET", "/items/" + sent))
        .hasValueSatisfying(match -> assertThat(match.parameters()).isEqualTo(Map.of("id", id)));
  }

  @Test
  void theRestOfAPathIsOneParameter() {
    assertThat(routes.match("OPTIONS", "/users/1/anything"))
        .hasValueSatisfying(
            match -> assertThat(match.parameters()).isEqualTo(Map.of("proxy", "users/1/anything")));
  }

  @Test
  void withoutADefaultRouteTheUnknownIsNotMatched() {
    RouteTable one = new RouteTable(List.of(new Route("GET", "/items", "All", false)));

    assertThat(one.match("GET", "/nowhere")).isEmpty();
    assertThat(one.match("PUT", "/items")).isEmpty();
  }

  @Test
  void keysAreThoseOfApiGateway() {
    assertThat(new Route("GET", "/items/{id}", "One", false).key()).isEqualTo("GET /items/{id}");
    assertThat(new Route("ANY", "$default", "Fallback", false).key()).isEqualTo("$default");
  }
}
