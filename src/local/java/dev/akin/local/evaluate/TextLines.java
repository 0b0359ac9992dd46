package dev.akin.local.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Opens text files, gzipped or not: by what is in them, not by their name.
final class TextLines {
  private static final int GZIP_MAGIC = 0x1f8b;

  private TextLines() {}

  /// Reads every line, numbered from 1. Bytes that are no UTF-8 become replacement characters, so a
  /// Latin-1 title stops nobody.
  static void forEach(Path file, LineReader reader) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.line(++number, number == 1 ? withoutMark(line) : line);
      }
    } catch (NoSuchFileException missing) {
      throw new BadInputException(file + ": there is no such file");
    } catch (ZipException broken) {
      throw new BadInputException(file + ": the gzip data are damaged");
    } catch (IOException failed) {
      throw new BadInputException(file + ": cannot be read: " + failed.getMessage());
    }
  }

  private static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new BadInputException(file + ": is a folder, give a file");
    }
    int magic;
    try (InputStream start = Files.newInputStream(file)) {
      magic = start.read() << 8 | start.read();
    }
    InputStream bytes = Files.newInputStream(file);
    return magic == GZIP_MAGIC ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }

  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  /// Takes one line.
  @FunctionalInterface
  interface LineReader {
    void line(long number, String line);
  }
}
