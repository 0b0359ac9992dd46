package dev.akin.local.cloud;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One running copy of a function, as Lambda's sandbox is: it takes one event after the other from
/// the runtime API and answers it there.
final class FunctionProcess implements AutoCloseable {
  /// Starting is not counted against the function's own time-out.
  private static final Duration START = Duration.ofSeconds(60);

  private final FunctionSpec spec;
  private final Process process;

  /// Empty is the last element: the process has ended.
  private final BlockingQueue<Optional<Invocation>> events = new LinkedBlockingQueue<>();

  private volatile @Nullable Invocation current;
  private volatile boolean killed;
  private volatile long idleSince = System.nanoTime();

  FunctionProcess(FunctionSpec spec, Process process) {
    this.spec = spec;
    this.process = process;
    process.onExit().thenAccept(this::ended);
  }

  FunctionSpec spec() {
    return spec;
  }

  long pid() {
    return process.pid();
  }

  /// Whether the process can take another event.
  boolean isAlive() {
    return !killed && process.isAlive();
  }

  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - idleSince);
  }

  /// Hands over one event and waits for the answer; from one thread at a time.
  InvocationResult invoke(byte[] payload) throws InterruptedException {
    Invocation invocation = Invocation.of(payload);
    current = invocation;
    events.add(Optional.of(invocation));
    if (!process.isAlive()) {
      ended(process);
    }
    try {
      if (!within(START, invocation.delivered()) || !within(spec.timeout(), invocation.result())) {
        killed = true;
        // Before the kill, or the end of the process would pass for a crash.
        invocation.complete(new InvocationResult.TimedOut(spec.timeout()));
        process.destroyForcibly();
      }
      return invocation.result().resultNow();
    } finally {
      current = null;
      idleSince = System.nanoTime();
    }
  }

  /// For the runtime API: the next event, or empty once the process has ended.
  Optional<Invocation> next() throws InterruptedException {
    Optional<Invocation> next = events.take();
    next.ifPresentOrElse(
        invocation -> invocation.delivered().complete(null), () -> events.add(Optional.empty()));
    return next;
  }

  /// For the runtime API: the process's answer to an event.
  ///
  /// @return false if nobody waits for it any longer
  boolean answer(String invocationId, InvocationResult result) {
    Invocation invocation = current;
    if (invocation == null || !invocation.id().equals(invocationId)) {
      return false;
    }
    invocation.complete(result);
    return true;
  }

  /// Ends the process, kindly first.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void ended(Process ended) {
    Invocation invocation = current;
    if (invocation != null) {
      invocation.complete(new InvocationResult.Crashed(ended.exitValue()));
    }
    events.add(Optional.empty());
  }

  private static boolean within(Duration limit, Future<?> future) throws InterruptedException {
    try {
      future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException never) {
      throw new IllegalStateException("an invocation is never completed with an error", never);
    }
  }
}
