package dev.akin.config;

import dev.akin.app.Heartbeat;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Beats on a thread of its own, which holds nothing up when the program ends.
final class ThreadHeartbeat implements Heartbeat {
  @Override
  public Beating every(Duration period, Runnable beat) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeat").factory());
    thread.scheduleWithFixedDelay(
        beat, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    // A beat that waits for the store may end; the next one is not begun.
    return thread::shutdown;
  }
}
