package dev.akin.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopFilesTest {
  @TempDir private Path folder;

  @Test
  void itemsTakeTheirColumns() throws IOException {
    Path file =
        file("itemId,title,price,tags,categories\nm1,\"Mug, white\",3.5,mug| white ,Home > Mugs\n");

    assertThat(ShopFiles.items(file))
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

    assertThat(ShopFiles.events(file).toString())
        .isEqualTo(
            "[{\"type\":\"purchase\",\"userId\":\"u1\",\"itemId\":\"m1\","
                + "\"timestamp\":\"2026-01-01T00:00:00Z\",\"quantity\":2},"
                + " {\"type\":\"view\",\"userId\":\"u2\",\"itemId\":\"m1\"}]");
  }

  @Test
  void timesMayBeNumbersAsTheFieldsDataSetsHaveThem() throws IOException {
    Path file = file("userId,itemId,timestamp\nu1,m1,978300760\n");

    assertThat(ShopFiles.events(file).toString()).contains("\"timestamp\":978300760");
  }

  @Test
  void aWrongNumberIsNamedWithItsLine() throws IOException {
    Path file = file("itemId,userId,quantity\nm1,u1,1\nm1,u1,some\n");

    assertThatIOException()
        .isThrownBy(() -> ShopFiles.events(file))
        .withMessageContaining("line 3")
        .withMessageContaining("quantity");
  }

  @Test
  void everyFieldOfAnItemHasAColumn() throws IOException {
    Path file =
        file(
            "itemId,price,currency,available,expiresAt,attributes.brand,attributes.size,"
                + "attributes.colours,attributes.bio,attributes.code\n"
                + "m1,3.5,EUR,false,2027-01-01,Acme,9.5,red|blue,true,007\n"
                + "m2,,,,,,,,,\n");

    assertThat(ShopFiles.items(file))
        .containsExactly(
            (ObjectNode)
                ShopClient.JSON.readTree(
                    """
                    {"itemId":"m1","currency":"EUR","expiresAt":"2027-01-01","price":3.5,
                     "available":false,"attributes":{"brand":"Acme","size":9.5,
                     "colours":["red","blue"],"bio":true,"code":"007"}}
                    """),
            (ObjectNode) ShopClient.JSON.readTree("{\"itemId\":\"m2\"}"));
  }

  @Test
  void wordsOfTheContextHaveColumns() throws IOException {
    Path file = file("itemId,userId,context.device,context.page\nm1,u1,mobile,\n");

    assertThat(ShopFiles.events(file).toString()).contains("\"context\":{\"device\":\"mobile\"}");
  }

  @Test
  void aFieldInQuotesMayHaveLines() throws IOException {
    Path file =
        file(
            "itemId,description,title\r\nm1,\"One,\r\n\r\n\"\"two\"\"\",Mug\r\n"
                + "m2,plain,Cup\r\nm3,x,\"y\"\r\n");

    assertThat(ShopFiles.items(file))
        .extracting(item -> item.path("itemId").asText() + " " + item.path("description").asText())
        .containsExactly("m1 One,\n\n\"two\"", "m2 plain", "m3 x");
  }

  @Test
  void aQuoteThatIsNeverClosedIsNamedWithItsLine() throws IOException {
    Path file = file("itemId,title\nm1,Mug\n\"m2,Cup\nm3,Pot\n");

    assertThatIOException()
        .isThrownBy(() -> ShopFiles.items(file))
        .withMessage("line 3: a quote is opened and never closed");
  }

  @Test
  void aColumnThatNobodyKnowsIsRefused() throws IOException {
    Path items = file("itemId,category\nm1,Mugs\n");
    assertThatIOException()
        .isThrownBy(() -> ShopFiles.items(items))
        .withMessageContaining("the column category; rename it")
        .withMessageContaining("categories, tags")
        .withMessageEndingWith("attributes.<name>");

    Path events = file("itemId,userId,date\nm1,u1,2026-01-01\n");
    assertThatIOException()
        .isThrownBy(() -> ShopFiles.events(events))
        .withMessageContaining("the column date");
  }

  @Test
  void whatIsNeitherTrueNorFalseIsNamedWithItsLine() throws IOException {
    Path file = file("itemId,available\nm1,true\nm2,yes\n");

    assertThatIOException()
        .isThrownBy(() -> ShopFiles.items(file))
        .withMessage("line 3: available must be true or false: yes");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.csv"), text);
  }
}
