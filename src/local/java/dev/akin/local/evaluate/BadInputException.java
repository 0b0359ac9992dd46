package dev.akin.local.evaluate;

import java.nio.file.Path;

/// What the user gave cannot be used. The message says where and what to do; it is shown without a
/// stack trace.
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadInputException(String message) {
    super(message);
  }

  static BadInputException at(Path file, long line, String message) {
    return new BadInputException(file + ":" + line + ": " + message);
  }
}
