package dev.akin.local.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads comma-separated values with a heading, gzipped or not; RFC 4180 but for line breaks within
/// a field.
public final class CsvLines implements AutoCloseable {
  private final BufferedReader reader;
  private final Map<String, Integer> columns = new HashMap<>();
  private long number = 1;

  private CsvLines(BufferedReader reader) throws IOException {
    this.reader = reader;
    String heading = reader.readLine();
    if (heading == null) {
      throw new IOException("the file is empty; its first line must name the columns");
    }
    List<String> names = split(heading.replace("\uFEFF", ""));
    for (int i = 0; i < names.size(); i++) {
      columns.put(names.get(i).strip(), i);
    }
  }

  public static CsvLines open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
      return new CsvLines(new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /// @throws IOException naming the columns that are missing
  public void require(String... names) throws IOException {
    for (String name : names) {
      if (!columns.containsKey(name)) {
        throw new IOException("the file has no column " + name + "; it has " + columns.keySet());
      }
    }
  }

  /// The next line that is not blank, or null after the last.
  public @Nullable Line next() throws IOException {
    String line = reader.readLine();
    number++;
    while (line != null && line.isBlank()) {
      line = reader.readLine();
      number++;
    }
    return line == null ? null : new Line(number, split(line));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /// One line, its fields to be asked for by column.
  public final class Line {
    private final long number;
    private final List<String> fields;

    private Line(long number, List<String> fields) {
      this.number = number;
      this.fields = fields;
    }

    /// Counted from 1, the heading included.
    public long number() {
      return number;
    }

    /// The field without blanks around it, empty if the line or the file has none.
    public String get(String column) {
      Integer index = columns.get(column);
      return index == null || index >= fields.size() ? "" : fields.get(index).strip();
    }
  }

  static List<String> split(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
