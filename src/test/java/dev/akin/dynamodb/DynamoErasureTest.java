package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.port.ErasureContract;
import dev.akin.port.EventLog;
import dev.akin.port.EventLog.Erasure;
import dev.akin.port.EventLog.Moved;
import dev.akin.port.EventLog.Page;
import dev.akin.port.StorageException;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshTables.Extension.class)
final class DynamoErasureTest extends ErasureContract {
  private static final Instant NOON = Instant.parse("2100-06-01T12:00:00Z");
  private static final UserId ANN = new UserId("ann");

  private final FreshTables tables;
  private final EventLog log;

  DynamoErasureTest(FreshTables tables) {
    this.tables = tables;
    log = tables.eventLog();
  }

  @Override
  protected EventLog log() {
    return log;
  }

  @Test
  void aMoveToAUserWhoIsErasedMeanwhileMovesNothing() {
    SessionId visit = new SessionId("visit");
    List<Event> events = List.of(event(visit, 0), event(visit, 1));
    log.append(events);
    log.record(ANN, new Erasure(NOON, NOON.plusSeconds(1)));
    assertThatThrownBy(() -> log.move(events, ANN))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("erased");
    assertThat(log.newest(visit, 10)).hasSize(2);
    assertThat(log.move(events.subList(1, 2), ANN)).isEqualTo(new Moved(1, 0));
  }

  @Test
  void anErasureExpiresWhenNothingItCoversCouldBeKeptAnyMore() {
    log.record(ANN, new Erasure(NOON, NOON.plusMillis(1)));
    var row =
        tables
            .client()
            .getItem(get ->
                get.tableName(tables.names().events()).key(TableLayout.erasure(ANN).attributes()))
            .item();
    assertThat(Attributes.integer(row, TableLayout.TTL))
        .isEqualTo(NOON.plus(Duration.ofDays(400)).getEpochSecond() + 1);
  }

  @Test
  void fiftyEventsAreMovedByTwoTransactions() {
    SessionId visit = new SessionId("visit");
    List<Event> events = IntStream.range(0, 50).mapToObj(i -> event(visit, i)).toList();
    log.append(events);
    tables.meter().reset();
    log.move(events, ANN);
    assertThat(tables.meter().calls()).isEqualTo(2 + 2);
  }

  @Test
  void aPageOfLargeEventsFitsTheAnswerOfAFunction() {
    List<ItemId> shown =
        IntStream.range(0, 100).mapToObj(i -> new ItemId("%0250d".formatted(i))).toList();
    List<Event> large =
        IntStream.range(0, 100)
            .mapToObj(i -> event(ANN, i))
            .map(event ->
                new Event(
                    event.id(),
                    ANN,
                    null,
                    event.item(),
                    event.time(),
                    event.action(),
                    new Attribution(null, shown, Map.of())))
            .toList();
    log.append(large);
    Page first = log.page(ANN, null, 1_000);
    assertThat(first.events()).hasSizeBetween(20, 45);
    List<Event> seen = new ArrayList<>(first.events());
    for (Page page = first; page.next() != null; seen.addAll(page.events())) {
      page = log.page(ANN, page.next(), 1_000);
    }
    assertThat(seen).isEqualTo(large);
  }

  private static Event event(Subject subject, int second) {
    return new Event(
        "e" + second,
        subject instanceof UserId user ? user : null,
        subject instanceof SessionId session ? session : null,
        new ItemId("item"),
        NOON.plusSeconds(second),
        new Action.View(),
        Attribution.NONE);
  }
}
