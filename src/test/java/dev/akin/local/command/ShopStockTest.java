package dev.akin.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `up` does about the shop, on a stack that says how it is meant to go.
class ShopStockTest {
  private final FakeStack stack = new FakeStack();
  private final ShopClient client = stack.client();

  @TempDir private Path data;

  ShopStockTest() throws IOException {}

  @AfterEach
  void stop() {
    client.close();
    stack.close();
  }

  @Test
  void anEmptyStackIsFilledAndTrainedOnce() throws Exception {
    ShopRecords records = fill().orElseThrow();
    assertThat(stack.items).hasSameSizeAs(records.items());
    assertThat(stack.events).hasSameSizeAs(records.events());
    assertThat(stack.trainings).isEqualTo(1);

    fill();

    assertThat(stack.trainings).isEqualTo(1);
  }

  @Test
  void aLoadThatWasInterruptedIsCompletedByTheNextStartAndNothingIsThereTwice() throws Exception {
    stack.patience = 2;
    assertThatThrownBy(this::fill).isInstanceOf(CommandFailedException.class);
    assertThat(stack.events).isNotEmpty();
    stack.patience = Integer.MAX_VALUE;

    ShopRecords records = fill().orElseThrow();

    assertThat(stack.events).hasSameSizeAs(records.events());
    assertThat(stack.trainings).isEqualTo(1);
  }

  @Test
  void whatWasTrainedFromHalfAShopIsTrainedAgain() throws Exception {
    stack.patience = 2;
    assertThatThrownBy(this::fill).isInstanceOf(CommandFailedException.class);
    stack.patience = Integer.MAX_VALUE;
    stack.trainings = 1;

    fill();

    assertThat(stack.trainings).isEqualTo(2);
  }

  @Test
  void aLoadGoesOnFromWhereItCame() throws IOException {
    Path csv = data.resolve("all.csv").toAbsolutePath();
    new UnfinishedLoad(data).begin(Optional.of(csv));

    assertThat(new UnfinishedLoad(data).source(null)).contains(csv);
    assertThat(new UnfinishedLoad(null).source(null)).isEmpty();
  }

  @Test
  void loadingOnALaterDayMovesTheShopToWhereItWas() throws Exception {
    ShopRecords first = fill().orElseThrow();
    // As if all of that had been a week ago.
    stack.items.replaceAll((_, item) -> aWeekBefore(item));

    ShopRecords again = ShopStock.read(null, client);

    assertThat(day(first)).isEqualTo(day(again).plusDays(7));
    assertThat(again.items().getFirst()).isEqualTo(stack.items.values().iterator().next());
  }

  @Test
  void anotherShopIsLeftAsItIs() throws Exception {
    stack.items.put("own", ShopClient.JSON.readTree("{\"itemId\":\"own\"}"));

    assertThat(fill()).isEmpty();
    assertThat(stack.events).isEmpty();
    assertThat(stack.trainings).isZero();
  }

  private Optional<ShopRecords> fill() throws IOException, InterruptedException {
    return new ShopStock(client, new UnfinishedLoad(data)).fill(null);
  }

  private static JsonNode aWeekBefore(JsonNode item) {
    var moved = (ObjectNode) item.deepCopy();
    var attributes = (ObjectNode) moved.path("attributes");
    LocalDate sold = LocalDate.parse(attributes.path("lastSoldOn").asText());
    attributes.put("lastSoldOn", sold.minusDays(7).toString());
    LocalDate created = LocalDate.parse(moved.path("createdAt").asText().substring(0, 10));
    return moved.put("createdAt", created.minusDays(7) + "T00:00:00Z");
  }

  private static LocalDate day(ShopRecords records) {
    return LocalDate.parse(records.events().getLast().path("timestamp").asText().substring(0, 10));
  }
}
