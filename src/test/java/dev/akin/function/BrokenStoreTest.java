package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.config.Stores;
import dev.akin.memory.InMemoryCatalog;
import dev.akin.memory.InMemoryEventLog;
import dev.akin.memory.InMemoryKeyStore;
import dev.akin.memory.InMemoryReleaseStore;
import dev.akin.memory.InMemoryScenarioStore;
import dev.akin.memory.InMemoryTrainingBoard;
import dev.akin.port.Catalog;
import dev.akin.port.ForwardingEventLog;
import dev.akin.port.StorageException;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a shop is told when the store takes some records or none. The stores here refuse every id
/// that starts with `bad`.
class BrokenStoreTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SampleFunctions functions =
      new SampleFunctions(
          new Stores(
              new RefusingLog(),
              new RefusingCatalog(),
              new InMemoryReleaseStore(),
              new InMemoryTrainingBoard(),
              new InMemoryKeyStore(),
              new InMemoryScenarioStore()));

  @Test
  void aBatchOfEventsThatIsStoredInPartTellsTheOthersApart() throws IOException {
    APIGatewayV2HTTPResponse response = post("bad-1", "good-1", "");

    assertThat(response.getStatusCode()).isEqualTo(200);
    JsonNode body = JSON.readTree(response.getBody());
    assertThat(body.path("accepted").intValue()).isEqualTo(1);
    assertThat(body.path("rejected").findValuesAsText("code"))
        .containsExactlyInAnyOrder("store_failed", "blank");
    assertThat(body.path("rejected").findValuesAsText("index")).containsExactlyInAnyOrder("0", "2");
  }

  @Test
  void aBatchOfEventsOfWhichNothingIsStoredIsA503WithTheList() throws IOException {
    APIGatewayV2HTTPResponse response = post("bad-1", "");

    assertThat(response.getStatusCode()).isEqualTo(503);
    assertThat(response.getHeaders()).containsEntry("retry-after", "1");
    assertThat(JSON.readTree(response.getBody()).path("rejected").findValuesAsText("code"))
        .containsExactlyInAnyOrder("store_failed", "blank");
  }

  @Test
  void itemsAreToldApartInTheSameWay() throws IOException {
    String some = "{\"items\":[{\"itemId\":\"bad-1\"},{\"itemId\":\"good-1\"}]}";
    String none = "{\"items\":[{\"itemId\":\"bad-1\"}]}";

    APIGatewayV2HTTPResponse inPart = functions.catalog(Call.of("POST /items").body(some).event());
    assertThat(inPart.getStatusCode()).isEqualTo(200);
    assertThat(JSON.readTree(inPart.getBody()).path("rejected").findValuesAsText("index"))
        .containsExactly("0");
    assertThat(functions.catalog(Call.of("POST /items").body(none).event()).getStatusCode())
        .isEqualTo(503);
    assertThat(
            functions
                .catalog(Call.of("PUT /items/{id}").id("bad-1").body("{}").event())
                .getStatusCode())
        .isEqualTo(503);
  }

  @Test
  void whoComesFromElsewhereIsToldToSendAllOfItAgain() throws IOException {
    Call items = Call.of("POST /gorse/api/items");
    String some = "[{\"ItemId\":\"good-1\"},{\"ItemId\":\"bad-1\"}]";
    APIGatewayV2HTTPResponse gorse = functions.catalog(items.body(some).event());
    assertThat(gorse.getStatusCode()).isEqualTo(503);
    assertThat(gorse.getBody()).contains("store_unavailable");
    Call patch = Call.of("PATCH /gorse/api/item/{id}").id("good-1").body("{}");
    assertThat(functions.catalog(patch.event()).getStatusCode()).isEqualTo(503);

    String events =
        "{\"trackingId\":\"t\",\"sessionId\":\"s\",\"eventList\":[{\"eventId\":\"%s\","
            + "\"eventType\":\"view\",\"itemId\":\"mug\",\"sentAt\":1795521540}]}";
    Call put = Call.of("POST /personalize/events");
    APIGatewayV2HTTPResponse sdk = functions.ingest(put.body(events.formatted("bad-1")).event());
    assertThat(sdk.getStatusCode()).isEqualTo(503);
    assertThat(sdk.getHeaders())
        .containsEntry("x-amzn-errortype", "ServiceUnavailableException")
        .containsEntry("retry-after", "1");
    assertThat(functions.ingest(put.body(events.formatted("good-1")).event()).getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void anErasureThatIsCutShortSaysWhatRemainsAndAnotherCallGoesOn() throws IOException {
    post("good-1", "good-2");
    Call erase = Call.of("DELETE /users/{id}").id("ann");

    APIGatewayV2HTTPResponse response = functions.account(erase.event());
    assertThat(response.getStatusCode()).isEqualTo(503);
    assertThat(response.getHeaders()).containsEntry("retry-after", "1");
    JsonNode problem = JSON.readTree(response.getBody());
    assertThat(problem.path("code").textValue()).isEqualTo("unfinished");
    assertThat(problem.path("detail").textValue())
        .contains("1 events are erased, others remain", "refused to delete 1", "again");
    assertThat(functions.ingest(Call.of("POST /events").body(view("good-3")).event()).getBody())
        .contains("\"code\":\"erased\"");

    JsonNode erased = JSON.readTree(functions.account(erase.event()).getBody());
    assertThat(erased.path("events").intValue()).isEqualTo(1);
    assertThat(erased.path("receipt").isTextual()).isTrue();
  }

  @Test
  void aMergeThatIsCutShortSaysSoAndLosesNothing() throws IOException {
    String body =
        "{\"events\":[%s,%s]}"
            .formatted(
                "{\"eventId\":\"1\",\"type\":\"view\",\"sessionId\":\"s\",\"itemId\":\"mug\"}",
                "{\"eventId\":\"2\",\"type\":\"view\",\"sessionId\":\"s\",\"itemId\":\"cup\"}");
    functions.ingest(Call.of("POST /events").body(body).event());
    Call merge = Call.of("POST /sessions/{id}/merge").id("s").body("{\"userId\":\"ann\"}");

    APIGatewayV2HTTPResponse response = functions.account(merge.event());
    assertThat(response.getStatusCode()).isEqualTo(503);
    assertThat(response.getBody()).contains("unfinished", "again");
    assertThat(held("GET /users/{id}", "ann")).isEqualTo(1);
    assertThat(held("GET /sessions/{id}", "s")).isEqualTo(1);
  }

  private int held(String route, String id) throws IOException {
    String body = functions.account(Call.of(route).id(id).event()).getBody();
    return JSON.readTree(body).path("events").size();
  }

  private static String view(String id) {
    return "{\"events\":[{\"eventId\":\"%s\",\"type\":\"view\",\"userId\":\"ann\",\"itemId\":\"mug\"}]}"
        .formatted(id);
  }

  private APIGatewayV2HTTPResponse post(String... ids) {
    List<String> events = new ArrayList<>();
    for (String id : ids) {
      events.add(
          "{\"eventId\":\"%s\",\"type\":\"view\",\"userId\":\"ann\",\"itemId\":\"mug\"}"
              .formatted(id));
    }
    String body = "{\"events\":[" + String.join(",", events) + "]}";
    return functions.ingest(Call.of("POST /events").body(body).event());
  }

  private static final class RefusingLog extends ForwardingEventLog {
    RefusingLog() {
      super(new InMemoryEventLog());
    }

    @Override
    public List<Appended> append(List<Event> events) {
      return events.stream()
          .map(event ->
              event.id().startsWith("bad")
                  ? Appended.FAILED
                  : super.append(List.of(event)).getFirst())
          .toList();
    }

    /// One at a time, so that the first call on several leaves some.
    @Override
    public int delete(List<Event> events) {
      super.delete(events.subList(0, 1));
      return events.size() - 1;
    }

    @Override
    public Moved move(List<Event> events, UserId user) {
      super.move(events.subList(0, 1), user);
      throw new StorageException("the second group failed");
    }
  }

  private static final class RefusingCatalog implements Catalog {
    private final InMemoryCatalog catalog = new InMemoryCatalog();

    @Override
    public List<ItemId> put(List<Item> items) {
      return items.stream().map(Item::id).filter(id -> id.value().startsWith("bad")).toList();
    }

    @Override
    public Optional<Item> find(ItemId id) {
      return catalog.find(id);
    }

    @Override
    public Map<ItemId, Item> findAll(Collection<ItemId> ids) {
      return catalog.findAll(ids);
    }

    @Override
    public Optional<Item> change(ItemId id, UnaryOperator<Item> change) {
      throw new StorageException("others keep changing the same items");
    }

    @Override
    public boolean delete(ItemId id) {
      return catalog.delete(id);
    }

    @Override
    public Page page(@Nullable String cursor, int limit) {
      return catalog.page(cursor, limit);
    }

    @Override
    public Changes changesSince(Instant since, int most) {
      return catalog.changesSince(since, most);
    }

    @Override
    public Changes changesAfter(long position, int most) {
      return catalog.changesAfter(position, most);
    }

    @Override
    public Instant quietSince() {
      return catalog.quietSince();
    }

    @Override
    public void scan(Consumer<Item> sink, Consumer<ItemId> deleted) {
      catalog.scan(sink, deleted);
    }
  }
}
