package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.openapi.ExchangeCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists of the samples' shop, 16 items, page by page.
final class ListPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExchangeCheck DESCRIBED = new ExchangeCheck();
  private static final int PAGES = 4;

  private final SampleFunctions shop = SampleFunctions.trainedShop();

  @ParameterizedTest
  @CsvSource({"GET /users/{id}/recommendations,ann", "GET /items/popular,", "GET /items/trending,"})
  void everyListOfAQueryHasPages(String route, @Nullable String id) throws IOException {
    Call call = Call.of(route).query("limit", "5");
    Call first = id == null ? call : call.id(id).query("excludeSeen", "false");
    List<String> walked = new ArrayList<>();
    Call next = first;
    for (int page = 1; page <= PAGES; page++) {
      JsonNode answer = answer(next, 200);
      walked.addAll(items(answer));
      assertThat(answer.has("cursor")).isEqualTo(page < PAGES);
      next = first.query("cursor", answer.path("cursor").asText());
    }

    assertThat(walked).hasSize(16).doesNotHaveDuplicates();
  }

  @Test
  void aBodyLeadsOnAndOnWhereAQueryBegan() throws IOException {
    Call query = Call.of("GET /users/{id}/recommendations").id("ann").query("limit", "5");
    JsonNode first = answer(query, 200);
    String body =
        "{\"userId\":\"ann\",\"limit\":5,\"cursor\":\"" + first.path("cursor").asText() + "\"}";

    JsonNode second = answer(Call.of("POST /recommendations").body(body), 200);

    assertThat(items(second)).hasSize(5).doesNotContainAnyElementsOf(items(first));
  }

  @Test
  void aCursorOfAnotherListSaysSo() throws IOException {
    Call popular = Call.of("GET /items/popular").query("limit", "5");
    String cursor = answer(popular, 200).path("cursor").asText();

    JsonNode problem = answer(popular.query("limit", "6").query("cursor", cursor), 400);

    assertThat(problem.path("code").asText()).isEqualTo("other_request");
    assertThat(problem.path("field").asText()).isEqualTo("cursor");
    assertThat(problem.path("detail").asText()).contains("ask again without cursor");
  }

  private static List<String> items(JsonNode answer) {
    List<String> items = new ArrayList<>();
    answer.path("items").forEach(place -> items.add(place.path("itemId").asText()));
    return items;
  }

  private JsonNode answer(Call call, int status) throws IOException {
    APIGatewayV2HTTPEvent event = call.event();
    APIGatewayV2HTTPResponse response = shop.recommend(event);
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(status);
    DESCRIBED.require(Exchanges.of(event, response));
    return JSON.readTree(response.getBody());
  }
}
