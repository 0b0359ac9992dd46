package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.port.Catalog.Changes;
import dev.akin.port.EventLog.Moved;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemChange;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What becomes of writes that the store made and whose answer nobody got, while others write too.
@ExtendWith(FreshTables.Extension.class)
final class LostAnswersTest {
  private static final ItemId CUP = new ItemId("cup");
  private static final ItemId MUG = new ItemId("mug");
  private static final UserId ANN = new UserId("ann");
  private static final SessionId VISIT = new SessionId("visit");

  private final FreshTables tables;
  private final FaultyDynamo faulty;

  LostAnswersTest(FreshTables tables) {
    this.tables = tables;
    this.faulty = new FaultyDynamo(tables.client());
  }

  @Test
  void aChangeThatWasMadeStaysInTheFeedEvenIfItsWriterDiesAtTheSecondAttempt() {
    DynamoCatalog others = tables.catalog();
    faulty.after(
        "transactWriteItems",
        _ -> {
          others.put(List.of(Item.bare(MUG)));
          throw FaultyDynamo.lost();
        });
    faulty.before(
        "updateItem",
        number -> {
          if (number > 1) {
            throw FakeDynamo.fault("died", 400);
          }
        });
    assertThat(catalog(faulty.client()).put(List.of(Item.bare(CUP), Item.bare(MUG))))
        .containsExactly(CUP, MUG);
    assertThat(others.find(CUP)).isPresent();
    Changes changes = others.changesAfter(0, 10);
    assertThat(changes.changes()).extracting(ItemChange::id).contains(CUP, MUG);
  }

  @Test
  void aBulkWriteWhoseAnswersAreLostIsMadeOnceMoreAndToldAsMade() {
    faulty.after(
        "transactWriteItems",
        number -> {
          if (number % 2 == 1) {
            throw FaultyDynamo.lost();
          }
        });
    List<Item> items =
        IntStream.range(0, 120).mapToObj(i -> Item.bare(new ItemId("item-" + i))).toList();
    assertThat(catalog(faulty.client()).put(items)).isEmpty();
    Changes changes = tables.catalog().changesAfter(0, 1_000);
    assertThat(changes.changes()).hasSize(120);
    assertThat(changes.position()).isEqualTo(3);
  }

  @Test
  void aMergeWhoseAnswerIsLostIsDoneAndEveryEventIsTheUsersOnce() {
    List<Event> events = IntStream.range(0, 60).mapToObj(LostAnswersTest::event).toList();
    tables.eventLog().append(events);
    faulty.after(
        "transactWriteItems",
        number -> {
          if (number == 1) {
            throw FaultyDynamo.lost();
          }
        });
    assertThat(on(faulty.client()).eventLog().move(events, ANN)).isEqualTo(new Moved(11, 49));
    assertThat(tables.eventLog().newest(ANN, 100)).hasSize(60);
    assertThat(tables.eventLog().newest(VISIT, 100)).isEmpty();
  }

  private FreshTables on(DynamoDbClient client) {
    return new FreshTables(client, tables.names(), tables.meter());
  }

  private DynamoCatalog catalog(DynamoDbClient client) {
    return on(client).catalog(InstantSource.system());
  }

  private static Event event(int second) {
    return new Event(
        "e" + second,
        null,
        VISIT,
        MUG,
        Instant.parse("2100-06-01T12:00:00Z").plusSeconds(second),
        new Action.View(),
        new Attribution(null, List.of(), Map.of()));
  }
}
