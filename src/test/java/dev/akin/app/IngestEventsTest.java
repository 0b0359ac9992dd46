package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.memory.InMemoryEventLog;
import dev.akin.memory.InMemoryKeyStore;
import dev.akin.port.EventLog.Appended;
import dev.akin.port.ForwardingEventLog;
import dev.akin.port.StorageException;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.SessionId;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestEventsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final Action BUY = new Action.Purchase(1, null);

  private final CountingLog log = new CountingLog();
  private Instant now = NOON;
  private final IngestEvents ingest =
      new IngestEvents(
          log,
          new Signer(new InMemoryKeyStore(), () -> new byte[32]),
          () -> now,
          new IngestEvents.Settings(Duration.ofDays(400), Duration.ofMinutes(10), 100));

  /// Every way to name an event, or not to.
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"order-1, PT1H", "order-1, -", "-, PT1H", "-, -"})
  void theSameBatchAgainChangesNothing(@Nullable String id, @Nullable Duration age) {
    List<EventDraft> batch =
        List.of(
            draft(id, "ann", "mug", age == null ? null : now.minus(age), BUY),
            draft(id, "bob", "mug", age == null ? null : now.minus(age), BUY));

    assertThat(ingest.ingest(batch)).containsOnly(Appended.STORED);
    now = now.plusSeconds(30);

    assertThat(ingest.ingest(batch)).containsOnly(Appended.DUPLICATE);
    assertThat(log.size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"order-1, PT1H", "order-1, -", "-, PT1H", "-, -"})
  void ofTwoEqualEventsInOneBatchOneIsADuplicate(@Nullable String id, @Nullable Duration age) {
    EventDraft draft = draft(id, "ann", "mug", age == null ? null : now.minus(age), BUY);

    assertThat(ingest.ingest(List.of(draft, draft)))
        .containsExactly(Appended.STORED, Appended.DUPLICATE);
    assertThat(log.size()).isEqualTo(1);
  }

  /// A page that sends a click twice: both requests look before either has written.
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"click-1", "-"})
  void equalEventsWithoutTimeThatArriveTogetherAreStoredOnce(@Nullable String id) {
    EventDraft click = draft(id, "ann", "mug", null, new Action.Click());
    IngestEvents unseeing =
        new IngestEvents(
            new ForwardingEventLog(log) {
              @Override
              public List<Event> newest(Subject subject, int limit) {
                return List.of();
              }
            },
            new Signer(new InMemoryKeyStore(), () -> new byte[32]),
            () -> now,
            new IngestEvents.Settings(Duration.ofDays(400), Duration.ofMinutes(10), 100));

    now = Instant.parse("2026-11-24T12:00:00.020Z");
    unseeing.ingest(List.of(click));
    now = Instant.parse("2026-11-24T12:00:00.970Z");
    unseeing.ingest(List.of(click));

    assertThat(log.size()).isEqualTo(1);
  }

  @Test
  void theSameContentWithoutTimeIsANewEventAfterTenMinutes() {
    EventDraft view = draft(null, "ann", "mug", null, new Action.View());
    ingest.ingest(List.of(view));

    now = NOON.plus(Duration.ofMinutes(10)).minusSeconds(1);
    assertThat(ingest.ingest(List.of(view))).containsExactly(Appended.DUPLICATE);

    now = NOON.plus(Duration.ofMinutes(10)).plusSeconds(1);
    assertThat(ingest.ingest(List.of(view))).containsExactly(Appended.STORED);
  }

  @Test
  void aGivenIdWithoutTimeIsRecognisedForADay() {
    EventDraft order = draft("order-1", "ann", "mug", null, BUY);
    ingest.ingest(List.of(order));

    now = NOON.plus(Duration.ofHours(24)).minusSeconds(1);
    assertThat(ingest.ingest(List.of(order))).containsExactly(Appended.DUPLICATE);

    now = NOON.plus(Duration.ofHours(24)).plusSeconds(1);
    assertThat(ingest.ingest(List.of(order))).containsExactly(Appended.STORED);
  }

  @Test
  void eventsThatDifferInAnythingAreAllStored() {
    List<EventDraft> batch = new ArrayList<>();
    batch.add(draft(null, "ann", "mug", null, BUY));
    batch.add(draft(null, "ann", "cup", null, BUY));
    batch.add(draft(null, "bob", "mug", null, BUY));
    batch.add(draft(null, "ann", "mug", null, new Action.Purchase(2, null)));
    batch.add(draft(null, "ann", "mug", null, new Action.Purchase(1, new Price(1, null))));
    batch.add(draft(null, "ann", "mug", null, new Action.Purchase(1, new Price(1, "EUR"))));
    batch.add(draft(null, "ann", "mug", null, new Action.Cart(1, null)));
    batch.add(draft(null, "ann", "mug", null, new Action.Rate(4)));
    batch.add(draft(null, "ann", "mug", null, new Action.Rate(5)));
    batch.add(attributed(new Attribution("token", List.of(), Map.of())));
    batch.add(attributed(new Attribution(null, List.of(), Map.of("a", "b"))));
    batch.add(
        attributed(new Attribution(null, List.of(new ItemId("a"), new ItemId("b")), Map.of())));

    assertThat(ingest.ingest(batch)).containsOnly(Appended.STORED);
    assertThat(log.size()).isEqualTo(batch.size());
  }

  @Test
  void aDerivedIdIsShortAndTheSameForTheSameContent() {
    ingest.ingest(List.of(draft(null, "ann", "mug", null, BUY)));
    ingest.ingest(List.of(draft(null, "bob", "mug", null, BUY)));

    Set<String> ids = new HashSet<>();
    log.scan(event -> ids.add(event.id()));
    assertThat(ids).hasSize(2).allMatch(id -> id.matches("[A-Za-z0-9_-]{11}"));
  }

  @Test
  void anEventWithoutTimeHappensAtTheEndOfTheSecondSoThatItIsNoOlderThanThePageBefore() {
    ingest.ingest(List.of(draft("order-1", "ann", "mug", null, BUY)));

    assertThat(log.newest(new UserId("ann"), 1).getFirst().time())
        .isAfterOrEqualTo(now)
        .isEqualTo(Instant.parse("2026-11-24T12:00:01Z"));
  }

  @Test
  void onlyEventsWithoutTimeCostAQueryAndOneForEachSubject() {
    ingest.ingest(List.of(draft("order-1", "ann", "mug", now, BUY)));
    assertThat(log.queried).isEmpty();

    ingest.ingest(
        List.of(
            draft("order-2", "ann", "mug", null, BUY),
            draft("order-3", "ann", "cup", null, BUY),
            draft("order-4", "bob", "mug", null, BUY),
            draft("order-5", "cyd", "mug", now, BUY)));

    assertThat(log.queried).containsExactlyInAnyOrder(new UserId("ann"), new UserId("bob"));
  }

  @Test
  void whatTheStoreRefusesIsToldApart() {
    log.refused = Set.of("order-2");

    assertThat(
            ingest.ingest(
                List.of(
                    draft("order-1", "ann", "mug", now, BUY),
                    draft("order-2", "ann", "mug", now, BUY),
                    draft("order-3", "ann", "mug", null, BUY))))
        .containsExactly(Appended.STORED, Appended.FAILED, Appended.STORED);
  }

  @Test
  void nothingIsStoredWhileThePastCannotBeRead() {
    log.unreadable = true;
    List<EventDraft> batch =
        List.of(
            draft("order-1", "ann", "mug", now, BUY),
            draft("order-2", "bob", "mug", null, BUY),
            draft("order-3", "cyd", "mug", null, BUY));

    assertThatThrownBy(() -> ingest.ingest(batch)).isInstanceOf(StorageException.class);
    assertThat(log.size()).isZero();
  }

  @Test
  void timesOutsideWhatIsKeptAreRefused() {
    assertRefused(draft("e", "ann", "mug", now.plusSeconds(601), BUY), "in_the_future");
    assertRefused(draft("e", "ann", "mug", now.minus(Duration.ofDays(401)), BUY), "too_old");

    ingest.check().require(draft("e", "ann", "mug", now.plusSeconds(600), BUY));
    ingest.check().require(draft("e", "ann", "mug", now.minus(Duration.ofDays(400)), BUY));
    ingest.check().require(draft("e", "ann", "mug", null, BUY));
  }

  @Test
  void idsThatNoStoreCanHoldAreRefusedBeforeTheBatchIsStored() {
    assertRefused(draft("e".repeat(257), "ann", "mug", now, BUY), "too_long");
    assertRefused(draft("e\n", "ann", "mug", now, BUY), "control_character");
    assertRefused(draft(" ", "ann", "mug", now, BUY), "blank");
  }

  private void assertRefused(EventDraft draft, String code) {
    assertThatThrownBy(() -> ingest.check().require(draft))
        .isInstanceOfSatisfying(
            InvalidFieldException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static EventDraft draft(
      @Nullable String id, String user, String item, @Nullable Instant time, Action action) {
    return new EventDraft(
        id, new UserId(user), null, new ItemId(item), time, action, Attribution.NONE);
  }

  private static EventDraft attributed(Attribution attribution) {
    return new EventDraft(
        null,
        new UserId("ann"),
        new SessionId("visit-1"),
        new ItemId("mug"),
        null,
        BUY,
        attribution);
  }

  /// A log that can be counted and that fails where it is told to.
  private static final class CountingLog extends ForwardingEventLog {
    private final ConcurrentLinkedQueue<Subject> queried = new ConcurrentLinkedQueue<>();
    private Set<String> refused = Set.of();
    private boolean unreadable;

    CountingLog() {
      super(new InMemoryEventLog());
    }

    int size() {
      List<Event> all = new ArrayList<>();
      scan(all::add);
      return all.size();
    }

    @Override
    public List<Appended> append(List<Event> events) {
      List<Appended> results = new ArrayList<>();
      for (Event event : events) {
        results.add(
            refused.contains(event.id())
                ? Appended.FAILED
                : super.append(List.of(event)).getFirst());
      }
      return results;
    }

    @Override
    public List<Event> newest(Subject subject, int limit) {
      if (unreadable) {
        throw new StorageException("no answer");
      }
      queried.add(subject);
      return super.newest(subject, limit);
    }
  }
}
