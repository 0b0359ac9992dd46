package dev.akin.local.cloud;

import java.io.IOException;
import java.time.Duration;

/// What stands behind the HTTP API: functions that are invoked by their logical id.
@FunctionalInterface
interface Invoker {
  /// @param patience how long to wait for a process that is free
  InvocationResult invoke(String logicalId, byte[] payload, Duration patience)
      throws IOException, InterruptedException;
}
