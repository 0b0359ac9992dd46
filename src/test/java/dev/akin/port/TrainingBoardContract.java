package dev.akin.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.port.TrainingBoard.Progress;
import dev.akin.port.TrainingBoard.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every training board does.
public abstract class TrainingBoardContract {
  private static final Instant NOW = Instant.parse("2026-11-24T03:15:00.123Z");
  private static final Duration LEASE = Duration.ofMinutes(20);

  protected abstract TrainingBoard board();

  @Test
  void aBoardStartsEmptyAndReportsToNobodyAreLost() {
    assertThat(board().latest()).isEmpty();
    assertThat(board().report(progress("t1", State.FAILED, NOW, "boom"))).isFalse();
    assertThat(board().latest()).isEmpty();
  }

  @Test
  void aTrainingThatBeganIsRunning() {
    assertThat(board().begin("t1", NOW, LEASE)).isTrue();
    Progress latest = board().latest().orElseThrow();
    assertThat(latest.trainingId()).isEqualTo("t1");
    assertThat(latest.state()).isEqualTo(State.RUNNING);
    assertThat(latest.fraction()).isZero();
    assertThat(latest.startedAt()).isEqualTo(NOW);
    assertThat(latest.updatedAt()).isEqualTo(NOW);
    assertThat(latest.message()).isNull();
  }

  @Test
  void asLongAsOneTrainingRunsNoOtherBegins() {
    board().begin("t1", NOW, LEASE);
    Progress report = progress("t1", State.RUNNING, NOW.plusSeconds(60), null);
    assertThat(board().report(report)).isTrue();
    Instant justInTime = NOW.plusSeconds(60).plus(LEASE).minusMillis(1);
    assertThat(board().begin("t2", justInTime, LEASE)).isFalse();
    assertThat(board().latest()).contains(report);
  }

  @Test
  void aTrainingThatFellSilentCountsAsDead() {
    board().begin("t1", NOW, LEASE);
    assertThat(board().begin("t2", NOW.plus(LEASE), LEASE)).isTrue();
    assertThat(board().report(progress("t1", State.SUCCEEDED, NOW.plus(LEASE), "late"))).isFalse();
    assertThat(board().latest()).map(Progress::trainingId).contains("t2");
  }

  @ParameterizedTest
  @EnumSource(value = State.class, names = "RUNNING", mode = EnumSource.Mode.EXCLUDE)
  void aTrainingThatEndedLeavesTheBoardToTheNext(State end) {
    board().begin("t1", NOW, LEASE);
    Progress last = progress("t1", end, NOW.plusMillis(1), "the message");
    assertThat(board().report(last)).isTrue();
    assertThat(board().report(progress("t1", State.RUNNING, NOW.plusMillis(2), null)))
        .as("a sign of life that comes late")
        .isFalse();
    assertThat(board().latest()).contains(last);
    assertThat(board().begin("t2", NOW.plusMillis(2), LEASE)).isTrue();
  }

  @Test
  void whatIsStartedTwiceRunsOnce() {
    board().begin("t1", NOW, LEASE);
    assertThat(board().begin("t1", NOW.plusSeconds(1), LEASE)).isFalse();
    assertThat(board().latest()).map(Progress::startedAt).contains(NOW);
  }

  @ParameterizedTest
  @EnumSource(value = State.class, names = "RUNNING", mode = EnumSource.Mode.EXCLUDE)
  void whatHasEndedIsNotStartedAgainHoweverLateTheSecondStartComes(State end) {
    board().claim("t1", NOW, LEASE);
    board().begin("t1", NOW.plusMillis(1), LEASE);
    Progress last = progress("t1", end, NOW.plusMillis(2), "the message");
    assertThat(board().report(last)).isTrue();
    for (Instant late :
        List.of(NOW.plusMillis(1), NOW.plusMillis(3), NOW.plus(LEASE).plus(LEASE))) {
      assertThat(board().begin("t1", late, LEASE)).as("begun at %s", late).isFalse();
      assertThat(board().claim("t1", late, LEASE)).as("claimed at %s", late).isFalse();
    }
    assertThat(board().latest()).contains(last);
    assertThat(board().begin("t2", NOW.plusMillis(3), LEASE)).isTrue();
  }

  @Test
  void aClaimThatFailedIsNotTakenUpAfterwards() {
    board().claim("t1", NOW, LEASE);
    Progress failed = progress("t1", State.FAILED, NOW, "was not started");
    board().report(failed);
    assertThat(board().begin("t1", NOW.plusSeconds(1), LEASE)).isFalse();
    assertThat(board().latest()).contains(failed);
  }

  @Test
  void anAttemptWhoseAnswerWasLostMayBeRepeated() {
    assertThat(board().claim("t1", NOW, LEASE)).isTrue();
    assertThat(board().claim("t1", NOW, LEASE)).isTrue();
    assertThat(board().begin("t1", NOW.plusSeconds(1), LEASE)).isTrue();
    assertThat(board().begin("t1", NOW.plusSeconds(1), LEASE)).isTrue();
  }

  @Test
  void aClaimKeepsTheBoardForItsTraining() {
    assertThat(board().claim("t1", NOW, LEASE)).isTrue();
    assertThat(board().latest()).map(Progress::state).contains(State.RUNNING);
    assertThat(board().claim("t2", NOW.plusSeconds(1), LEASE)).isFalse();
    assertThat(board().begin("t2", NOW.plusSeconds(1), LEASE)).isFalse();
    assertThat(board().begin("t1", NOW.plusSeconds(2), LEASE)).isTrue();
    assertThat(board().latest()).map(Progress::startedAt).contains(NOW.plusSeconds(2));
    assertThat(board().claim("t2", NOW.plusSeconds(3), LEASE)).isFalse();
    assertThat(board().begin("t1", NOW.plusSeconds(3), LEASE)).isFalse();
  }

  @Test
  void aClaimThatNobodyTookUpEndsWithItsLease() {
    board().claim("t1", NOW, LEASE);
    assertThat(board().claim("t2", NOW.plus(LEASE), LEASE)).isTrue();
    assertThat(board().begin("t1", NOW.plus(LEASE), LEASE)).isFalse();
  }

  @Test
  void aClaimThatFailedLeavesTheBoardToTheNext() {
    board().claim("t1", NOW, LEASE);
    board().report(progress("t1", State.FAILED, NOW, "was not started"));
    assertThat(board().claim("t2", NOW.plusMillis(1), LEASE)).isTrue();
  }

  private static Progress progress(
      String id, State state, Instant updatedAt, @Nullable String message) {
    return new Progress(id, state, "learning factors", 0.25, NOW, updatedAt, message);
  }
}
