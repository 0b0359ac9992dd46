package dev.akin.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akin.local.cloud.CloudOptions;
import dev.akin.local.cloud.LocalCloud;
import dev.akin.openapi.DescribedHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole stack, from the HTTP API to the tables, with the functions of the packaged zip: JVM or
/// native, whichever was built. Every exchange is held to infra/openapi.yaml.
class LocalCloudIT {
  private static final Instant NOW = Instant.now();
  private static final HttpClient HTTP = new DescribedHttpClient();
  private static LocalCloud cloud;
  private static ShopClient client;

  @BeforeAll
  static void fillAShop() throws Exception {
    cloud = LocalCloud.start(CloudOptions.of(zip()));
    client = new ShopClient(cloud.uri(), null, new DescribedHttpClient());
    new ShopLoader(client).load(SmallShop.records(NOW));
    new TrainingWatch(client).train();
  }

  @AfterAll
  static void end() {
    client.close();
    cloud.close();
  }

  static Path zip() {
    return Path.of(System.getProperty("function.zip", "target/function.zip"));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "7", "14"})
  void customersAreRecommendedWhatTheirTasteLacks(int customer) throws Exception {
    JsonNode answer = client.get("users/u" + customer + "/recommendations?limit=3");

    assertThat(answer.at("/items/0/itemId").asText()).isEqualTo(SmallShop.missing(customer));
    assertThat(answer.at("/items/0/reasons/0/itemId").asText())
        .startsWith(customer % 2 == 0 ? "tea-" : "tool-");
    assertThat(answer.path("recommendationId").asText()).isNotEmpty();
    assertThat(answer.path("release").asText()).isNotEmpty();
  }

  @Test
  void strangersGetWhatIsPopular() throws Exception {
    JsonNode stranger = client.get("users/nobody/recommendations");

    assertThat(itemIds(stranger)).hasSize(10).isEqualTo(itemIds(client.get("items/popular")));
  }

  @Test
  void aHistoryOfTheMomentIsEnough() throws Exception {
    JsonNode body = ShopClient.JSON.readTree("{\"history\":[{\"itemId\":\"tool-1\"}],\"limit\":4}");

    JsonNode answer = client.post("recommendations", body);
    assertThat(itemIds(answer)).hasSize(4).doesNotContain("tool-1");
    // A blend may give a place to what trends, or to tea number 1 for its title, and says so.
    int ofTaste = 0;
    for (JsonNode item : answer.path("items")) {
      boolean tool = item.path("itemId").asText().startsWith("tool-");
      if (!tool) {
        assertThat(item.path("source").asText()).isIn("trending", "content");
      }
      ofTaste += tool ? 1 : 0;
    }
    assertThat(ofTaste).isGreaterThanOrEqualTo(3);
  }

  @Test
  void aListIsWalkedToItsEnd() throws Exception {
    String list =
        "users/u3/recommendations?limit=7&excludeSeen=false&diversity=0.3&exploration=0.2";
    List<String> walked = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = client.get(list + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      walked.addAll(itemIds(page));
      cursor = page.path("cursor").asText("");
    } while (!cursor.isEmpty());

    assertThat(walked).doesNotHaveDuplicates();
    for (int i = 0; i < SmallShop.ITEMS_OF_TASTE; i++) {
      assertThat(walked).contains("tea-" + i, "tool-" + i);
    }
  }

  @Test
  void theListsOfAScreenShareNothing() throws Exception {
    String lists =
        "{\"userId\":\"nobody\",\"lists\":["
            + "{\"name\":\"popular\",\"limit\":5},"
            + "{\"name\":\"dearer\",\"filter\":\"price > 2\",\"limit\":6}]}";

    JsonNode screen = client.post("recommendations", ShopClient.JSON.readTree(lists));

    List<String> shown = new ArrayList<>(itemIds(screen.at("/lists/0")));
    shown.addAll(itemIds(screen.at("/lists/1")));
    assertThat(shown).hasSize(11).doesNotHaveDuplicates();
  }

  @Test
  void similarItemsAreOfTheSameTaste() throws Exception {
    JsonNode answer = client.get("items/tea-3/similar?limit=" + (SmallShop.ITEMS_OF_TASTE - 1));

    assertThat(itemIds(answer))
        .hasSize(SmallShop.ITEMS_OF_TASTE - 1)
        .allMatch(item -> item.startsWith("tea-") && !item.equals("tea-3"));
  }

  @Test
  void aFilterOfSimilarItemsKnowsTheItemAndFieldsComeAlong() throws Exception {
    JsonNode answer = client.get("items/tea-3/similar?filter=id+%3E+current.id&fields=title");

    assertThat(itemIds(answer)).isNotEmpty().allMatch(item -> item.compareTo("tea-3") > 0);
    assertThat(answer.at("/items/0/item/title").isTextual()).isTrue();
  }

  @Test
  void similarUsersAreOfTheSameTaste() throws Exception {
    JsonNode answer = client.get("users/u4/similar?limit=5");

    assertThat(answer.path("users").valueStream().map(user -> user.path("userId").asText()))
        .hasSize(5)
        .doesNotContain("u4")
        .allMatch(user -> Integer.parseInt(user.substring(1)) % 2 == 0);
    assertThat(client.get("users/nobody/similar").path("needs").asText()).contains("an event");
  }

  @Test
  void sendingAgainChangesNothing() throws Exception {
    Batches.Outcome again;
    try (ProgressBar bar = ProgressBar.of("again", 1)) {
      again = new Batches(client, "events", "events", 2).send(SmallShop.records(NOW).events(), bar);
    }

    assertThat(again.accepted()).isZero();
    assertThat(again.rejected()).isZero();
    assertThat(again.duplicates()).isEqualTo(SmallShop.records(NOW).events().size());
  }

  @Test
  void theStatusNamesTheReleaseAndTheTraining() throws Exception {
    JsonNode status = client.get("status");

    assertThat(status.at("/training/state").asText()).isEqualTo("succeeded");
    assertThat(status.at("/release/id").asText())
        .isEqualTo(client.get("releases").at("/releases/0/id").asText());
    assertThat(
            status
                .path("readiness")
                .valueStream()
                .filter(rung -> rung.path("ready").asBoolean())
                .map(rung -> rung.path("capability").asText()))
        .contains("newest items", "popular items", "similar items", "personal recommendations");
    assertThat(status.path("missing").findValuesAsText("code"))
        .contains("items_without_category", "no_impressions")
        .doesNotContain("items_without_title", "no_second_item");
  }

  @Test
  void anItemCanBePutReadAndDeleted() throws Exception {
    String path = "/items/cup%20%2F%C3%A4";

    assertThat(send("PUT", path, "{\"title\":\"Cup\"}").statusCode()).isEqualTo(201);
    assertThat(client.get(path.substring(1)).path("itemId").asText()).isEqualTo("cup /ä");
    assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(send("GET", path, "").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /events                               | {                       | 400",
        "POST | /events                               | {\"events\":[]}         | 400",
        "POST | /recommendations                      | {\"limit\":3}           | 400",
        "GET  | /users/u1/recommendations?limit=0     |                         | 400",
        "GET  | /users/u1/recommendations?strategy=no |                         | 400",
        "GET  | /items/none                           |                         | 404",
        "GET  | /nowhere                              |                         | 404",
        "POST | /releases/none/activate               |                         | 404"
      })
  void errorsAreProblemsThatSayWhatToDo(String method, String path, String body, int status)
      throws Exception {
    HttpResponse<String> response = send(method, path, body == null ? "" : body);

    assertThat(response.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = ShopClient.JSON.readTree(response.body());
    assertThat(problem.path("status").asInt()).isEqualTo(response.statusCode());
    assertThat(response.statusCode()).isEqualTo(status);
  }

  @Test
  void aBodyBeyondTheGatewaysLimitIsRefusedByTheGateway() throws Exception {
    String body = " ".repeat(10 * 1024 * 1024 + 1);

    assertThat(send("POST", "/events", body).statusCode()).isEqualTo(413);
  }

  @Test
  void aFunctionThatHangsIsKilledAndTheNextCallFindsAnother() throws Exception {
    client.get("items/tea-1/similar");
    List<Long> before = cloud.processes("similar");
    for (long pid : before) {
      new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor();
    }

    int hanging = send("GET", "/items/tea-1/similar", "").statusCode();
    for (long pid : before) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    assertThat(hanging).isEqualTo(504);
    assertThat(send("GET", "/items/tea-1/similar", "").statusCode()).isEqualTo(200);
    assertThat(cloud.processes("similar")).doesNotContainAnyElementsOf(before);
  }

  @Test
  void manyConnectionsLoseNothing() throws Exception {
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService connections = Executors.newFixedThreadPool(50)) {
      for (int i = 0; i < 1_000; i++) {
        int customer = i % 60;
        answers.add(
            connections.submit(() ->
                send("GET", "/users/u" + customer + "/recommendations?limit=5", "").statusCode()));
      }
    }

    assertThat(answers).extracting(Future::resultNow).containsOnly(200);
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(cloud.uri() + path))
            .header("content-type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static List<String> itemIds(JsonNode answer) {
    return answer.path("items").valueStream().map(item -> item.path("itemId").asText()).toList();
  }
}
