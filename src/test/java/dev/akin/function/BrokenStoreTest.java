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
import dev.akin.port.EventLog;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Subject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

  private static final class RefusingLog implements EventLog {
    private final InMemoryEventLog log = new InMemoryEventLog();

    @Override
    public List<Appended> append(List<Event> events) {
      return events.stream()
          .map(event ->
              event.id().startsWith("bad")
                  ? Appended.FAILED
                  : log.append(List.of(event)).getFirst())
          .toList();
    }

    @Override
    public List<Event> newest(Subject subject, int limit) {
      return log.newest(subject, limit);
    }

    @Override
    public void scan(Consumer<Event> sink) {
      log.scan(sink);
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
    public void scan(Consumer<Item> sink, Consumer<ItemId> deleted) {
      catalog.scan(sink, deleted);
    }
  }
}
