package dev.akin.dynamodb;

import dev.akin.port.StorageException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/// How long callers bear with a store that is busy: exponential back-off with full jitter.
///
/// Pause `n` (from 1) is uniform in `[0, min(cap, base * 2^(n-1)))`, so that callers that failed
/// together do not come back together (Brooker, "Exponential Backoff And Jitter", 2015). The client
/// should make no retries of its own: they would count as one attempt here.
public final class Retries {
  private static final Set<String> PASSING_REASONS =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded", "None");

  /// Waits; a test does not.
  public interface Sleeper {
    void sleep(Duration pause) throws InterruptedException;
  }

  private final int attempts;
  private final Duration base;
  private final Duration cap;
  private final Sleeper sleeper;
  private final DoubleSupplier random;

  /// @param attempts at least 1, the first one included
  /// @param random uniform in [0, 1); called from several threads
  public Retries(
      int attempts, Duration base, Duration cap, Sleeper sleeper, DoubleSupplier random) {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1, was " + attempts);
    }
    this.attempts = attempts;
    this.base = base;
    this.cap = cap;
    this.sleeper = sleeper;
    this.random = random;
  }

  /// For a caller who waits: at most 1.5 s of pauses.
  public static Retries forRequests(Sleeper sleeper, DoubleSupplier random) {
    return new Retries(6, Duration.ofMillis(50), Duration.ofSeconds(1), sleeper, random);
  }

  /// For a training, which writes faster than a fresh table can take: at most 66 s of pauses
  /// without progress.
  public static Retries forTraining(Sleeper sleeper, DoubleSupplier random) {
    return new Retries(12, Duration.ofMillis(100), Duration.ofSeconds(10), sleeper, random);
  }

  /// The answer of `call`, tried again while its fault may pass.
  ///
  /// @param purpose what for, in a few words, for the message of the exception
  /// @throws StorageException if it failed for good
  public <T> T call(String purpose, Supplier<T> call) {
    for (int failures = 1; ; failures++) {
      try {
        return call.get();
      } catch (SdkException fault) {
        if (!mayPass(fault) || !pause(failures)) {
          throw new StorageException(purpose + " failed: " + fault.getMessage(), fault);
        }
      }
    }
  }

  /// Waits after the given number of failures in a row.
  ///
  /// @return false, at once, if there is no attempt left
  public boolean pause(int failures) {
    if (failures >= attempts) {
      return false;
    }
    double longest =
        Math.min(
            (double) cap.toMillis(), base.toMillis() * Math.pow(2, Math.min(30, failures - 1)));
    try {
      sleeper.sleep(Duration.ofMillis((long) (longest * random.getAsDouble())));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StorageException("interrupted while waiting for the store", interrupted);
    }
    return true;
  }

  /// Whether the same request may succeed later.
  static boolean mayPass(SdkException fault) {
    return switch (fault) {
      case TransactionCanceledException cancelled ->
          cancelled.cancellationReasons().stream()
              .map(CancellationReason::code)
              .allMatch(PASSING_REASONS::contains);
      case TransactionConflictException _, TransactionInProgressException _ -> true;
      case SdkServiceException service ->
          service.isThrottlingException() || service.statusCode() >= 500 || service.retryable();
      case SdkClientException client ->
          client.retryable() || client.getCause() instanceof IOException;
      default -> fault.retryable();
    };
  }
}
