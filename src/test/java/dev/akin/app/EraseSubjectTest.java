package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.app.EraseSubject.Erased;
import dev.akin.port.EventLog;
import dev.akin.port.EventLog.Appended;
import dev.akin.port.EventLog.Erasure;
import dev.akin.port.ForwardingEventLog;
import dev.akin.port.TrainingBoard.Progress;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EraseSubjectTest {
  private static final UserId ANN = new UserId("ann");
  private static final UserId BOB = new UserId("bob");
  private static final SessionId VISIT = new SessionId("visit");

  private final TestShop shop = new TestShop();
  private final Receipts receipts = new Receipts(shop.keys, () -> new byte[32]);
  private final EraseSubject erase =
      new EraseSubject(shop.events, shop.board, receipts, shop.clock);

  @Test
  void nothingOfTheUserIsLeftAndOthersStay() {
    append(event("1", ANN, null), event("2", ANN, null), event("3", BOB, null));
    Erased erased = erase.erase(ANN);
    assertThat(erased.receipt().events()).isEqualTo(2);
    assertThat(shop.events.page(ANN, null, 10).events()).isEmpty();
    assertThat(shop.events.newest(BOB, 10)).hasSize(1);
  }

  @Test
  void theVisitsOfTheUserGoWithThemAndTakeLaterEvents() {
    append(event("0", null, VISIT), event("1", ANN, VISIT), event("2", null, new SessionId("x")));
    Erased erased = erase.erase(ANN);
    assertThat(erased.receipt().events()).isEqualTo(2);
    assertThat(erased.receipt().sessions()).isEqualTo(1);
    assertThat(shop.events.newest(VISIT, 10)).isEmpty();
    assertThat(shop.events.newest(new SessionId("x"), 10)).hasSize(1);
    assertThat(append(event("0", null, VISIT))).containsExactly(Appended.STORED);
    shop.pass(Duration.ofMillis(-1));
    assertThat(append(event("late", null, VISIT))).containsExactly(Appended.ERASED);
  }

  @Test
  void aUserIsNewADayLater() {
    erase.erase(ANN);
    assertThat(append(event("1", ANN, null))).containsExactly(Appended.ERASED);
    shop.pass(Duration.ofHours(24).minusMillis(1));
    assertThat(append(event("2", ANN, null))).containsExactly(Appended.ERASED);
    shop.pass(Duration.ofMillis(1));
    assertThat(append(event("3", ANN, null))).containsExactly(Appended.STORED);
  }

  @Test
  void erasingAgainIsTheSameErasureUntilTheUserIsNew() {
    Erased first = erase.erase(ANN);
    shop.pass(Duration.ofHours(1));
    assertThat(erase.erase(ANN).erasure()).isEqualTo(first.erasure());
    assertThat(erase.erase(ANN).receipt().events()).isZero();
    shop.pass(Duration.ofDays(1));
    append(event("1", ANN, null));
    Erased second = erase.erase(ANN);
    assertThat(second.erasure().at()).isEqualTo(shop.clock.instant());
    assertThat(second.receipt().events()).isEqualTo(1);
  }

  @Test
  void aLongHistoryGoesAsWell() {
    for (int i = 0; i < 1_203; i++) {
      append(event("e" + i, ANN, null));
    }
    assertThat(erase.erase(ANN).receipt().events()).isEqualTo(1_203);
    assertThat(shop.events.newest(ANN, 10)).isEmpty();
  }

  @Test
  void aTrainingThatBeganBeforeIsTold() {
    assertThat(erase.erase(ANN).trainingUnderWay()).isFalse();
    shop.board.begin("t", shop.clock.instant(), Retrain.LEASE);
    assertThat(erase.erase(BOB).trainingUnderWay()).isTrue();
    shop.pass(Retrain.LIFETIME.plusMillis(1));
    assertThat(erase.erase(new UserId("eve")).trainingUnderWay()).isFalse();
  }

  @Test
  void aTrainingThatEndedWhileTheErasureWentOnIsTold() {
    Progress running = Progress.starting("t", shop.clock.instant());
    shop.board.begin("t", running.startedAt(), Retrain.LEASE);
    append(event("1", ANN, null));
    EventLog slow =
        new ForwardingEventLog(shop.events) {
          @Override
          public int delete(List<Event> events) {
            shop.pass(Duration.ofSeconds(1));
            assertThat(shop.board.report(running.failed(shop.clock.instant(), null))).isTrue();
            return super.delete(events);
          }
        };
    assertThat(erasing(slow).erase(ANN).trainingUnderWay()).isTrue();
    assertThat(erase.erase(BOB).trainingUnderWay()).isFalse();
  }

  @Test
  void manyVisitsThatTakeLongAreErasedByAFewCalls() {
    for (int i = 0; i < 300; i++) {
      append(event("e%03d".formatted(i), ANN, new SessionId("visit-" + i)));
    }
    EventLog slow =
        new ForwardingEventLog(shop.events) {
          @Override
          public void record(Subject subject, Erasure erasure) {
            shop.pass(Duration.ofMillis(200));
            super.record(subject, erasure);
          }
        };
    for (int call = 0; call < 2; call++) {
      Instant begun = shop.clock.instant();
      assertThatThrownBy(() -> erasing(slow).erase(ANN))
          .isInstanceOf(UnfinishedException.class)
          .hasMessageContaining("no time");
      assertThat(shop.clock.instant()).isBefore(begun.plusSeconds(21));
    }
    assertThat(erasing(slow).erase(ANN).receipt().sessions()).isBetween(95, 105);
    assertThat(shop.events.page(ANN, null, 10).events()).isEmpty();
  }

  private EraseSubject erasing(EventLog log) {
    return new EraseSubject(log, shop.board, receipts, shop.clock);
  }

  @Test
  void aTrainingLearnsNothingThatAnErasureCovers() {
    TestShop stocked = TestShop.stocked();
    UserId odd = new UserId("odd");
    for (int i = 0; i < 20; i++) {
      stocked.buy("odd", "tea-%02d".formatted(i));
    }
    stocked.events.record(odd, new Erasure(TestShop.NOW, TestShop.NOW));
    assertThat(stocked.retrain().run("t"))
        .isInstanceOfSatisfying(
            Retrain.Outcome.Published.class,
            published -> assertThat(published.manifest().counts().users()).isEqualTo(60));
  }

  @Test
  void theReceiptProvesTheErasureAndNamesNobody() {
    append(event("1", ANN, VISIT));
    Erased erased = erase.erase(ANN);
    assertThat(erased.signed()).doesNotContain("ann");
    assertThat(receipts.verify(erased.signed(), ANN)).contains(erased.receipt());
    assertThat(receipts.verify(erased.signed(), BOB)).isEmpty();
    assertThat(receipts.verify(erased.signed(), new SessionId("ann"))).isEmpty();
    byte[] secret = new byte[32];
    secret[0] = 1;
    Receipts another = new Receipts(new TestShop().keys, () -> secret);
    assertThat(another.verify(erased.signed(), ANN)).isEmpty();
  }

  @Test
  void aChangedReceiptIsNone() {
    String signed = erase.erase(ANN).signed();
    for (int i = 0; i < signed.length() - 1; i++) {
      char other = signed.charAt(i) == 'A' ? 'B' : 'A';
      String forged = signed.substring(0, i) + other + signed.substring(i + 1);
      assertThat(receipts.verify(forged, ANN)).as(forged).isEmpty();
    }
    for (String none : List.of("", ".", "a.b", "x".repeat(600) + ".y")) {
      assertThat(receipts.verify(none, ANN)).isEmpty();
    }
  }

  private List<Appended> append(Event... events) {
    return shop.events.append(List.of(events));
  }

  private Event event(String id, @Nullable UserId user, @Nullable SessionId session) {
    return new Event(
        id,
        user,
        session,
        new ItemId("mug"),
        shop.clock.instant(),
        new Action.View(),
        Attribution.NONE);
  }
}
