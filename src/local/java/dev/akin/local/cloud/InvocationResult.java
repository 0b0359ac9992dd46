package dev.akin.local.cloud;

import java.time.Duration;

/// What came of one invocation.
public sealed interface InvocationResult {
  /// The function's answer as it gave it, JSON.
  record Answered(byte[] payload) implements InvocationResult {}

  /// The function threw; the process lives on.
  record Failed(byte[] error) implements InvocationResult {}

  /// The process ended before it had answered.
  record Crashed(int exitCode) implements InvocationResult {}

  /// The time-out of the template passed; the process was killed.
  record TimedOut(Duration timeout) implements InvocationResult {}

  /// Every process stayed busy for as long as a caller waits.
  record Throttled() implements InvocationResult {}
}
