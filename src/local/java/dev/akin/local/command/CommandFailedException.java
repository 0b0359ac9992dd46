package dev.akin.local.command;

/// Something that the person at the keyboard can mend; its message says how.
public final class CommandFailedException extends RuntimeException {
  public CommandFailedException(String message) {
    super(message);
  }

  public CommandFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
