package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.app.RecommendationToken;
import dev.akin.config.Stores;
import dev.akin.memory.InMemoryEventLog;
import dev.akin.port.KeyStore;
import dev.akin.port.StorageException;
import dev.akin.shop.UserId;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What becomes of the recommendation id of an answer that an event brings back.
final class RecommendationIdTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORGED = "MXx0fGJsZW5kfDE3OTU1MjE1NDAwMDA.AAAAAAAAAAAAAAAA";

  private final SampleFunctions shop = SampleFunctions.untrainedShop();

  @Test
  void anIdOfAnAnswerIsKeptAndAForgedOneIsNamed() throws IOException {
    APIGatewayV2HTTPResponse response =
        shop.ingest(
            post(
                "/events",
                "{'events':["
                    + view("1", FORGED)
                    + ","
                    + view("2", shown())
                    + ",{'type':'view','userId':'new','itemId':'x','eventId':'3'}]}"));

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(JSON.readTree(response.getBody()).path("rejected").findValuesAsText("field"))
        .containsExactly("events[0].recommendationId");
    assertThat(shop.stores.events().newest(new UserId("new"), 10))
        .extracting(held -> held.id())
        .containsExactlyInAnyOrder("2", "3");
  }

  @Test
  void aBatchOfForgeriesIsRefused() {
    APIGatewayV2HTTPResponse response =
        shop.ingest(post("/events", "{'events':[" + view("1", FORGED) + "]}"));

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody())
        .contains("bad_recommendation_id", "as the answer gave it", "leave it out");
  }

  @Test
  void anIdThatIsTooOldForItsEventIsNamedAndOneOfAnOldEventIsTaken() throws IOException {
    String old = answeredAt(SampleFunctions.NOON.minus(Duration.ofDays(200)));
    String then = view("2", old).replace("}", ",'timestamp':'2026-05-20T12:00:00Z'}");

    APIGatewayV2HTTPResponse response =
        shop.ingest(post("/events", "{'events':[" + view("1", old) + "," + then + "]}"));

    assertThat(response.getStatusCode()).isEqualTo(200);
    JsonNode rejected = JSON.readTree(response.getBody()).path("rejected");
    assertThat(rejected.findValuesAsText("field")).containsExactly("events[0].recommendationId");
    assertThat(rejected.findValuesAsText("code")).containsExactly("expired_recommendation_id");
    assertThat(rejected.findValuesAsText("message").getFirst()).contains("without it");
    assertThat(shop.stores.events().newest(new UserId("new"), 10))
        .extracting(held -> held.id(), held -> held.attribution().recommendationId())
        .containsExactly(tuple("2", old));
  }

  @Test
  void nothingOfABatchIsStoredWhileTheSecretCannotBeRead() {
    Stores stores = InMemoryStores.empty();
    SampleFunctions broken =
        new SampleFunctions(
            new Stores(
                new InMemoryEventLog(),
                stores.catalog(),
                stores.releases(),
                stores.board(),
                unreadable(),
                stores.scenarios()));

    APIGatewayV2HTTPResponse response =
        broken.ingest(
            post(
                "/events",
                "{'events':[{'type':'view','userId':'new','itemId':'x'},"
                    + view("2", FORGED)
                    + "]}"));

    assertThat(response.getStatusCode()).isEqualTo(503);
    assertThat(response.getHeaders()).containsEntry("retry-after", "1");
    assertThat(response.getBody()).contains("store_unavailable");
    assertThat(broken.stores.events().newest(new UserId("new"), 10)).isEmpty();
  }

  @Test
  void whoMovesFromPersonalizeKeepsOurIdsAndLosesTheOldOnes() throws IOException {
    String ours = shown();
    String expired = answeredAt(SampleFunctions.NOON.minus(Duration.ofDays(31)));
    String event = "{'eventType':'View','itemId':'%s','sentAt':1795521540,'recommendationId':'%s'}";

    APIGatewayV2HTTPResponse response =
        shop.ingest(
            post(
                "/personalize/events",
                "{'trackingId':'t','userId':'new','sessionId':'visit-9','eventList':["
                    + event.formatted("garden-1", ours)
                    + ","
                    + event.formatted("garden-3", expired)
                    + ","
                    + event.formatted("garden-2", "RID-0a1b-2c3d")
                    + "]}"));

    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
    assertThat(shop.stores.events().newest(new UserId("new"), 10))
        .extracting(held -> held.item().value(), held -> held.attribution().recommendationId())
        .containsExactlyInAnyOrder(
            tuple("garden-1", ours), tuple("garden-2", null), tuple("garden-3", null));
  }

  /// The id of an answer of that time, signed with the secret of the samples.
  private static String answeredAt(Instant time) {
    return new RecommendationToken(null, "popular", time).sign(new byte[32]);
  }

  private String shown() throws IOException {
    String body =
        shop.recommend(Call.of("GET /users/{id}/recommendations").id("ann").event()).getBody();
    return JSON.readTree(body).path("recommendationId").textValue();
  }

  private static String view(String id, String recommendationId) {
    return "{'type':'view','userId':'new','itemId':'x','eventId':'%s','recommendationId':'%s'}"
        .formatted(id, recommendationId);
  }

  private static APIGatewayV2HTTPEvent post(String path, String body) {
    return Call.of("POST " + path).body(body.replace('\'', '"')).event();
  }

  private static KeyStore unreadable() {
    return (KeyStore)
        Proxy.newProxyInstance(
            KeyStore.class.getClassLoader(),
            new Class<?>[] {KeyStore.class},
            (_, _, _) -> {
              throw new StorageException("the table does not answer");
            });
  }
}
