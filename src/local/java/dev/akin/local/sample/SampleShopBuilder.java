package dev.akin.local.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/// Makes the sample shop of the whole data set:
///
/// ```
/// java -cp 'target/local/akin.jar:target/local/lib/*' \
///   dev.akin.local.sample.SampleShopBuilder online_retail.csv.gz src/local/resources/shop
/// ```
///
/// Chosen are customers who bought enough to be understood and not so much that they are resellers,
/// in the order of a checksum of their number, which is as good as chance and the same every time.
/// Articles that hardly any of them bought are left out.
public final class SampleShopBuilder {
  private static final int CUSTOMERS = 500;
  private static final int FEWEST_LINES = 15;
  private static final int MOST_LINES = 200;
  private static final int FEWEST_SALES = 5;

  private SampleShopBuilder() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("arguments: <online_retail.csv[.gz]> <folder to write to>");
      System.exit(2);
    }
    Shop sample = sample(OnlineRetail.read(Path.of(arguments[0])));
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    try (OutputStream items = Files.newOutputStream(folder.resolve(SampleShop.ITEMS));
        OutputStream invoices = Files.newOutputStream(folder.resolve(SampleShop.INVOICES))) {
      ShopArchive.write(sample, items, invoices);
    }
    System.out.printf("%,d items, %,d events%n", sample.items().size(), sample.events().size());
  }

  static Shop sample(Shop whole) {
    Set<String> customers = customers(whole);
    List<ShopEvent> theirs =
        whole.events().stream().filter(event -> customers.contains(event.customer())).toList();
    Map<String, Long> sales = count(theirs, ShopEvent::code);
    return new Shop(
        whole.items().stream().filter(item -> often(sales, item.code())).toList(),
        theirs.stream().filter(event -> often(sales, event.code())).toList());
  }

  private static Set<String> customers(Shop whole) {
    return count(whole.events(), ShopEvent::customer).entrySet().stream()
        .filter(lines -> lines.getValue() >= FEWEST_LINES && lines.getValue() <= MOST_LINES)
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(SampleShopBuilder::checksum).thenComparing(c -> c))
        .limit(CUSTOMERS)
        .collect(Collectors.toSet());
  }

  private static boolean often(Map<String, Long> sales, String code) {
    return sales.getOrDefault(code, 0L) >= FEWEST_SALES;
  }

  private static Map<String, Long> count(List<ShopEvent> events, Function<ShopEvent, String> key) {
    return events.stream()
        .filter(event -> !event.isReturn())
        .collect(Collectors.groupingBy(key, Collectors.counting()));
  }

  private static long checksum(String customer) {
    CRC32 checksum = new CRC32();
    checksum.update(customer.getBytes(StandardCharsets.UTF_8));
    return checksum.getValue();
  }
}
