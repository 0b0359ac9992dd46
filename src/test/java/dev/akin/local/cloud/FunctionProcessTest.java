package dev.akin.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Plays the runtime interface by hand against a process that only waits.
class FunctionProcessTest {
  private static final byte[] EVENT = {'{', '}'};
  private static final byte[] ANSWER = {'4', '2'};

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Process process;

  FunctionProcessTest() throws IOException {
    process = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
    threads.close();
  }

  @Test
  void anAnswerReachesWhoAsked() throws Exception {
    FunctionProcess function = function(Duration.ofMinutes(1));
    Future<InvocationResult> result = threads.submit(() -> function.invoke(EVENT));

    Invocation invocation = function.next().orElseThrow();
    boolean awaited = function.answer(invocation.id(), new InvocationResult.Answered(ANSWER));

    assertThat(invocation.payload()).isEqualTo(EVENT);
    assertThat(awaited).isTrue();
    assertThat(result.get()).isEqualTo(new InvocationResult.Answered(ANSWER));
    assertThat(function.isAlive()).isTrue();
  }

  @Test
  void anAnswerToAnotherEventIsRefused() throws Exception {
    FunctionProcess function = function(Duration.ofMinutes(1));

    assertThat(function.answer("none", new InvocationResult.Answered(ANSWER))).isFalse();
  }

  @Test
  void aCrashInTheMiddleEndsTheInvocation() throws Exception {
    FunctionProcess function = function(Duration.ofMinutes(1));
    Future<InvocationResult> result = threads.submit(() -> function.invoke(EVENT));
    assertThat(function.next()).isPresent();

    process.destroyForcibly();

    assertThat(result.get()).isInstanceOf(InvocationResult.Crashed.class);
    assertThat(function.isAlive()).isFalse();
    assertThat(function.next()).isEqualTo(Optional.empty());
  }

  @Test
  void aCrashBeforeTheFirstEventIsOneAsWell() throws Exception {
    FunctionProcess function = function(Duration.ofMinutes(1));
    process.destroyForcibly().waitFor();

    assertThat(function.invoke(EVENT)).isInstanceOf(InvocationResult.Crashed.class);
  }

  @Test
  void whoIsLateIsKilled() throws Exception {
    FunctionProcess function = function(Duration.ofMillis(1));
    Future<InvocationResult> result = threads.submit(() -> function.invoke(EVENT));
    assertThat(function.next()).isPresent();

    assertThat(result.get()).isEqualTo(new InvocationResult.TimedOut(Duration.ofMillis(1)));
    assertThat(process.waitFor()).isNotZero();
    assertThat(function.isAlive()).isFalse();
  }

  @Test
  void aPoolStartsAnotherProcessForWhatHasDied() throws Exception {
    AtomicInteger started = new AtomicInteger();
    process.destroyForcibly().waitFor();
    try (FunctionPool pool =
        new FunctionPool(
            1,
            () -> {
              started.incrementAndGet();
              return function(Duration.ofMinutes(1));
            })) {
      pool.invoke(EVENT, Duration.ofMinutes(1));
      pool.invoke(EVENT, Duration.ofMinutes(1));

      assertThat(started).hasValue(2);
      assertThat(pool.pids()).isEmpty();
    }
  }

  @Test
  void whoFindsEveryProcessBusyIsTurnedAwayWhenPatienceEnds() throws Exception {
    FunctionProcess function = function(Duration.ofMinutes(1));
    try (FunctionPool pool = new FunctionPool(1, () -> function)) {
      Future<InvocationResult> first =
          threads.submit(() -> pool.invoke(EVENT, Duration.ofMinutes(1)));
      Invocation invocation = function.next().orElseThrow();

      assertThat(pool.invoke(EVENT, Duration.ZERO)).isEqualTo(new InvocationResult.Throttled());

      function.answer(invocation.id(), new InvocationResult.Answered(ANSWER));
      assertThat(first.get()).isInstanceOf(InvocationResult.Answered.class);
      assertThat(pool.pids()).containsExactly(process.pid());
    }
  }

  private FunctionProcess function(Duration timeout) {
    return new FunctionProcess(new FunctionSpec("F", "f", Map.of(), 128, timeout), process);
  }
}
