package dev.akin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InitPhaseTest {
  private final List<String> done = new ArrayList<>();

  @Test
  void theFunctionThatRecommendsLoadsItsRelease() {
    InitPhase.run("recommend", () -> done.add("loaded"), done::add);

    assertThat(done).containsExactly("loaded");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"ingest", "similar", "status"})
  void otherFunctionsDoNotPayForIt(String function) {
    InitPhase.run(function, () -> done.add("loaded"), done::add);

    assertThat(done).isEmpty();
  }

  @Test
  void aFaultIsToldAndTheFunctionStarts() {
    InitPhase.run(
        "recommend",
        () -> {
          throw new IllegalStateException("no table");
        },
        done::add);

    assertThat(done).singleElement().asString().contains("before the first request", "no table");
  }
}
