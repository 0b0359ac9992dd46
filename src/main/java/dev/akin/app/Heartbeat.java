package dev.akin.app;

import java.time.Duration;

/// Does something again and again while something else works.
@FunctionalInterface
public interface Heartbeat {
  /// Begins to beat, the first time after one period.
  ///
  /// @param beat never two at a time; must not throw
  /// @return to be closed when the work is done; no beat begins after that
  Beating every(Duration period, Runnable beat);

  /// A heart that beats.
  @FunctionalInterface
  interface Beating extends AutoCloseable {
    @Override
    void close();
  }
}
