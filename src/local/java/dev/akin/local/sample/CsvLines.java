package dev.akin.local.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads comma-separated values with a heading, gzipped or not, as RFC 4180 has them: a field in
/// quotes may hold commas and line breaks.
public final class CsvLines implements AutoCloseable {
  /// Beyond so many characters a quote was forgotten.
  private static final int LONGEST_RECORD = 1_000_000;

  private final BufferedReader reader;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
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

  /// Refuses columns that nothing is read from, so that a slip in a name does not lose a column.
  ///
  /// @param known names, or their beginning with a dot at its end: `attributes.`
  /// @throws IOException naming the first that is unknown
  public void only(List<String> known) throws IOException {
    for (String name : columns.keySet()) {
      if (known.stream().noneMatch(k -> k.endsWith(".") ? name.startsWith(k) : name.equals(k))) {
        throw new IOException(
            "nothing is read from the column "
                + name
                + "; rename it or leave it out. Columns are "
                + known.stream()
                    .map(k -> k.endsWith(".") ? k + "<name>" : k)
                    .collect(Collectors.joining(", ")));
      }
    }
  }

  /// The names after a beginning: `brand` of the column `attributes.brand`.
  public List<String> namesAfter(String beginning) {
    return columns.keySet().stream()
        .filter(name -> name.length() > beginning.length() && name.startsWith(beginning))
        .map(name -> name.substring(beginning.length()))
        .toList();
  }

  /// The next record that is not blank, or null after the last.
  ///
  /// @throws IOException naming the line of a quote that is never closed
  public @Nullable Line next() throws IOException {
    String line = reader.readLine();
    number++;
    while (line != null && line.isBlank()) {
      line = reader.readLine();
      number++;
    }
    return line == null ? null : record(number, line);
  }

  private Line record(long first, String line) throws IOException {
    StringBuilder record = new StringBuilder(line);
    boolean open = opens(line);
    while (open) {
      String more = reader.readLine();
      number++;
      if (more == null || record.length() > LONGEST_RECORD) {
        throw new IOException("line " + first + ": a quote is opened and never closed");
      }
      record.append('\n').append(more);
      open = !opens(more);
    }
    return new Line(first, split(record.toString()));
  }

  /// Whether a line leaves open or closes what is in quotes: it has an odd number of them.
  private static boolean opens(String line) {
    return line.chars().filter(c -> c == '"').count() % 2 != 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /// One record, its fields to be asked for by column.
  public final class Line {
    private final long number;
    private final List<String> fields;

    private Line(long number, List<String> fields) {
      this.number = number;
      this.fields = fields;
    }

    /// The first of its lines, counted from 1, the heading included.
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
