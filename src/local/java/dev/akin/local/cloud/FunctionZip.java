package dev.akin.local.cloud;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The unpacked function.zip.
///
/// A JVM zip has classes at its root and libraries below `lib/`; the classes are put into one jar,
/// for the JVM shares classes between processes from jars only. A native zip has an executable
/// `bootstrap`.
///
/// @param folder where it is unpacked
/// @param isNative whether it holds a native executable
record FunctionZip(Path folder, boolean isNative) implements AutoCloseable {
  private static final String BOOTSTRAP = "bootstrap";

  /// @param folder is filled, and made if it does not exist
  static FunctionZip unpack(Path zip, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry bootstrap = file.getEntry(BOOTSTRAP);
      if (bootstrap != null) {
        Path executable = folder.resolve(BOOTSTRAP);
        copy(file, bootstrap, executable);
        if (!executable.toFile().setExecutable(true)) {
          throw new IOException("cannot make " + executable + " executable");
        }
        return new FunctionZip(folder, true);
      }
      unpackJars(file, folder);
      return new FunctionZip(folder, false);
    }
  }

  Path bootstrap() {
    return folder.resolve(BOOTSTRAP);
  }

  /// Classes of the application first, as Lambda has them.
  String classPath() {
    return folder.resolve("function.jar") + File.pathSeparator + folder.resolve("lib/*");
  }

  /// Removes the folder again.
  @Override
  public void close() throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void unpackJars(ZipFile file, Path folder) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("function.jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      // Quarkus lists some folders twice; a jar may not.
      Set<String> names = new HashSet<>();
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().matches("lib/[^/]+\\.jar")) {
          copy(file, entry, folder.resolve(entry.getName()));
        } else if (names.add(entry.getName())) {
          jar.putNextEntry(new ZipEntry(entry.getName()));
          try (InputStream in = file.getInputStream(entry)) {
            in.transferTo(jar);
          }
          jar.closeEntry();
        }
      }
    }
  }

  private static void copy(ZipFile file, ZipEntry entry, Path to) throws IOException {
    try (InputStream in = file.getInputStream(entry)) {
      Files.copy(in, to);
    }
  }
}
