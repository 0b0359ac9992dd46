package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.ExportSubject;
import dev.akin.config.Settings;
import dev.akin.config.Stores;
import dev.akin.config.UseCases;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What it costs to show, to erase and to merge what is held about somebody. The table is
/// src/docs/access-patterns.md; what the local store counts otherwise is told there too.
@ExtendWith(FreshTables.Extension.class)
final class PersonCostTest {
  private static final Instant NOON = Instant.parse("2100-06-01T12:00:00Z");
  private static final int EVENTS = 60;
  private static final UserId ANN = new UserId("customer-10482");
  private static final SessionId VISIT = new SessionId("visit-1");

  private final CapacityMeter meter;
  private final DynamoEventLog events;
  private final UseCases useCases;

  PersonCostTest(FreshTables tables) {
    this.meter = tables.meter();
    this.events = tables.eventLog(() -> NOON);
    Stores stores =
        new Stores(
            events,
            tables.catalog(() -> NOON),
            tables.releaseStore(),
            tables.trainingBoard(),
            tables.keyStore(),
            tables.scenarioStore());
    this.useCases = new UseCases(stores, Settings.documented(), () -> NOON, _ -> {});
  }

  @BeforeEach
  void aCustomerAndAVisit() {
    events.append(IntStream.range(0, EVENTS).mapToObj(n -> event(ANN, null, n)).toList());
    events.append(IntStream.range(0, EVENTS).mapToObj(n -> event(null, VISIT, n)).toList());
    useCases.eraseSubject().erase(new UserId("the first, who brings the secret"));
    meter.reset();
  }

  @Test
  void anExportIsOneQueryOfThePageAndALookAtTheErasure() {
    var held = useCases.exportSubject().export(new ExportSubject.Request(ANN, null, 500, null));

    assertThat(held.page().events()).hasSize(EVENTS);
    assertThat(meter.calls()).isEqualTo(2);
    assertThat(meter.reads()).isBetween(1.0, 3.0);
    assertThat(meter.writes()).isZero();
  }

  @Test
  void anErasureWritesOneUnitForEachEventAndOneForItself() {
    assertThat(useCases.eraseSubject().erase(ANN).receipt().events()).isEqualTo(EVENTS);

    assertThat(meter.writes()).isEqualTo(EVENTS + 1);
    assertThat(meter.reads()).as("events, erasure, board, secret").isBetween(2.0, 5.0);
  }

  @Test
  void aMergeLooksAtEachKeyAndMovesFortyNineEventsInATransaction() {
    assertThat(useCases.mergeSession().merge(VISIT, ANN).moved()).isEqualTo(EVENTS);

    assertThat(meter.calls())
        .as("both erasures, a query; twice the keys and a transaction")
        .isEqualTo(3 + 2 * 2);
  }

  private static Event event(@Nullable UserId user, @Nullable SessionId session, int number) {
    return new Event(
        "%036d".formatted(number + (user == null ? EVENTS : 0)),
        user,
        session,
        new ItemId("item-%05d".formatted(number)),
        NOON.minusSeconds(number + 1),
        new Action.View(),
        Attribution.NONE);
  }
}
