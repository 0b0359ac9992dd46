package dev.akin.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadFormatTest {
  private static final Instant TIME = Instant.parse("2026-11-24T09:08:07Z");
  private final ObjectMapper json = new ObjectMapper();
  private final PayloadFormat format = new PayloadFormat(json);

  @Test
  void anEventIsWhatApiGatewayMakesOfARequest() throws IOException {
    JsonNode event =
        event(
            request(
                "tag=red&tag=blue&q=a%20b+c&flag",
                "{}", Map.of("content-type", "application/json", "cookie", "a=1; b=2")));

    assertThat(event)
        .isEqualTo(
            json.readTree(
                """
                {"version":"2.0","routeKey":"GET /items/{id}","rawPath":"/items/x%20y",
                 "rawQueryString":"tag=red&tag=blue&q=a%20b+c&flag","cookies":["a=1","b=2"],
                 "headers":{"content-type":"application/json","host":"localhost:3000",
                   "user-agent":"curl/8"},
                 "queryStringParameters":{"flag":"","q":"a b c","tag":"red,blue"},
                 "requestContext":{"accountId":"000000000000","apiId":"local",
                   "domainName":"localhost:3000","domainPrefix":"local",
                   "http":{"method":"GET","path":"/items/x%20y","protocol":"HTTP/1.1",
                     "sourceIp":"127.0.0.1","userAgent":"curl/8"},
                   "requestId":"r-1","routeKey":"GET /items/{id}","stage":"$default",
                   "time":"24/Nov/2026:09:08:07 +0000","timeEpoch":1795511287000},
                 "pathParameters":{"id":"x y"},"body":"{}","isBase64Encoded":false}
                """));
  }

  @Test
  void whatIsNotThereIsLeftOut() throws IOException {
    JsonNode event = event(request("", "", Map.of()));

    assertThat(event.has("body")).isFalse();
    assertThat(event.has("queryStringParameters")).isFalse();
    assertThat(event.has("cookies")).isFalse();
    assertThat(event.get("rawQueryString").asText()).isEmpty();
    assertThat(event.get("isBase64Encoded").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json,                  false",
    "application/json; charset=utf-8,   false",
    "application/problem+json,          false",
    "text/csv,                          false",
    "application/x-www-form-urlencoded, true",
    "application/octet-stream,          true",
    "'',                                true"
  })
  void bodiesThatAreNotTextComeInBase64(String type, boolean base64) throws IOException {
    JsonNode event = event(request("", "a=ä", Map.of("content-type", type)));

    assertThat(event.get("isBase64Encoded").asBoolean()).isEqualTo(base64);
    assertThat(
            base64
                ? event.get("body").binaryValue()
                : event.get("body").asText().getBytes(StandardCharsets.UTF_8))
        .isEqualTo("a=ä".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aResponseHasStatusHeadersCookiesAndBody() throws IOException {
    PayloadFormat.Response response =
        response(
            """
            {"statusCode":201,"headers":{"content-type":"text/plain"},
             "multiValueHeaders":{"vary":["accept","origin"]},"cookies":["a=1"],"body":"ä"}
            """);

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.headers())
        .isEqualTo(Map.of("content-type", "text/plain", "vary", "accept,origin"));
    assertThat(response.cookies()).containsExactly("a=1");
    assertThat(response.body()).isEqualTo("ä".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aBodyInBase64IsDecoded() throws IOException {
    String answer = "{\"statusCode\":200,\"body\":\"AAH/\",\"isBase64Encoded\":true}";

    assertThat(response(answer).body()).containsExactly(0, 1, 0xff);
    assertThatIOException()
        .isThrownBy(() -> response(answer.replace("AAH/", "*")))
        .withMessageContaining("base64");
  }

  @Test
  void anAnswerWithoutAStatusIsTheBodyOfA200() throws IOException {
    PayloadFormat.Response response = response("{\"a\":1}");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("content-type", "application/json");
    assertThat(response.body()).isEqualTo("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theAuthorizerSeesTheKeyAndNoBody() throws IOException {
    GatewayRequest request = request("", "{}", Map.of("x-api-key", "akin_1"));
    JsonNode event = json.readTree(format.authorizerEvent(request, match(), "r-1"));

    assertThat(event.get("type").asText()).isEqualTo("REQUEST");
    assertThat(event.get("identitySource").get(0).asText()).isEqualTo("akin_1");
    assertThat(event.has("body")).isFalse();
  }

  private JsonNode event(GatewayRequest request) throws IOException {
    return json.readTree(format.event(request, match(), "r-1"));
  }

  private PayloadFormat.Response response(String answer) throws IOException {
    return format.response(answer.getBytes(StandardCharsets.UTF_8));
  }

  private static RouteTable.Match match() {
    return new RouteTable.Match(
        new Route("GET", "/items/{id}", "Items", false), Map.of("id", "x y"));
  }

  private static GatewayRequest request(String query, String body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("host", "localhost:3000");
    all.put("user-agent", "curl/8");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new GatewayRequest("GET", "/items/x%20y", query, all, bytes, "127.0.0.1", TIME);
  }
}
