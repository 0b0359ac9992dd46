package dev.akin.math;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs independent pieces of work on a fixed number of threads. Each piece sees its own range
/// only, so results cannot depend on how many threads there are. Threads live as long as one call.
///
/// @param threads at least 1; with 1 everything runs on the caller's thread
public record Parallel(int threads) {
  public Parallel {
    if (threads < 1 || threads > 1024) {
      throw new IllegalArgumentException("threads must be in 1..1024, was " + threads);
    }
  }

  /// Works on `from <= index < to`. One object per thread, so it may keep scratch arrays.
  @FunctionalInterface
  public interface Worker {
    void run(int from, int to);
  }

  /// Cuts `0 .. size - 1` into ranges of `grain` (the last may be shorter) and has each done
  /// exactly once, in no particular order.
  ///
  /// @param worker called once per thread that takes part
  /// @throws RuntimeException the first failure of a worker; ranges not yet begun are then left out
  public void run(int size, int grain, Supplier<? extends Worker> worker) {
    if (grain < 1) {
      throw new IllegalArgumentException("grain must be positive, was " + grain);
    }
    int ranges = Math.ceilDiv(size, grain);
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Runnable loop =
        () -> {
          try {
            Worker own = worker.get();
            for (int range = next.getAndIncrement();
                range < ranges;
                range = next.getAndIncrement()) {
              own.run(range * grain, Math.min(size, range * grain + grain));
            }
          } catch (RuntimeException | Error thrown) {
            next.set(ranges);
            failure.compareAndSet(null, thrown);
          }
        };
    List<Thread> helpers = start(Math.min(threads, ranges) - 1, loop);
    loop.run();
    join(helpers);
    rethrow(failure.get());
  }

  private static List<Thread> start(int count, Runnable loop) {
    List<Thread> helpers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      helpers.add(Thread.ofPlatform().name("akin-parallel-" + i).daemon().start(loop));
    }
    return helpers;
  }

  /// Waits to the end even if interrupted: the helpers write into the caller's arrays.
  private static void join(List<Thread> helpers) {
    boolean interrupted = false;
    for (Thread helper : helpers) {
      while (helper.isAlive()) {
        try {
          helper.join();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    switch (failure) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      default -> throw new IllegalStateException(failure);
    }
  }
}
