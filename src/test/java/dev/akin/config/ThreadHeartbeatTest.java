package dev.akin.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.Heartbeat;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadHeartbeatTest {
  @Test
  void beatsOnAThreadThatHoldsNoProgramUp() throws InterruptedException {
    CountDownLatch twice = new CountDownLatch(2);
    boolean[] daemon = {false};

    try (Heartbeat.Beating _ =
        new ThreadHeartbeat()
            .every(
                Duration.ofMillis(1),
                () -> {
                  daemon[0] = Thread.currentThread().isDaemon();
                  twice.countDown();
                })) {
      twice.await();
    }

    assertThat(daemon[0]).isTrue();
  }
}
