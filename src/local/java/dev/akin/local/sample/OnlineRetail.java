package dev.akin.local.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the data set Online Retail (Daqing Chen, UCI Machine Learning Repository, 2015,
/// doi:10.24432/C5BW33, CC BY 4.0): the invoices of a British gift shop, 2010-12-01 to 2011-12-09.
///
/// Kept are the lines of identified customers about articles (codes that start with five digits;
/// postage, fees and samples have others): purchases with a positive quantity and price, and
/// returns, which are the negative lines of cancelled invoices. Several lines of one invoice about
/// one article become one.
public final class OnlineRetail {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Pattern ARTICLE = Pattern.compile("[0-9]{5}.*");

  /// A word must be in so many titles to become a tag.
  private static final int FEWEST_FOR_TAG = 20;

  private final Map<String, ShopEvent> events = new LinkedHashMap<>();
  private final Map<String, Article> articles = new TreeMap<>();

  private OnlineRetail() {}

  /// All of it.
  ///
  /// @param file the CSV with its heading, gzipped if its name ends with `.gz`
  public static Shop read(Path file) throws IOException {
    OnlineRetail retail = new OnlineRetail();
    try (CsvLines lines = CsvLines.open(file)) {
      lines.require(
          "InvoiceNo",
          "StockCode",
          "Description",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID");
      for (CsvLines.Line line = lines.next(); line != null; line = lines.next()) {
        retail.add(line);
      }
    }
    return retail.shop();
  }

  private void add(CsvLines.Line line) throws IOException {
    ShopEvent event = event(line);
    if (event == null) {
      return;
    }
    events.merge(event.id(), event, OnlineRetail::together);
    if (!event.isReturn()) {
      articles.computeIfAbsent(event.code(), _ -> new Article()).add(event, line);
    }
  }

  /// What the line says, or null if it is of no use.
  private static @Nullable ShopEvent event(CsvLines.Line line) throws IOException {
    String customer = line.get("CustomerID").replaceFirst("\\.0$", "");
    String code = line.get("StockCode");
    if (customer.isEmpty() || !ARTICLE.matcher(code).matches()) {
      return null;
    }
    try {
      int quantity = Integer.parseInt(line.get("Quantity"));
      double price = Double.parseDouble(line.get("UnitPrice"));
      String invoice = line.get("InvoiceNo");
      if (quantity == 0 || price <= 0 || quantity < 0 != invoice.startsWith("C")) {
        return null;
      }
      LocalDateTime time = LocalDateTime.parse(line.get("InvoiceDate"), TIME);
      return new ShopEvent(invoice, customer, code, time, Math.abs(quantity), price);
    } catch (NumberFormatException | java.time.DateTimeException e) {
      throw new IOException("line " + line.number() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static ShopEvent together(ShopEvent first, ShopEvent second) {
    return new ShopEvent(
        first.invoice(),
        first.customer(),
        first.code(),
        first.time(),
        first.quantity() + second.quantity(),
        first.price());
  }

  private Shop shop() {
    Map<String, String> titles = new TreeMap<>();
    articles.forEach((code, article) -> titles.put(code, article.title()));
    Map<String, List<String>> tags = Titles.tags(titles.values(), FEWEST_FOR_TAG);
    List<ShopItem> items = new ArrayList<>();
    articles.forEach((code, article) -> {
      String title = titles.getOrDefault(code, code);
      items.add(article.item(code, title, tags.getOrDefault(title, List.of())));
    });
    // What was never sold within the data, only returned, is not in the catalogue.
    return new Shop(
        items,
        events.values().stream().filter(event -> articles.containsKey(event.code())).toList());
  }

  /// What the purchases tell about one article.
  private static final class Article {
    private final Map<String, Integer> descriptions = new HashMap<>();
    private final List<Double> prices = new ArrayList<>();
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;

    void add(ShopEvent event, CsvLines.Line line) {
      LocalDate day = event.time().toLocalDate();
      first = day.isBefore(first) ? day : first;
      last = day.isAfter(last) ? day : last;
      prices.add(event.price());
      descriptions.merge(line.get("Description"), 1, Integer::sum);
    }

    /// Of the most frequent description; of several the first in order.
    String title() {
      return descriptions.entrySet().stream()
          .min(
              Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .map(entry -> Titles.of(entry.getKey()))
          .orElse("");
    }

    ShopItem item(String code, String title, List<String> tags) {
      prices.sort(Comparator.naturalOrder());
      return new ShopItem(code, title, tags, prices.get(prices.size() / 2), first, last);
    }
  }
}
