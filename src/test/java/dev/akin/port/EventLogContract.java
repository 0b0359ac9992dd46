package dev.akin.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.port.EventLog.Appended;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every event log does.
public abstract class EventLogContract {
  private static final UserId ANN = new UserId("ann");
  private static final SessionId VISIT = new SessionId("visit");

  /// Far enough ahead that no store expires it while it is tested.
  private static final Instant NOON = Instant.parse("2100-06-01T12:00:00Z");

  protected abstract EventLog log();

  @Test
  void storesAnEventOnceHoweverOftenItIsSent() {
    List<Event> one = List.of(view("e1", ANN, NOON));
    assertThat(log().append(one)).containsExactly(Appended.STORED);
    assertThat(log().append(one)).containsExactly(Appended.DUPLICATE);
    assertThat(log().newest(ANN, 10)).isEqualTo(one);
  }

  @Test
  void theLaterOfTwoEqualEventsInABatchIsADuplicateAndChangesNothing() {
    Event first = view("e1", ANN, NOON);
    Event again =
        new Event("e1", ANN, null, new ItemId("other"), NOON, new Action.Like(), Attribution.NONE);
    assertThat(log().append(List.of(first, again, view("e2", ANN, NOON), first)))
        .containsExactly(Appended.STORED, Appended.DUPLICATE, Appended.STORED, Appended.DUPLICATE);
    assertThat(log().newest(ANN, 10)).contains(first).doesNotContain(again).hasSize(2);
  }

  @Test
  void theSameIdAtAnotherTimeOrOfAnotherSubjectIsAnotherEvent() {
    List<Event> events =
        List.of(
            view("e1", ANN, NOON),
            view("e1", ANN, NOON.plusMillis(1)),
            view("e1", new UserId("bob"), NOON));
    assertThat(log().append(events)).containsOnly(Appended.STORED);
    assertThat(log().newest(ANN, 10)).hasSize(2);
  }

  @Test
  void aUserAndASessionOfTheSameNameHaveHistoriesOfTheirOwn() {
    log().append(List.of(view("u", new UserId("x"), NOON)));
    log().append(List.of(event("s", null, new SessionId("x"), NOON, new Action.View())));
    assertThat(log().newest(new UserId("x"), 10)).extracting(Event::id).containsExactly("u");
    assertThat(log().newest(new SessionId("x"), 10)).extracting(Event::id).containsExactly("s");
  }

  @Test
  void anEventOfAUserInASessionBelongsToTheUserAndKeepsTheSession() {
    Event both = event("e", ANN, VISIT, NOON, new Action.Click());
    log().append(List.of(both));
    assertThat(log().newest(ANN, 10)).containsExactly(both);
    assertThat(log().newest(VISIT, 10)).isEmpty();
  }

  @Test
  void theNewestComeFirstAndAtEqualTimesTheGreatestIdInBytes() {
    // As bytes the musical sign is the greater, as Java's characters it is the smaller.
    List<String> ascending = List.of("1#2", "a", "b", "\uFFFD", "\uD834\uDD1E");
    log().append(ascending.stream().map(id -> view(id, ANN, NOON)).toList());
    log().append(List.of(view("late", ANN, NOON.plusSeconds(1))));
    log().append(List.of(view("early", ANN, NOON.minusSeconds(1))));
    assertThat(log().newest(ANN, 100))
        .extracting(Event::id)
        .containsExactly("late", "\uD834\uDD1E", "\uFFFD", "b", "a", "1#2", "early");
  }

  @Test
  void aLimitCutsOffTheOldest() {
    log()
        .append(
            List.of(
                view("1", ANN, NOON),
                view("2", ANN, NOON.plusMillis(1)),
                view("0", ANN, NOON.minusMillis(1))));
    assertThat(log().newest(ANN, 2)).extracting(Event::id).containsExactly("2", "1");
    assertThatThrownBy(() -> log().newest(ANN, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> log().newest(ANN, 1001)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStrangerHasNoHistory() {
    assertThat(log().newest(new UserId("nobody"), 10)).isEmpty();
    assertThat(log().append(List.of())).isEmpty();
  }

  @Test
  void everyKindOfEventComesBackAsItWas() {
    Price price = new Price(19.99, "EUR");
    List<Action> actions =
        List.of(
            new Action.View(),
            new Action.Click(),
            new Action.Like(),
            new Action.Cart(2, price),
            new Action.Purchase(1, new Price(0, null)),
            new Action.Rate(4.5),
            new Action.Return(1_000_000, null),
            new Action.Dislike());
    Attribution full =
        new Attribution("token", List.of(new ItemId("a b"), new ItemId("ü")), Map.of("k", ""));
    List<Event> events = new ArrayList<>();
    for (Action action : actions) {
      String id = action.type();
      events.add(new Event(id, ANN, VISIT, new ItemId("i"), NOON, action, full));
    }
    log().append(events);
    assertThat(log().newest(ANN, 10)).containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void timesAreKeptToTheMillisecond() {
    Event precise = view("e", ANN, NOON.plusNanos(1_999_999));
    log().append(List.of(precise));
    assertThat(log().newest(ANN, 1)).containsExactly(view("e", ANN, NOON.plusMillis(1)));
    assertThat(log().append(List.of(view("e", ANN, NOON.plusMillis(1)))))
        .containsExactly(Appended.DUPLICATE);
  }

  @Test
  void manyEventsAreStoredInOrderAndScannedOnceEachByOneThreadAtATime() {
    List<Event> many =
        IntStream.range(0, 260)
            .mapToObj(i -> view("e" + i, new UserId("u" + i % 7), NOON.plusMillis(i)))
            .toList();
    assertThat(log().append(many.subList(100, 103))).containsOnly(Appended.STORED);
    List<Appended> results = log().append(many);
    assertThat(results.subList(100, 103)).containsOnly(Appended.DUPLICATE);
    assertThat(results).filteredOn(Appended.STORED::equals).hasSize(257);

    List<Event> seen = new ArrayList<>();
    AtomicInteger inside = new AtomicInteger();
    log()
        .scan(event -> {
          assertThat(inside.incrementAndGet()).isEqualTo(1);
          seen.add(event);
          inside.decrementAndGet();
        });
    assertThat(seen).containsExactlyInAnyOrderElementsOf(many);
  }

  @Test
  void aFaultOfTheSinkEndsTheScan() {
    log().append(List.of(view("e", ANN, NOON)));
    assertThatThrownBy(() ->
            log()
                .scan(_ -> {
                  throw new IllegalStateException("full");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("full");
  }

  private static Event view(String id, UserId user, Instant time) {
    return event(id, user, null, time, new Action.View());
  }

  private static Event event(
      String id, @Nullable UserId user, @Nullable SessionId session, Instant time, Action action) {
    return new Event(id, user, session, new ItemId("item"), time, action, Attribution.NONE);
  }
}
