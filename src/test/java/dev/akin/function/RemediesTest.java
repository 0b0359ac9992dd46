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
import org.junit.jupiter.params.provider.ValueSource;

/// What a refusal advises can be done, in the words of who asked.
class RemediesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExchangeCheck DESCRIBED = new ExchangeCheck();
  private static final String RANKING =
      "{\"campaignArn\":\"arn:aws:personalize:eu-central-1:1:campaign/x\",\"userId\":\"ann\","
          + "\"inputList\":[%s]}";
  private static final String EVENT =
      "{\"trackingId\":\"t\",\"sessionId\":\"s\",\"eventList\":[{\"eventType\":\"cart\","
          + "\"itemId\":\"kitchen-1\",\"sentAt\":1795521540,\"properties\":%s}]}";

  private final SampleFunctions shop = SampleFunctions.trainedShop();

  @Test
  void aPathInARemedyIsNotRenamed() throws IOException {
    assertThat(ranked("\"nothing\"").path("message").asText())
        .startsWith("inputList[0]: ")
        .contains("PUT /items/{id} ");
  }

  @Test
  void aFieldIsRenamedWhereverItIsNamedAndNothingElseIs() throws IOException {
    assertThat(ranked("").path("message").asText())
        .isEqualTo("inputList must have 1 to 500 entries");
    assertThat(put("{\"quantity\":1.5}").path("message").asText())
        .endsWith("properties.quantity must be a whole number");
    assertThat(put("{\"currency\":\"EUR\"}").path("field").asText())
        .isEqualTo("eventList[0].properties.price");
  }

  @Test
  void aCallOfPersonalizeThatWeDoNotHaveIsAnExceptionOfTheSdk() throws IOException {
    APIGatewayV2HTTPEvent event = Call.of("$default").body("{}").event();
    event.setRawPath("/personalize/action-recommendations");

    APIGatewayV2HTTPResponse response = shop.status(event);

    assertThat(response.getStatusCode()).isEqualTo(404);
    assertThat(response.getHeaders())
        .containsEntry("x-amzn-errortype", "ResourceNotFoundException");
    assertThat(body(response).path("code").asText()).isEqualTo("unknown_route");
    event.setRawPath("/personalized");
    assertThat(shop.status(event).getHeaders())
        .containsEntry("content-type", "application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{deep}", "{digits}"})
  void whatJsonMayNotBeLikeIsSaid(String text) throws IOException {
    String sent =
        text.replace("{deep}", "[".repeat(21) + "]".repeat(21))
            .replace("{digits}", "[" + "1".repeat(101) + "]");
    Call call = Call.of("POST /events").body("{\"events\":" + sent + "}");

    JsonNode problem = Refusals.refuses(call, 400, "malformed_json", "body");

    assertThat(problem.path("detail").asText()).contains("20 levels").contains("100 digits");
  }

  @Test
  void whoWasErasedIsNamedByTheField() throws IOException {
    shop.account(Call.of("DELETE /users/{id}").id("ann").event());
    shop.account(Call.of("DELETE /sessions/{id}").id("visit-1").event());
    APIGatewayV2HTTPEvent event =
        Call.of("POST /events")
            .body(
                "{\"events\":[{\"type\":\"view\",\"itemId\":\"a\",\"userId\":\"ann\"},"
                    + "{\"type\":\"view\",\"itemId\":\"a\",\"sessionId\":\"visit-1\","
                    + "\"timestamp\":\"2026-11-24T11:00:00Z\"}]}")
            .event();

    APIGatewayV2HTTPResponse response = shop.ingest(event);

    DESCRIBED.require(Exchanges.of(event, response));
    JsonNode problem = body(response);
    assertThat(problem.path("code").asText()).as(problem.toString()).isEqualTo("erased");
    assertThat(problem.path("field").asText()).isEqualTo("events[0].userId");
    assertThat(problem.at("/rejected/1/field").asText()).isEqualTo("events[1].sessionId");
    assertThat(problem.path("detail").asText()).contains("leave them out");
  }

  private JsonNode ranked(String items) throws IOException {
    Call call = Call.of("POST /personalize/personalize-ranking").body(RANKING.formatted(items));
    return refused(call.event(), shop.recommend(call.event()));
  }

  private JsonNode put(String properties) throws IOException {
    Call call = Call.of("POST /personalize/events").body(EVENT.formatted(properties));
    return refused(call.event(), shop.ingest(call.event()));
  }

  private static JsonNode refused(APIGatewayV2HTTPEvent event, APIGatewayV2HTTPResponse response)
      throws IOException {
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(400);
    DESCRIBED.require(Exchanges.of(event, response));
    return body(response);
  }

  private static JsonNode body(APIGatewayV2HTTPResponse response) throws IOException {
    return JSON.readTree(response.getBody());
  }
}
