package dev.akin.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopRecordsTest {
  @TempDir private Path folder;

  @Test
  void itemsTakeTheirColumns() throws IOException {
    Path file =
        file("itemId,title,price,tags,categories\nm1,\"Mug, white\",3.5,mug| white ,Home > Mugs\n");

    assertThat(ShopRecords.items(file))
        .singleElement()
        .isEqualTo(
            ShopClient.JSON.readTree(
                """
                {"itemId":"m1","title":"Mug, white","price":3.5,"categories":["Home > Mugs"],
                 "tags":["mug","white"]}
                """));
  }

  @Test
  void eventsArePurchasesUnlessTheySayOtherwise() throws IOException {
    Path file =
        file(
            "type,userId,itemId,timestamp,quantity\n,u1,m1,2026-01-01T00:00:00Z,2\nview,u2,m1,,\n");

    assertThat(ShopRecords.events(file).toString())
        .isEqualTo(
            "[{\"type\":\"purchase\",\"userId\":\"u1\",\"itemId\":\"m1\","
                + "\"timestamp\":\"2026-01-01T00:00:00Z\",\"quantity\":2},"
                + " {\"type\":\"view\",\"userId\":\"u2\",\"itemId\":\"m1\"}]");
  }

  @Test
  void timesMayBeNumbersAsTheFieldsDataSetsHaveThem() throws IOException {
    Path file = file("userId,itemId,timestamp\nu1,m1,978300760\n");

    assertThat(ShopRecords.events(file).toString()).contains("\"timestamp\":978300760");
  }

  @Test
  void aWrongNumberIsNamedWithItsLine() throws IOException {
    Path file = file("itemId,userId,quantity\nm1,u1,1\nm1,u1,some\n");

    assertThatIOException()
        .isThrownBy(() -> ShopRecords.events(file))
        .withMessageContaining("line 3")
        .withMessageContaining("quantity");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.csv"), text);
  }
}
