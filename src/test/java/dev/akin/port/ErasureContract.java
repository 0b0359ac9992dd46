package dev.akin.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.port.EventLog.Appended;
import dev.akin.port.EventLog.Erasure;
import dev.akin.port.EventLog.Moved;
import dev.akin.port.EventLog.Page;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How every event log shows, moves and forgets what it holds of somebody.
public abstract class ErasureContract {
  private static final UserId ANN = new UserId("ann");
  private static final UserId BOB = new UserId("bob");
  private static final SessionId VISIT = new SessionId("visit");

  /// Far enough ahead that no store expires it while it is tested.
  private static final Instant NOON = Instant.parse("2100-06-01T12:00:00Z");

  protected abstract EventLog log();

  @Test
  void pagesHoldEveryEventOnceOldestFirst() {
    List<Event> all = events(ANN, null, 25);
    log().append(all);
    log().append(events(BOB, null, 3));
    List<Event> seen = new ArrayList<>();
    @Nullable String cursor = null;
    int pages = 0;
    do {
      Page page = log().page(ANN, cursor, 10);
      seen.addAll(page.events());
      cursor = page.next();
      pages++;
    } while (cursor != null);
    assertThat(seen).isEqualTo(all);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void aPageThatIsJustFullIsTheLast() {
    log().append(events(ANN, null, 10));
    assertThat(log().page(ANN, null, 10).next()).isNull();
    String next = log().page(ANN, null, 9).next();
    assertThat(next).isNotNull();
    assertThat(log().page(ANN, next, 9).events()).hasSize(1);
    assertThat(log().page(BOB, null, 9).events()).isEmpty();
  }

  @Test
  void aPageGoesOnWhereTheOneBeforeEndedEvenIfThatIsDeleted() {
    List<Event> all = events(ANN, null, 6);
    log().append(all);
    Page first = log().page(ANN, null, 3);
    assertThat(log().delete(first.events())).isZero();
    assertThat(log().page(ANN, first.next(), 3).events()).isEqualTo(all.subList(3, 6));
    assertThat(log().page(ANN, null, 3).events()).isEqualTo(all.subList(3, 6));
  }

  @Test
  void aCursorOfNobodyIsRefused() {
    for (String cursor : List.of("", "x", "&", "MTIz", "a".repeat(2_000))) {
      assertThatThrownBy(() -> log().page(ANN, cursor, 3))
          .as(cursor)
          .isInstanceOf(InvalidFieldException.class);
    }
  }

  @Test
  void deletingIsSafeToRepeat() {
    List<Event> all = events(ANN, null, 60);
    log().append(all);
    log().append(events(BOB, null, 1));
    assertThat(log().delete(all)).isZero();
    assertThat(log().delete(all)).isZero();
    assertThat(log().newest(ANN, 100)).isEmpty();
    assertThat(log().newest(BOB, 100)).hasSize(1);
  }

  @Test
  void anErasureKeepsOutWhatItCoversAndNothingElse() {
    log().record(ANN, new Erasure(NOON, NOON.plusSeconds(5)));
    assertThat(log().append(events(ANN, null, 7)))
        .containsExactly(
            Appended.ERASED,
            Appended.ERASED,
            Appended.ERASED,
            Appended.ERASED,
            Appended.ERASED,
            Appended.STORED,
            Appended.STORED);
    assertThat(log().append(events(BOB, null, 1))).containsExactly(Appended.STORED);
    assertThat(log().newest(ANN, 10)).extracting(Event::id).containsExactly("e6", "e5");
    assertThat(log().newest(ANN, 1)).extracting(Event::id).containsExactly("e6");
    assertThat(log().page(ANN, null, 10).events())
        .extracting(Event::id)
        .containsExactly("e5", "e6");
  }

  @Test
  void theLastErasureCounts() {
    assertThat(log().erasure(ANN)).isEmpty();
    log().record(ANN, new Erasure(NOON, NOON));
    Erasure second = new Erasure(NOON.plusMillis(1), NOON.plusSeconds(9));
    log().record(ANN, second);
    assertThat(log().erasure(ANN)).contains(second);
    assertThat(log().erasure(BOB)).isEmpty();
    assertThat(log().erasures(List.of(BOB, ANN))).isEqualTo(Map.of(ANN, second));
    assertThat(log().erasures(List.of())).isEmpty();
  }

  @Test
  void aScanTellsOfErasuresAndHandsNoneOfThemOverAsAnEvent() {
    log().append(events(ANN, null, 2));
    log().append(events(null, VISIT, 1));
    Erasure erasure = new Erasure(NOON, NOON.plusSeconds(1));
    log().record(ANN, erasure);
    log().record(BOB, erasure);
    List<Event> seen = new ArrayList<>();
    Map<Subject, Erasure> erased = new HashMap<>();
    log().scan(seen::add, erased::put);
    assertThat(seen).hasSize(3);
    assertThat(erased).isEqualTo(Map.of(ANN, erasure, BOB, erasure));
  }

  @Test
  void movedEventsAreTheUsersWithTheSameTimeAndIdAndNoLongerTheSessions() {
    List<Event> all = events(null, VISIT, 120);
    log().append(all);
    assertThat(log().move(all, ANN)).isEqualTo(new Moved(120, 0));
    assertThat(log().newest(VISIT, 200)).isEmpty();
    assertThat(log().page(ANN, null, 200).events())
        .isEqualTo(all.stream().map(event -> event.movedTo(ANN)).toList());
    List<Event> scanned = new ArrayList<>();
    log().scan(scanned::add);
    assertThat(scanned).hasSize(120);
  }

  @Test
  void whatTheUserHasAlreadyStaysAsItIs() {
    List<Event> all = events(null, VISIT, 3);
    Event own =
        new Event(
            "e1",
            ANN,
            null,
            new ItemId("own"),
            NOON.plusSeconds(1),
            new Action.Like(),
            Attribution.NONE);
    log().append(all);
    log().append(List.of(own));
    assertThat(log().move(all, ANN)).isEqualTo(new Moved(2, 1));
    assertThat(log().newest(ANN, 9)).hasSize(3).contains(own);
    assertThat(log().newest(VISIT, 9)).isEmpty();
  }

  @Test
  void ofTwoMergesEachEventGoesToOneUser() {
    List<Event> all = events(null, VISIT, 60);
    log().append(all);
    assertThat(log().move(all.subList(10, 55), ANN)).isEqualTo(new Moved(45, 0));
    assertThat(log().move(all, BOB)).isEqualTo(new Moved(15, 0));
    assertThat(log().move(all, ANN)).isEqualTo(new Moved(0, 45));
    assertThat(log().newest(ANN, 100)).hasSize(45);
    assertThat(log().newest(BOB, 100)).hasSize(15);
    assertThat(log().newest(VISIT, 100)).isEmpty();
  }

  @Test
  void whatWasErasedMeanwhileIsNotMoved() {
    List<Event> all = events(null, VISIT, 3);
    log().append(all);
    log().delete(all.subList(0, 2));
    assertThat(log().move(all, ANN)).isEqualTo(new Moved(1, 0));
    assertThat(log().newest(ANN, 9)).extracting(Event::id).containsExactly("e2");
    assertThat(log().move(all, ANN)).isEqualTo(new Moved(0, 1));
  }

  @Test
  void anErasureHidesWhatItCoversBeforeThatIsDeleted() {
    List<Event> all = events(ANN, null, 4);
    log().append(all);
    log().record(ANN, new Erasure(NOON, NOON.plusSeconds(2)));
    assertThat(log().newest(ANN, 9)).extracting(Event::id).containsExactly("e3", "e2");
    assertThat(log().newest(ANN, 1)).extracting(Event::id).containsExactly("e3");
    assertThat(log().page(ANN, null, 9).events()).isEqualTo(all);
  }

  @Test
  void aSessionThatWasMovedTakesNewEvents() {
    List<Event> all = events(null, VISIT, 3);
    log().append(all.subList(0, 2));
    log().move(all.subList(0, 2), ANN);
    assertThat(log().append(all.subList(2, 3))).containsExactly(Appended.STORED);
    assertThat(log().newest(VISIT, 9)).isEqualTo(all.subList(2, 3));
  }

  private static List<Event> events(@Nullable UserId user, @Nullable SessionId session, int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new Event(
                "e" + i,
                user,
                session,
                new ItemId("item-" + i),
                NOON.plusSeconds(i),
                new Action.View(),
                new Attribution("token", List.of(new ItemId("a")), Map.of("k", "v"))))
        .toList();
  }
}
