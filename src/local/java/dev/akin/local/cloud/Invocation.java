package dev.akin.local.cloud;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// One event on its way through a function's process.
///
/// @param delivered completes when the process has taken the event
/// @param result completes exactly once, whatever happens
record Invocation(
    String id,
    byte[] payload,
    CompletableFuture<Void> delivered,
    CompletableFuture<InvocationResult> result) {
  static Invocation of(byte[] payload) {
    return new Invocation(
        UUID.randomUUID().toString(),
        payload,
        new CompletableFuture<>(),
        new CompletableFuture<>());
  }

  void complete(InvocationResult with) {
    result.complete(with);
    delivered.complete(null);
  }
}
