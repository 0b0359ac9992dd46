package dev.akin.local.command;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Finds function.zip where the build leaves it.
final class FunctionFile {
  private FunctionFile() {}

  /// The zip beside the folder of akin.jar, or the one of the project in the working directory.
  static Path find() {
    Path built = Path.of("target", "function.zip");
    return Stream.of(home().resolveSibling("function.zip"), built)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(built);
  }

  /// The folder of akin.jar.
  private static Path home() {
    try {
      Path jar =
          Path.of(FunctionFile.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return jar.toAbsolutePath().resolveSibling("");
    } catch (URISyntaxException e) {
      throw new IllegalStateException("akin.jar lies at no path", e);
    }
  }
}
