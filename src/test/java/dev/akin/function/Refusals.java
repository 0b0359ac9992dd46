package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.openapi.ExchangeCheck;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Calls that a trained shop must refuse, as the description says.
///
/// In the tables of the tests `{long}` stands for 300 letters, `{many}` for 501 ids, `{nul}` for a
/// control character, `{deep}`, `{wide}` and `{10k}` for expressions beyond the limits.
final class Refusals {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SampleFunctions SHOP = SampleFunctions.trainedShop();
  private static final ExchangeCheck DESCRIBED = new ExchangeCheck();

  private Refusals() {}

  static JsonNode refuses(Call call, int status, String code, String field) throws IOException {
    APIGatewayV2HTTPEvent event = call.event();
    APIGatewayV2HTTPResponse response = answer(event);
    String body = String.valueOf(response.getBody());
    assertThat(response.getStatusCode()).as(body).isEqualTo(status);
    assertThat(response.getHeaders()).containsEntry("content-type", "application/problem+json");
    JsonNode problem = JSON.readTree(body);
    assertThat(problem.path("code").asText()).as(body).isEqualTo(code);
    assertThat(problem.path("field").asText()).as(body).isEqualTo(field);
    assertThat(problem.path("detail").asText()).as(body).hasSizeBetween(10, 700);
    DESCRIBED.require(Exchanges.of(event, response));
    return problem;
  }

  private static APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    String path = event.getRouteKey().split(" ")[1];
    return switch (path) {
      case "/events" -> SHOP.ingest(event);
      case "/items", "/items/{id}", "/scenarios", "/scenarios/{name}" -> SHOP.catalog(event);
      case "/items/{id}/similar" -> SHOP.similar(event);
      case "/users/{id}/similar", "/items/{id}/users" -> SHOP.account(event);
      case "/status", "/releases", "/releases/{id}/activate", "/trainings" -> SHOP.status(event);
      default -> SHOP.recommend(event);
    };
  }

  static String filled(String text) {
    String ids = IntStream.range(0, 501).mapToObj(id -> "i" + id).collect(Collectors.joining(","));
    boolean json = text.startsWith("{\"");
    return text.replace("{long}", "x".repeat(300))
        .replace("{deep}", "not ".repeat(60) + "available")
        .replace("{wide}", "available or ".repeat(450) + "available")
        .replace("{10k}", "available or ".repeat(800) + "available")
        .replace("{words}", words())
        .replace("{nul}", "a\u0001")
        .replace("{many}", json ? "\"" + ids.replace(",", "\",\"") + "\"" : ids);
  }

  /// One more than a context may have.
  private static String words() {
    return IntStream.range(0, 21)
        .mapToObj("\"k%d\":\"v\""::formatted)
        .collect(Collectors.joining(","));
  }
}
