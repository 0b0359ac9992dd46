package dev.akin.function;

import static dev.akin.function.Refusals.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bytes that are no UTF-8 arrive as U+FFFD, here `?`: two ids that differ in them would be one.
class NotUnicodeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PUT /items/{id}       | {\"tags\":[\"tea\",\"caf?\"]}               | tags[1]",
        "PUT /items/{id}       | {\"attributes\":{\"made\":\"K?ln\"}}        | attributes.made",
        "PUT /items/{id}       | {\"attributes\":{\"a\":[\"b\",\"K?ln\"]}}   | attributes.a[1]",
        "PUT /items/{id}       | {\"attributes\":{\"gr??e\":\"L\"}}          | attributes.gr??e",
        "PUT /items/{id}       | {\"t?tle\":\"Cup\"}                         | t?tle",
        "POST /recommendations | {\"userId\":\"J?rg\"}                       | userId",
        "POST /recommendations | {\"history\":[{\"itemId\":\"caf?\"}]}       | history[0].itemId",
        "POST /rankings        | {\"userId\":\"ann\",\"items\":[\"a\",\"?\"]} | items[1]",
        "POST /events | {\"events\":[{\"type\":\"view\",\"userId\":\"J?\",\"itemId\":\"a\"}]}"
            + " | events[0].userId"
      })
  void whatIsNoUtf8IsRefusedWithItsField(String route, String body, String field)
      throws IOException {
    Call call = Call.of(route).body(replaced(body));

    JsonNode problem =
        refuses(
            route.contains("{id}") ? call.id("cup") : call, 400, "not_unicode", replaced(field));

    assertThat(problem.path("detail").asText()).contains("UTF-8");
  }

  @Test
  void pathsAndQueriesAreHeldToItToo() throws IOException {
    refuses(Call.of("GET /items/{id}").id(replaced("caf?")), 400, "not_unicode", "id");
    refuses(
        Call.of("GET /items/popular").query("category", replaced("caf?")),
        400,
        "not_unicode",
        "query");
  }

  @Test
  void proseMayHaveALostLetter() throws IOException {
    String body = replaced("{\"title\":\"Caf? set\",\"description\":\"Four caf? cups\"}");

    APIGatewayV2HTTPResponse response =
        SampleFunctions.trainedShop()
            .catalog(Call.of("PUT /items/{id}").id("cup").body(body).event());

    assertThat(response.getStatusCode()).as(response.getBody()).isLessThan(300);
  }

  @Test
  void aGoodRecordBesideItIsStored() throws IOException {
    String view = "{\"type\":\"view\",\"userId\":\"%s\",\"itemId\":\"kitchen-1\"}";
    String events = "{\"events\":[" + view.formatted("J?") + "," + view.formatted("Jörg") + "]}";

    APIGatewayV2HTTPResponse response =
        SampleFunctions.trainedShop()
            .ingest(Call.of("POST /events").body(replaced(events)).event());

    JsonNode answer = new ObjectMapper().readTree(response.getBody());
    assertThat(answer.path("accepted").asInt()).isEqualTo(1);
    assertThat(answer.at("/rejected/0/field").asText()).isEqualTo("events[0].userId");
    assertThat(answer.at("/rejected/0/code").asText()).isEqualTo("not_unicode");
  }

  private static String replaced(String text) {
    return text.replace('?', '\uFFFD');
  }
}
