package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.port.StorageException;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every function does with a request before and after its own work.
class BoundaryTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aFaultOfTheStoreIsA503ThatSaysWhenToComeBack() throws IOException {
    APIGatewayV2HTTPResponse response =
        Boundary.answer(
            Call.of("GET /status").event(),
            _ -> {
              throw new StorageException("table akin-models of account 12345");
            });

    assertThat(response.getStatusCode()).isEqualTo(503);
    assertThat(response.getHeaders()).containsEntry("retry-after", "1");
    assertThat(body(response).path("code").textValue()).isEqualTo("store_unavailable");
    assertThat(response.getBody()).doesNotContain("akin-models").doesNotContain("12345");
  }

  @Test
  void aBugIsA500ThatTellsTheRequestIdAndNothingElse() throws IOException {
    APIGatewayV2HTTPResponse response =
        Boundary.answer(
            Call.of("GET /status").event(),
            _ -> {
              throw new IllegalStateException("ann bought a mug");
            });

    assertThat(response.getStatusCode()).isEqualTo(500);
    assertThat(body(response).path("code").textValue()).isEqualTo("internal_error");
    assertThat(response.getBody())
        .contains("request-1")
        .doesNotContain("ann")
        .doesNotContain("dev.");
  }

  /// Lambda would put an error of its own in the place of a larger one. A quotation mark counts
  /// twice in the text of a body and once more in the answer around it.
  @ParameterizedTest
  @CsvSource({
    "x,5900000,200",
    "x,6100000,400",
    "ä,2900000,200",
    "ä,3100000,400",
    "'\"',1600000,400"
  })
  void anAnswerThatLambdaWouldNotLetOutIsRefused(String text, int times, int status)
      throws IOException {
    APIGatewayV2HTTPResponse response =
        Boundary.answer(
            Call.of("GET /items/popular").event(), _ -> Boundary.Answer.ok(text.repeat(times)));

    assertThat(response.getStatusCode()).isEqualTo(status);
    if (status == 400) {
      assertThat(body(response).path("code").textValue()).isEqualTo("too_large");
      assertThat(body(response).path("field").textValue()).isEqualTo("fields");
    }
  }

  @Test
  void noEventAtAllIsAnUnknownRoute() {
    assertThat(SampleFunctions.emptyShop().status(null).getStatusCode()).isEqualTo(404);
  }

  @Test
  void theLineOfAFaultIsOneLineAndQuotesNoForeignMessage() throws IOException {
    HttpRequest request = new HttpRequest(Call.of("POST /events").event());
    Throwable root = new IllegalArgumentException("ann bought a mug\nand a cup");

    String line = Fault.line(request, new IllegalStateException("secret", root));

    assertThat(line).doesNotContain("\n").doesNotContain("ann").doesNotContain("secret");
    JsonNode told = JSON.readTree(line);
    assertThat(told.path("requestId").textValue()).isEqualTo("request-1");
    assertThat(told.path("route").textValue()).isEqualTo("POST /events");
    assertThat(told.path("fault").textValue())
        .isEqualTo("java.lang.IllegalStateException < java.lang.IllegalArgumentException");
    assertThat(told.path("at").path(0).textValue()).contains("BoundaryTest");
  }

  @Test
  void theLineOfAStoreFaultSaysWhatTheStoreSays() throws IOException {
    HttpRequest request = new HttpRequest(Call.of("GET /status").event());

    JsonNode told = JSON.readTree(Fault.line(request, new StorageException("too busy")));

    assertThat(told.path("message").textValue()).isEqualTo("too busy");
  }

  @Test
  void theLineOfAFaultNamesWhatElseWentWrong() throws IOException {
    HttpRequest request = new HttpRequest(Call.of("POST /trainings").event());
    StorageException fault = new StorageException("not started");
    assertThat(Fault.line(request, fault)).doesNotContain("besides");
    fault.addSuppressed(new StorageException("the board did not answer"));
    fault.addSuppressed(new IllegalStateException("ann bought a mug"));

    JsonNode told = JSON.readTree(Fault.line(request, fault));

    assertThat(told.path("besides").path(0).textValue())
        .isEqualTo("dev.akin.port.StorageException: the board did not answer");
    assertThat(told.path("besides").path(1).textValue())
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void aBodyMayHaveAMebibyteOfUtf8AndNoByteMore() throws IOException {
    String shell = "{\"events\":[]} ";
    String largest = shell + " ".repeat(HttpRequest.MAX_BODY_BYTES - shell.length());
    String umlauts = "{\"events\":\"" + "\u00e4".repeat(HttpRequest.MAX_BODY_BYTES / 2) + "\"}";

    assertThat(codeOf(post(largest))).isEqualTo("too_few");
    assertThat(post(largest + " ").getStatusCode()).isEqualTo(413);
    assertThat(post(umlauts).getStatusCode()).isEqualTo(413);
    assertThat(codeOf(post(umlauts))).isEqualTo("too_large");
  }

  @Test
  void aBatchMayHave500EventsAndNotOneMore() throws IOException {
    assertThat(body(post(events(500))).path("accepted").intValue()).isEqualTo(500);

    APIGatewayV2HTTPResponse tooMany = post(events(501));

    assertThat(tooMany.getStatusCode()).isEqualTo(400);
    assertThat(codeOf(tooMany)).isEqualTo("too_many");
    assertThat(body(tooMany).path("field").textValue()).isEqualTo("events");
  }

  @Test
  void malformedJsonIsToldByLineAndColumn() throws IOException {
    assertThat(body(post("{\n  \"events\": nothing\n}")).path("detail").textValue())
        .contains("line 2");
  }

  @Test
  void aBodyThatTheGatewayTookForBytesIsRefused() throws IOException {
    APIGatewayV2HTTPEvent binary = Call.of("POST /events").body("e30=").binaryEvent();

    APIGatewayV2HTTPResponse response = SampleFunctions.emptyShop().ingest(binary);

    assertThat(response.getStatusCode()).isEqualTo(415);
    assertThat(body(response).path("detail").textValue()).contains("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "\"events\"", "[]", "true"})
  void aBodyThatIsNoObjectIsRefused(String text) throws IOException {
    assertThat(codeOf(post(text))).isEqualTo("wrong_type");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=1&limit=2, repeated, limit",
    "limit=, wrong_type, limit",
    "limit=99999999999, wrong_type, limit",
    "limit=0, out_of_range, limit",
    "LIMIT=1, unknown_parameter, LIMIT",
    "limit=%zz, not_decodable, query",
    "cursor=a&cursor=b, repeated, cursor"
  })
  void parametersAreReadStrictly(String query, String code, String field) throws IOException {
    APIGatewayV2HTTPEvent event = Call.of("GET /items").event();
    event.setRawQueryString(query);

    APIGatewayV2HTTPResponse response = SampleFunctions.emptyShop().catalog(event);

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(codeOf(response)).isEqualTo(code);
    assertThat(body(response).path("field").textValue()).isEqualTo(field);
  }

  @Test
  void aCommaInAValueIsNoRepetition() throws IOException {
    APIGatewayV2HTTPEvent event =
        Call.of("GET /items/popular").query("category", "Mugs, large").event();

    assertThat(SampleFunctions.emptyShop().recommend(event).getStatusCode()).isEqualTo(200);
  }

  @Test
  void parametersAreFoundInTheMapWhereThereIsNoRawQuery() {
    APIGatewayV2HTTPEvent event = Call.of("GET /items").query("limit", "0").event();
    event.setRawQueryString(null);

    assertThat(SampleFunctions.emptyShop().catalog(event).getStatusCode()).isEqualTo(400);
  }

  private static APIGatewayV2HTTPResponse post(String text) {
    return SampleFunctions.emptyShop().ingest(Call.of("POST /events").body(text).event());
  }

  private static String events(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"type\":\"view\",\"userId\":\"u" + i + "\",\"itemId\":\"mug\"}")
        .collect(Collectors.joining(",", "{\"events\":[", "]}"));
  }

  private static String codeOf(APIGatewayV2HTTPResponse response) throws IOException {
    return body(response).path("code").asText();
  }

  private static JsonNode body(APIGatewayV2HTTPResponse response) throws IOException {
    return JSON.readTree(response.getBody());
  }
}
