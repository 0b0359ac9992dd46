package dev.akin.port;

/// The store did not answer as it should, after every retry. Nothing was half-written.
public final class StorageException extends RuntimeException {
  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }

  public StorageException(String message) {
    super(message);
  }
}
