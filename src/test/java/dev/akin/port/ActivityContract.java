package dev.akin.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.port.EventLog.Erasure;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How every event log tells since when it is quiet.
public abstract class ActivityContract {
  protected static final Instant NOON = Instant.parse("2100-06-01T12:00:00Z");

  private static final UserId ANN = new UserId("ann");
  private static final SessionId VISIT = new SessionId("visit");

  /// An hour, and the margin for clocks.
  private static final Duration LATENESS = Duration.ofMinutes(65);

  protected Instant now = NOON;

  /// One log for all logs of a test, as several sandboxes see it.
  protected abstract EventLog log(InstantSource clock);

  @Test
  void whatIsWrittenIsNeverLaterThanTheLogIsQuietAndNotMuchEarlier() {
    Event visited = event("v", null, VISIT);
    Map<String, Runnable> writes =
        Map.of(
            "append", () -> log(() -> now).append(List.of(event("e" + now, ANN, null))),
            "move", () -> log(() -> now).move(List.of(visited), ANN),
            "delete", () -> log(() -> now).delete(List.of(visited)),
            "erase", () -> log(() -> now).record(ANN, new Erasure(NOON, NOON)));
    for (int minute : List.of(0, 7, 59)) {
      writes.forEach((name, write) -> {
        log(() -> now).append(List.of(visited));
        now = now.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(minute));
        assertThat(log(() -> now).quietSince()).as("before " + name).isBefore(now);
        write.run();
        assertThat(log(() -> now).quietSince()).as(name).isBetween(now, now.plus(LATENESS));
      });
    }
  }

  @Test
  void whatChangesNothingIsNoActivity() {
    EventLog log = log(() -> now);
    Event event = event("e", ANN, null);
    log.append(List.of(event));
    Instant before = log.quietSince();
    now = now.plus(Duration.ofDays(1));

    log.append(List.of(event));
    log.append(List.of());
    log.delete(List.of());
    log.newest(ANN, 10);
    log.scan(_ -> {});

    assertThat(log.quietSince()).isEqualTo(before);
  }

  @Test
  void whoseClockIsBehindDoesNotMakeTheLogQuietEarlier() {
    log(() -> now).append(List.of(event("e", ANN, null)));
    Instant before = log(() -> now).quietSince();

    log(() -> now.minus(Duration.ofMinutes(2))).append(List.of(event("late", ANN, null)));

    assertThat(log(() -> now).quietSince()).isAfterOrEqualTo(before.minus(Duration.ofMinutes(2)));
  }

  @Test
  void nothingButEventsAndErasuresIsScanned() {
    EventLog log = log(() -> now);
    log.append(List.of(event("e", ANN, null)));
    log.record(VISIT, new Erasure(NOON, NOON));

    List<Object> seen = new ArrayList<>();
    log.scan(event -> seen.add(event.id()), (subject, _) -> seen.add(subject));

    assertThat(seen).containsExactlyInAnyOrder("e", VISIT);
  }

  private static Event event(String id, @Nullable UserId user, @Nullable SessionId session) {
    return new Event(
        id, user, session, new ItemId("item"), NOON, new Action.View(), Attribution.NONE);
  }
}
