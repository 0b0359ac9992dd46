package dev.akin.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineRetailTest {
  private static final String HEADING =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  private static final String LINES =
      """
      1,85123A,WHITE  HANGING HEART T-LIGHT HOLDER ,6,2010-12-01 08:26:00,2.55,17850.0,UK
      1,85123A,WHITE  HANGING HEART T-LIGHT HOLDER ,4,2010-12-01 08:26:00,2.95,17850.0,UK
      2,22041,"RECORD FRAME 7"" SINGLE SIZE, RED",2,2010-12-02 12:00:00,2.1,13047.0,UK
      C3,85123A,WHITE HANGING HEART,-1,2010-12-03 09:00:00,2.55,17850.0,UK
      4,POST,POSTAGE,1,2010-12-03 09:00:00,18,17850.0,UK
      5,85123A,WHITE HANGING HEART,1,2010-12-03 09:00:00,2.55,,UK
      6,85123A,WHITE HANGING HEART,1,2010-12-03 09:00:00,0,17850.0,UK
      C7,84000,NEVER SOLD,-3,2010-12-04 09:00:00,1.5,17850.0,UK
      8,22041,"RECORD FRAME 7"" SINGLE SIZE, RED",-2,2010-12-04 12:00:00,2.1,13047.0,UK
      """;

  @TempDir private Path folder;

  @Test
  void onlySalesAndReturnsOfKnownCustomersAreKept() throws IOException {
    assertThat(read(LINES).events())
        .containsExactly(
            new ShopEvent("1", "17850", "85123A", at("2010-12-01T08:26"), 10, 2.55),
            new ShopEvent("2", "13047", "22041", at("2010-12-02T12:00"), 2, 2.1),
            new ShopEvent("C3", "17850", "85123A", at("2010-12-03T09:00"), 1, 2.55));
  }

  @Test
  void theCatalogueIsMadeOfTheSales() throws IOException {
    assertThat(read(LINES).items())
        .containsExactly(
            new ShopItem(
                "22041",
                "Record Frame 7\" Single Size Red",
                List.of(),
                2.1,
                LocalDate.parse("2010-12-02"),
                LocalDate.parse("2010-12-02")),
            new ShopItem(
                "85123A",
                "White Hanging Heart T-Light Holder",
                List.of(),
                2.95,
                LocalDate.parse("2010-12-01"),
                LocalDate.parse("2010-12-01")));
  }

  @Test
  void theArchiveKeepsEverything() throws IOException {
    Shop shop = read(LINES);
    ByteArrayOutputStream items = new ByteArrayOutputStream();
    ByteArrayOutputStream invoices = new ByteArrayOutputStream();

    ShopArchive.write(shop, items, invoices);

    assertThat(
            ShopArchive.read(
                new ByteArrayInputStream(items.toByteArray()),
                new ByteArrayInputStream(invoices.toByteArray())))
        .isEqualTo(shop);
  }

  @Test
  void aFileThatIsAnotherOneIsRefusedByNamingWhatIsMissing() {
    assertThatIOException().isThrownBy(() -> read("", "a,b\n")).withMessageContaining("InvoiceNo");
    assertThatIOException()
        .isThrownBy(() -> read("1,85123A,X,many,2010-12-01 08:26:00,2.55,17850.0,UK\n"))
        .withMessageContaining("line 2");
  }

  private Shop read(String lines) throws IOException {
    return read(lines, HEADING);
  }

  private Shop read(String lines, String heading) throws IOException {
    return OnlineRetail.read(Files.writeString(folder.resolve("retail.csv"), heading + lines));
  }

  private static LocalDateTime at(String time) {
    return LocalDateTime.parse(time);
  }
}
