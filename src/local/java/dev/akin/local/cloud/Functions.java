package dev.akin.local.cloud;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// All functions of the template, ready to be invoked.
final class Functions implements Invoker, AutoCloseable {
  private final Template template;
  private final Map<String, FunctionPool> pools = new LinkedHashMap<>();
  private final ScheduledExecutorService cleaner =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /// @param mostProcesses of one function with a route; functions without one get one process
  /// @param idleLimit after which a process with nothing to do is ended
  Functions(Template template, ProcessStarter starter, int mostProcesses, Duration idleLimit) {
    this.template = template;
    template
        .functions()
        .forEach((id, spec) -> {
          boolean routed = template.routes().stream().anyMatch(r -> r.function().equals(id));
          int most = routed ? mostProcesses : 1;
          pools.put(id, new FunctionPool(most, () -> starter.start(spec)));
        });
    long period = Math.max(100, idleLimit.toMillis() / 5);
    cleaner.scheduleWithFixedDelay(
        () -> pools.values().forEach(pool -> pool.endIdle(idleLimit)),
        period,
        period,
        TimeUnit.MILLISECONDS);
  }

  @Nullable FunctionSpec find(String name) {
    return template.function(name);
  }

  @Override
  public InvocationResult invoke(String logicalId, byte[] payload, Duration patience)
      throws IOException, InterruptedException {
    FunctionPool pool = pools.get(logicalId);
    if (pool == null) {
      throw new IllegalArgumentException("the template has no function " + logicalId);
    }
    return pool.invoke(payload, patience);
  }

  /// The processes of a function, by its name in the zip.
  List<Long> pids(String export) {
    return template.functions().values().stream()
        .filter(spec -> spec.export().equals(export))
        .map(spec -> pools.get(spec.logicalId()))
        .filter(pool -> pool != null)
        .flatMap(pool -> pool.pids().stream())
        .toList();
  }

  @Override
  public void close() {
    cleaner.shutdownNow();
    pools.values().parallelStream().forEach(FunctionPool::close);
  }
}
