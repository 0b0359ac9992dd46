package dev.akin.local.cloud;

import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The processes of one function: started when needed, kept warm, never more than allowed.
final class FunctionPool implements AutoCloseable {
  /// Starts a process of the function.
  @FunctionalInterface
  interface Starter {
    FunctionProcess start() throws IOException;
  }

  private final Starter starter;
  private final Semaphore permits;
  private final Set<FunctionProcess> all = ConcurrentHashMap.newKeySet();

  /// Last in, first out: with little to do all but one of them grow idle.
  private final Deque<FunctionProcess> idle = new ConcurrentLinkedDeque<>();

  FunctionPool(int mostProcesses, Starter starter) {
    this.starter = starter;
    this.permits = new Semaphore(mostProcesses, true);
  }

  /// Invokes the function on a process that has nothing to do, or on a new one.
  ///
  /// @param patience how long to wait for one of them
  InvocationResult invoke(byte[] payload, Duration patience)
      throws IOException, InterruptedException {
    if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return new InvocationResult.Throttled();
    }
    try {
      FunctionProcess process = warm();
      if (process == null) {
        process = starter.start();
        all.add(process);
      }
      InvocationResult result = process.invoke(payload);
      if (process.isAlive()) {
        idle.push(process);
      } else {
        all.remove(process);
      }
      return result;
    } finally {
      permits.release();
    }
  }

  /// Ends the processes that have had nothing to do for `limit`.
  void endIdle(Duration limit) {
    for (FunctionProcess process : idle) {
      if (process.idle().compareTo(limit) > 0 && idle.remove(process)) {
        all.remove(process);
        process.close();
      }
    }
  }

  /// The process ids, for tests and the curious.
  List<Long> pids() {
    return all.stream().filter(FunctionProcess::isAlive).map(FunctionProcess::pid).toList();
  }

  @Override
  public void close() {
    all.parallelStream().forEach(FunctionProcess::close);
  }

  private @Nullable FunctionProcess warm() {
    FunctionProcess process = idle.poll();
    while (process != null && !process.isAlive()) {
      all.remove(process);
      process = idle.poll();
    }
    return process;
  }
}
