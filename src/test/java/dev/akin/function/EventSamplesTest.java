package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.openapi.ExchangeCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs every sample of `events` through the function that its folder names; see `events/README.md`
/// for the shops they meet, and holds each to infra/openapi.yaml. Those of `authorize` have a test
/// of their own.
class EventSamplesTest {
  private static final Path SAMPLES = Path.of("events");
  private static final String SAMPLE = ".json";
  private static final String EXPECTED = ".expected.json";
  private static final Set<String> FUNCTIONS =
      Set.of(
          "account", "authorize", "catalog", "ingest", "recommend", "retrain", "similar", "status");

  private static final ExchangeCheck DESCRIBED = new ExchangeCheck();

  private final ObjectMapper json = new ObjectMapper();

  static List<Path> samples() throws IOException {
    return files().stream()
        .filter(file -> !function(file).equals("authorize"))
        .filter(file -> !file.toString().endsWith(EXPECTED))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsAnsweredAsExpected(Path sample) throws IOException {
    String function = function(sample);
    JsonNode answer = answer(function, shop(sample), sample);

    assertThat(ExpectedJson.differences(json.readTree(expected(sample).toFile()), answer))
        .as(answer.toPrettyString())
        .isEmpty();
  }

  @Test
  void everySampleHasItsAnswerAndEveryAnswerItsSample() throws IOException {
    Set<String> samples = new TreeSet<>();
    Set<String> answers = new TreeSet<>();
    for (Path file : files()) {
      String name = file.toString();
      if (name.endsWith(EXPECTED)) {
        answers.add(name.substring(0, name.length() - EXPECTED.length()));
      } else {
        samples.add(name.substring(0, name.length() - SAMPLE.length()));
      }
    }

    assertThat(samples).isEqualTo(answers);
  }

  @Test
  void everyFunctionHasSamplesAndNothingElseHas() throws IOException {
    try (var folders = Files.list(SAMPLES)) {
      assertThat(
              folders
                  .filter(Files::isDirectory)
                  .map(folder -> folder.getFileName().toString())
                  .collect(Collectors.toSet()))
          .isEqualTo(FUNCTIONS);
    }
  }

  private JsonNode answer(String function, SampleFunctions shop, Path sample) throws IOException {
    if (function.equals("retrain")) {
      RetrainFunction.Input input = json.readValue(sample.toFile(), RetrainFunction.Input.class);
      return json.valueToTree(shop.retrain(input));
    }
    APIGatewayV2HTTPEvent event = json.readValue(sample.toFile(), APIGatewayV2HTTPEvent.class);
    APIGatewayV2HTTPResponse response =
        switch (function) {
          case "account" -> shop.account(event);
          case "ingest" -> shop.ingest(event);
          case "catalog" -> shop.catalog(event);
          case "similar" -> shop.similar(event);
          case "recommend" -> shop.recommend(event);
          case "status" -> shop.status(event);
          default -> throw new IllegalArgumentException("no such function: " + function);
        };
    DESCRIBED.require(Exchanges.of(event, response));
    ObjectNode answer = json.createObjectNode();
    answer.put("statusCode", response.getStatusCode());
    answer.set("headers", json.valueToTree(response.getHeaders()));
    answer.set("body", response.getBody() == null ? null : json.readTree(response.getBody()));
    return answer;
  }

  /// The name of a sample says which shop it meets.
  private static SampleFunctions shop(Path sample) {
    String name = sample.getFileName().toString();
    if (name.startsWith("empty-shop-")) {
      return SampleFunctions.emptyShop();
    }
    if (name.startsWith("untrained-shop-") || function(sample).equals("retrain")) {
      return SampleFunctions.untrainedShop();
    }
    return SampleFunctions.trainedShop();
  }

  /// The folder below `events`.
  private static String function(Path sample) {
    return sample.getName(1).toString();
  }

  private static Path expected(Path sample) {
    return sample.resolveSibling(sample.getFileName().toString().replace(SAMPLE, EXPECTED));
  }

  private static List<Path> files() throws IOException {
    try (var files = Files.walk(SAMPLES)) {
      return files.filter(file -> file.toString().endsWith(SAMPLE)).sorted().toList();
    }
  }
}
