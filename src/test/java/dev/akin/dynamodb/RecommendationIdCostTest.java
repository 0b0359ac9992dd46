package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.EventCheck;
import dev.akin.app.EventDraft;
import dev.akin.app.IngestEvents;
import dev.akin.app.Signer;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What it costs that events name the answers they come from.
@ExtendWith(FreshTables.Extension.class)
final class RecommendationIdCostTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final FreshTables tables;

  RecommendationIdCostTest(FreshTables tables) {
    this.tables = tables;
  }

  @Test
  void anEventThatNamesItsAnswerCostsOneReadUnitOnceInASandbox() {
    String id = signer().sign(null, "popular", NOON);
    IngestEvents ingest =
        new IngestEvents(
            tables.eventLog(),
            signer(),
            () -> NOON,
            new IngestEvents.Settings(Duration.ofDays(400), Duration.ofMinutes(10), 100));
    CapacityMeter meter = tables.meter();
    meter.reset();
    ingest.check().require(click(null));
    assertThat(meter.calls()).as("no id, no secret").isZero();

    for (int batch = 0; batch < 3; batch++) {
      EventCheck check = ingest.check();
      check.require(click(id));
      check.require(click(id));
    }
    assertThat(meter.calls()).as("the secret").isEqualTo(1);
    assertThat(meter.reads()).isEqualTo(1);
    assertThat(meter.writes()).isZero();
  }

  private Signer signer() {
    return new Signer(tables.keyStore(), () -> new byte[32]);
  }

  private static EventDraft click(@Nullable String id) {
    return new EventDraft(
        null,
        new UserId("ann"),
        null,
        new ItemId("mug"),
        NOON,
        new Action.Click(),
        new Attribution(id, List.of(), Map.of()));
  }
}
