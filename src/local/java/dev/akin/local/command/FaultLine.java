package dev.akin.local.command;

import dev.akin.port.StorageException;
import dev.akin.shop.InvalidFieldException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/// What the person at the keyboard can mend, in one line without the names of our classes.
final class FaultLine {
  private static final String NO_CREDENTIALS = "Unable to load credentials";

  private FaultLine() {}

  /// @return empty for a fault of the program
  static Optional<String> of(Throwable fault) {
    return switch (fault) {
      case NoSuchFileException missing -> Optional.of("there is no file " + missing.getFile());
      case AccessDeniedException closed ->
          Optional.of(closed.getFile() + " may not be read or written; change its permissions");
      case FileSystemException file ->
          Optional.of(
              file.getReason() == null ? file.getFile() : file.getFile() + ": " + file.getReason());
      case StorageException _ when hasNoCredentials(fault) ->
          Optional.of(
              "there are no AWS credentials; name a profile with AWS_PROFILE, or set"
                  + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
      case CommandFailedException _, IOException _, StorageException _, InvalidFieldException _ ->
          Optional.ofNullable(fault.getMessage());
      default -> Optional.empty();
    };
  }

  private static boolean hasNoCredentials(Throwable fault) {
    return fault.getMessage() != null && fault.getMessage().contains(NO_CREDENTIALS);
  }
}
