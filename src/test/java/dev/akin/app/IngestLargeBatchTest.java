package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.memory.InMemoryEventLog;
import dev.akin.memory.InMemoryKeyStore;
import dev.akin.port.EventLog.Appended;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class IngestLargeBatchTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  /// Only the newest 100 events were looked at once, so 400 of 500 counted again.
  @Test
  void aFullBatchOfOneCustomerWithoutTimesChangesNothingWhenItComesAgain() {
    IngestEvents ingest =
        new IngestEvents(
            new InMemoryEventLog(),
            new Signer(new InMemoryKeyStore(), () -> new byte[32]),
            () -> NOW,
            new IngestEvents.Settings(Duration.ofDays(400), Duration.ofMinutes(10), 100));
    List<EventDraft> batch =
        IntStream.range(0, 500)
            .mapToObj(i ->
                new EventDraft(
                    null,
                    new UserId("u"),
                    null,
                    new ItemId("i" + i),
                    null,
                    new Action.View(),
                    Attribution.NONE))
            .toList();

    assertThat(ingest.ingest(batch)).containsOnly(Appended.STORED);
    assertThat(ingest.ingest(batch)).containsOnly(Appended.DUPLICATE);
  }
}
