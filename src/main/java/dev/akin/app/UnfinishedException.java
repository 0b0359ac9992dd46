package dev.akin.app;

/// Work on many events that came to a stop half-way. What is done stays done, and the same call
/// again does the rest.
public final class UnfinishedException extends RuntimeException {
  /// @param message how far it came and what remains
  public UnfinishedException(String message, Throwable cause) {
    super(message, cause);
  }

  /// @param message how far it came and what remains
  public UnfinishedException(String message) {
    super(message);
  }
}
