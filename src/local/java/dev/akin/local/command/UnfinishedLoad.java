package dev.akin.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers beside the tables that a shop is being loaded, and from where, so that a load that was
/// interrupted is completed by the next start.
final class UnfinishedLoad {
  private final @Nullable Path note;

  /// @param data the folder of the tables; null for tables that end with the program
  UnfinishedLoad(@Nullable Path data) {
    this.note = data == null ? null : data.resolve("loading");
  }

  boolean found() {
    return note != null && Files.exists(note);
  }

  /// The file that is to be loaded: the one that was interrupted, or else `wanted`.
  ///
  /// @param wanted null for the sample shop
  Optional<Path> source(@Nullable Path wanted) throws IOException {
    if (note == null || !found()) {
      return Optional.ofNullable(wanted);
    }
    String file = Files.readString(note).strip();
    return file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
  }

  void begin(Optional<Path> source) throws IOException {
    if (note != null) {
      Files.createDirectories(note.toAbsolutePath().getParent());
      Files.writeString(note, source.map(file -> file.toAbsolutePath().toString()).orElse(""));
    }
  }

  void end() throws IOException {
    if (note != null) {
      Files.deleteIfExists(note);
    }
  }
}
