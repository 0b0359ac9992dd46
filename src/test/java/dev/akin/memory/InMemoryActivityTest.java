package dev.akin.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.port.ActivityContract;
import dev.akin.port.EventLog;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class InMemoryActivityTest extends ActivityContract {
  private InstantSource asked = () -> now;
  private final EventLog log = new InMemoryEventLog(() -> asked.instant());

  @Override
  protected EventLog log(InstantSource clock) {
    asked = clock;
    return log;
  }

  @Test
  void aLogThatNobodyWroteWasAlwaysQuiet() {
    assertThat(log(() -> now).quietSince()).isEqualTo(Instant.MIN);
  }
}
