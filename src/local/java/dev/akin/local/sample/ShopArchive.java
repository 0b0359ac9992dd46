package dev.akin.local.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The compact form of a shop: two gzipped texts with tabs between the fields.
///
/// | file | a line is | fields |
/// |---|---|---|
/// | items | an article | code, title, tags separated by commas, price, first day, last day |
/// | invoices | an invoice | number, customer, time, then `code:quantity` or `code:quantity:price` |
///
/// The price of a sold piece is left out where it is that of the catalogue.
final class ShopArchive {
  private ShopArchive() {}

  static Shop read(InputStream items, InputStream invoices) throws IOException {
    List<ShopItem> catalogue = lines(items).stream().map(ShopArchive::item).toList();
    Map<String, Double> prices =
        catalogue.stream().collect(Collectors.toMap(ShopItem::code, ShopItem::price));
    List<ShopEvent> events = new ArrayList<>();
    for (String line : lines(invoices)) {
      addEvents(line.split("\t"), prices, events);
    }
    return new Shop(catalogue, events);
  }

  static void write(Shop shop, OutputStream items, OutputStream invoices) throws IOException {
    Map<String, ShopItem> catalogue =
        shop.items().stream().collect(Collectors.toMap(ShopItem::code, Function.identity()));
    Map<String, StringBuilder> lines = new LinkedHashMap<>();
    for (ShopEvent event : shop.events()) {
      ShopItem item = catalogue.get(event.code());
      lines
          .computeIfAbsent(event.invoice(), _ -> heading(event))
          .append('\t')
          .append(event.code())
          .append(':')
          .append(event.quantity())
          .append(item != null && item.price() == event.price() ? "" : ":" + event.price());
    }
    writeLines(items, shop.items().stream().map(ShopArchive::line).toList());
    writeLines(invoices, lines.values().stream().map(StringBuilder::toString).toList());
  }

  private static String line(ShopItem item) {
    return String.join(
        "\t",
        item.code(),
        item.title(),
        String.join(",", item.tags()),
        Double.toString(item.price()),
        item.firstDay().toString(),
        item.lastDay().toString());
  }

  private static ShopItem item(String line) {
    String[] fields = line.split("\t");
    return new ShopItem(
        fields[0],
        fields[1],
        fields[2].isEmpty() ? List.of() : List.of(fields[2].split(",")),
        Double.parseDouble(fields[3]),
        LocalDate.parse(fields[4]),
        LocalDate.parse(fields[5]));
  }

  private static StringBuilder heading(ShopEvent event) {
    return new StringBuilder(event.invoice())
        .append('\t')
        .append(event.customer())
        .append('\t')
        .append(event.time());
  }

  private static void addEvents(
      String[] fields, Map<String, Double> prices, List<ShopEvent> events) {
    for (int i = 3; i < fields.length; i++) {
      String[] sold = fields[i].split(":");
      double price =
          sold.length > 2 ? Double.parseDouble(sold[2]) : prices.getOrDefault(sold[0], 0.0);
      events.add(
          new ShopEvent(
              fields[0],
              fields[1],
              sold[0],
              LocalDateTime.parse(fields[2]),
              Integer.parseInt(sold[1]),
              price));
    }
  }

  private static List<String> lines(InputStream gzipped) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(gzipped), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static void writeLines(OutputStream out, List<String> lines) throws IOException {
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
