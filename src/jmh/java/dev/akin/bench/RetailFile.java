package dev.akin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// The purchases of Online Retail (UCI, doi 10.24432/C5BW33, CC BY 4.0), gzipped as it comes: lines
/// of identified customers with quantity and price above zero, of no cancelled invoice, of an
/// article (its code starts with five digits).
final class RetailFile {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private RetailFile() {}

  /// One item in one order.
  record Purchase(String item, long time) {}

  /// The purchases of every customer, oldest first.
  static Map<String, List<Purchase>> read(Path file) throws IOException {
    Map<String, List<Purchase>> customers = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(fields(line), customers);
      }
    }
    customers
        .values()
        .forEach(one ->
            one.sort(Comparator.comparingLong(Purchase::time).thenComparing(Purchase::item)));
    return customers;
  }

  private static void add(List<String> fields, Map<String, List<Purchase>> customers) {
    boolean bought =
        !fields.get(6).isEmpty()
            && !fields.get(0).startsWith("C")
            && fields.get(1).matches("[0-9]{5}.*")
            && Double.parseDouble(fields.get(3)) > 0
            && Double.parseDouble(fields.get(5)) > 0;
    if (bought) {
      long time = LocalDateTime.parse(fields.get(4), TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
      Purchase purchase = new Purchase(fields.get(1), time);
      List<Purchase> all = customers.computeIfAbsent(fields.get(6), _ -> new ArrayList<>());
      if (all.isEmpty() || !all.getLast().equals(purchase)) {
        all.add(purchase);
      }
    }
  }

  /// The fields of a line, which may stand in quotes.
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char sign = line.charAt(at);
      if (sign == '"') {
        quoted = !quoted;
      } else if (sign == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(sign);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
