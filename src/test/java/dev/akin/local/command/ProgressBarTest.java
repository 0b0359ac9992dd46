package dev.akin.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void withoutATerminalThereIsALineAtEveryQuarter() {
    try (ProgressBar bar = bar(false)) {
      for (int i = 0; i < 100; i++) {
        nanos.addAndGet(10_000_000);
        bar.add(20);
      }
    }

    assertThat(text().lines())
        .containsExactly(
            "events    [#######.....................]  25%  500 of 2,000, 2,000/s, 0.3 s",
            "events    [##############..............]  50%  1,000 of 2,000, 2,000/s, 0.5 s",
            "events    [#####################.......]  75%  1,500 of 2,000, 2,000/s, 0.8 s",
            "events    [############################] 100%  2,000 of 2,000, 2,000/s, 1.0 s");
  }

  @Test
  void onATerminalOneLineIsWrittenOverButNotTooOften() {
    try (ProgressBar bar = bar(true)) {
      for (int i = 0; i < 100; i++) {
        nanos.addAndGet(10_000_000);
        bar.add(20);
      }
    }

    assertThat(text()).containsOnlyOnce("\n").endsWith(System.lineSeparator());
    assertThat(text().chars().filter(c -> c == '\r').count()).isBetween(9L, 12L);
  }

  @Test
  void whatHappensTakesThePlaceOfTheRate() {
    try (ProgressBar bar = bar(false)) {
      nanos.addAndGet(1_000_000_000);
      bar.at(5_000, "done");
    }

    assertThat(text()).contains("100%  done, 1.0 s");
  }

  private ProgressBar bar(boolean terminal) {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new ProgressBar(out, terminal, nanos::get, "events", 2_000);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
