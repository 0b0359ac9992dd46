package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.openapi.ExchangeCheck;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `POST /recommendations` with `lists`: what is refused, with its field. `{long}` stands for 65
/// letters.
final class SeveralListsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExchangeCheck DESCRIBED = new ExchangeCheck();
  private static final SampleFunctions SHOP = SampleFunctions.trainedShop();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                                       | too_few       | lists",
        "{}                                                       | wrong_type    | lists",
        "[7]                                                      | wrong_type    | lists[0]",
        "[{}]                                                     | missing       | lists[0].name",
        "[{\"name\":7}]                                           | wrong_type    | lists[0].name",
        "[{\"name\":\"For you\"}]                                 | bad_name      | lists[0].name",
        "[{\"name\":\"\"}]                                        | bad_name      | lists[0].name",
        "[{\"name\":\"{long}\"}]                                  | bad_name      | lists[0].name",
        "[{\"name\":\"a\"},{\"name\":\"a\"}]                      | duplicate     | lists[1].name",
        "[{\"name\":\"a\",\"limit\":101}]                         | out_of_range  | lists[0].limit",
        "[{\"name\":\"a\",\"userId\":\"b\"}]                      | unknown_field | lists[0].userId",
        "[{\"name\":\"a\",\"cursor\":\"b\"}]                      | unknown_field | lists[0].cursor",
        "[{\"name\":\"a\",\"strategy\":\"magic\"}]                | unknown_strategy | lists[0].strategy",
        "[{\"name\":\"a\",\"exclude\":[1]}]                       | wrong_type    | lists[0].exclude[0]",
        "[{\"name\":\"a\",\"boost\":[{}]}]                        | missing       | lists[0].boost[0].when",
        "[{\"name\":\"a\"},{\"name\":\"b\",\"filter\":\"price <\"}] | syntax        | lists[1].filter"
      })
  void severalListsAreReadStrictly(String lists, String code, String field) throws IOException {
    String body = "{\"userId\":\"ann\",\"lists\":" + lists.replace("{long}", "x".repeat(65)) + "}";
    refuses(body, code, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"filter\":\"available\" | contradiction | filter",
        "\"limit\":3               | contradiction | limit",
        "\"cursor\":\"a.b\"        | contradiction | cursor",
        "\"sessionId\":\"s\"       | contradiction | userId",
        "\"shelves\":[]            | unknown_field | shelves"
      })
  void besideListsStandsOnlyWhoseTheyAre(String member, String code, String field)
      throws IOException {
    String body = "{\"userId\":\"ann\",\"lists\":[{\"name\":\"a\"}]," + member + "}";
    refuses(body, code, field);
  }

  @Test
  void nullIsAbsent() throws IOException {
    String body =
        "{\"userId\":\"ann\",\"limit\":null,\"cursor\":null,\"lists\":[{\"name\":\"a\"}]}";

    assertThat(answer(body, 200).path("lists")).hasSize(1);
    assertThat(answer("{\"userId\":\"ann\",\"lists\":null}", 200).path("items")).hasSize(10);
  }

  private static void refuses(String body, String code, String field) throws IOException {
    JsonNode problem = answer(body, 400);
    assertThat(problem.path("code").asText()).as("%s", problem).isEqualTo(code);
    assertThat(problem.path("field").asText()).as("%s", problem).isEqualTo(field);
    assertThat(problem.path("detail").asText()).hasSizeBetween(10, 700);
  }

  private static JsonNode answer(String body, int status) throws IOException {
    APIGatewayV2HTTPEvent event = Call.of("POST /recommendations").body(body).event();
    APIGatewayV2HTTPResponse response = SHOP.recommend(event);
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(status);
    DESCRIBED.require(Exchanges.of(event, response));
    return JSON.readTree(response.getBody());
  }
}
