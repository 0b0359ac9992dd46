package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.News;
import dev.akin.app.TrainingIds;
import dev.akin.config.Settings;
import dev.akin.config.Stores;
import dev.akin.config.UseCases;
import dev.akin.memory.InMemoryCatalog;
import dev.akin.memory.InMemoryEventLog;
import dev.akin.memory.InMemoryKeyStore;
import dev.akin.memory.InMemoryReleaseStore;
import dev.akin.memory.InMemoryScenarioStore;
import dev.akin.memory.InMemoryTrainingBoard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who trains though there is nothing new, and who does not.
final class ScheduledTrainingTest {
  private Instant now = Instant.parse("2026-11-24T03:15:00Z");
  private final InstantSource clock = () -> now;
  private final Stores stores =
      new Stores(
          new InMemoryEventLog(clock),
          new InMemoryCatalog(clock),
          new InMemoryReleaseStore(),
          new InMemoryTrainingBoard(),
          new InMemoryKeyStore(),
          new InMemoryScenarioStore());
  private final RetrainFunction function = function();

  @ParameterizedTest
  @ValueSource(strings = {"schedule", "aws.scheduler"})
  void aScheduleTrainsOnceAndThenLeavesBoardAndReleaseAlone(String source) {
    assertThat(called(source).outcome()).isEqualTo("published");
    var board = stores.board().latest();
    var release = stores.releases().current();

    now = now.plus(Duration.ofDays(1));
    RetrainFunction.Output second = called(source);

    assertThat(second.outcome()).isEqualTo("nothing new");
    assertThat(second.release()).isNull();
    assertThat(stores.board().latest()).isEqualTo(board);
    assertThat(stores.releases().current()).isEqualTo(release);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"api", "cli", ""})
  void whoAsksIsAlwaysServed(@Nullable String source) {
    assertThat(called("schedule").outcome()).isEqualTo("published");
    now = now.plus(Duration.ofDays(1));
    assertThat(called(source).outcome()).isEqualTo("published");
    now = now.plus(Duration.ofDays(1));
    assertThat(function.retrain(null).outcome()).isEqualTo("published");
  }

  @Test
  void aScheduledTrainingWhileAnotherRunsSaysSo() {
    stores.board().begin("other", now, Duration.ofMinutes(3));
    assertThat(called("schedule").outcome()).isEqualTo("already running");
  }

  private RetrainFunction.Output called(@Nullable String source) {
    return function.retrain(new RetrainFunction.Input(null, source));
  }

  private RetrainFunction function() {
    UseCases useCases = new UseCases(stores, Settings.documented(), clock, _ -> {});
    News news = useCases.news();
    AtomicLong number = new AtomicLong();
    return new RetrainFunction(
        useCases.retrain(), news, new TrainingIds(clock, number::incrementAndGet));
  }
}
