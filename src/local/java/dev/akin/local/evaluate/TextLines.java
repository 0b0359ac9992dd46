package dev.akin.local.evaluate;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Opens text files, gzipped or not: by what is in them, not by their name.
final class TextLines {
  /// No line of a table is longer; a file without line ends must not fill the memory.
  static final int LONGEST = 1 << 20;

  private static final int BUFFER = 1 << 16;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final Path file;
  private final Reader text;
  private final char[] buffer = new char[BUFFER];
  private int next;
  private int filled;
  private long number;
  private boolean afterReturn;

  private TextLines(Path file, Reader text) {
    this.file = file;
    this.text = text;
  }

  /// Reads every line, numbered from 1, with any kind of line end. Bytes that are no UTF-8 become
  /// replacement characters, so a Latin-1 title stops nobody.
  static void forEach(Path file, LineReader reader) {
    if (Files.isDirectory(file)) {
      throw new BadInputException(file + ": is a folder, give a file");
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      new TextLines(file, new InputStreamReader(plain(file, bytes), StandardCharsets.UTF_8))
          .forEach(reader);
    } catch (NoSuchFileException missing) {
      throw new BadInputException(file + ": there is no such file");
    } catch (ZipException | EOFException broken) {
      throw new BadInputException(file + ": the gzip data are damaged from the start");
    } catch (IOException failed) {
      throw new BadInputException(file + ": cannot be read: " + failed.getMessage());
    }
  }

  private static InputStream plain(Path file, InputStream bytes) throws IOException {
    byte[] start = bytes.readNBytes(ZIP.length);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), bytes);
    if (startsWith(start, ZIP)) {
      throw new BadInputException(file + ": is a zip archive, give the file that is in it");
    }
    return startsWith(start, GZIP) ? new GZIPInputStream(all, BUFFER) : all;
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    for (int at = 0; at < start.length; at++) {
      if (at >= bytes.length || bytes[at] != start[at]) {
        return false;
      }
    }
    return true;
  }

  private void forEach(LineReader reader) throws IOException {
    for (String line = line(); line != null; line = line()) {
      reader.line(number, number == 1 ? withoutMark(line) : line);
    }
  }

  /// The next line without its end, or null after the last.
  private @Nullable String line() throws IOException {
    if (!more()) {
      return null;
    }
    number++;
    StringBuilder line = new StringBuilder();
    boolean ended = false;
    while (!ended && more()) {
      int from = next;
      while (next < filled && buffer[next] != '\n' && buffer[next] != '\r') {
        next++;
      }
      line.append(buffer, from, next - from);
      ended = next < filled;
      afterReturn = ended && buffer[next] == '\r';
      next += ended ? 1 : 0;
      if (line.length() > LONGEST) {
        throw BadInputException.at(
            file, number, "is longer than " + LONGEST + " characters: this is no table");
      }
    }
    return line.toString();
  }

  /// Whether anything follows; the second half of a Windows line end does not count.
  private boolean more() throws IOException {
    if (afterReturn && (next < filled || fill())) {
      next += buffer[next] == '\n' ? 1 : 0;
      afterReturn = false;
    }
    return next < filled || fill();
  }

  private boolean fill() throws IOException {
    next = 0;
    filled = 0;
    try {
      filled = Math.max(0, text.read(buffer));
    } catch (ZipException | EOFException broken) {
      if (number == 0) {
        throw broken;
      }
      throw BadInputException.at(file, number, "the gzip data are damaged from here on");
    }
    return filled > 0;
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
