package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.port.StorageException;
import dev.akin.shop.Action;
import dev.akin.shop.AttributeValue.Texts;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class CodecsTest {
  private static final int MOST_ROW_BYTES = 400_000;

  private final EventCodec events = new EventCodec(Duration.ofDays(400));

  @Test
  void everyEventComesBackAsItWas() {
    for (int seed = 0; seed < 500; seed++) {
      Event event = new RandomShop(seed).event();
      assertThat(events.decode(events.encode(event))).as("seed %d", seed).isEqualTo(event);
    }
  }

  @Test
  void everyItemComesBackAsItWas() {
    for (int seed = 0; seed < 500; seed++) {
      Item item = new RandomShop(seed).item();
      assertThat(ItemCodec.decode(ItemCodec.encode(item))).as("seed %d", seed).isEqualTo(item);
    }
  }

  @Test
  void everyChangeComesBackAsItWasButForTheDescription() {
    for (int seed = 0; seed < 500; seed++) {
      Item item = new RandomShop(seed).item();
      List<ChangeCodec.Change> changes =
          List.of(
              new ChangeCodec.Stored(item),
              new ChangeCodec.Deleted(item.id()),
              new ChangeCodec.Large(item.id()));
      assertThat(ChangeCodec.decode(ChangeCodec.encode(changes)))
          .as("seed %d", seed)
          .containsExactly(
              new ChangeCodec.Stored(item.withoutDescription()), changes.get(1), changes.get(2));
    }
  }

  @Test
  void changesThatAreNotOursAreRefused() {
    byte[] ours = ChangeCodec.encode(List.of(new ChangeCodec.Deleted(new ItemId("x"))));
    byte[] cut = Arrays.copyOf(ours, ours.length / 2);
    byte[] other = ours.clone();
    other[0]++;
    for (byte[] bytes : List.of(new byte[0], cut, other)) {
      assertThatThrownBy(() -> ChangeCodec.decode(bytes)).isInstanceOf(StorageException.class);
    }
  }

  @Test
  void aManifestComesBackAsItWas() {
    ReleaseManifest manifest =
        new ReleaseManifest(
            new ReleaseId("20261124T031500Z-9f0c11ab"),
            ReleaseManifest.FORMAT,
            Instant.parse("2026-11-24T03:15:00.000000001Z"),
            Long.MIN_VALUE,
            "als",
            new TrainingCounts(Long.MAX_VALUE, 4, 3, 2, 1, Map.of("itemsWithTitle", 3L)),
            List.of(new PartInfo("items", 2, 400_000), new PartInfo("factors", 0, 0)),
            "{\"語\": [" + "0.123, ".repeat(50_000) + "1]}");
    Map<String, AttributeValue> row = ManifestCodec.encode(manifest);
    assertThat(ManifestCodec.decode(row)).isEqualTo(manifest);
    assertThat(size(row)).isLessThan(4_000);
  }

  @Test
  void aManifestThatCountedLessIsStillRead() {
    ReleaseManifest manifest =
        new ReleaseManifest(
            new ReleaseId("20261124T031500Z-9f0c11ab"),
            ReleaseManifest.FORMAT,
            Instant.EPOCH,
            1,
            "als",
            new TrainingCounts(5, 4, 3, 2, 1),
            List.of(),
            "{}");
    Map<String, AttributeValue> row = ManifestCodec.encode(manifest);
    Map<String, AttributeValue> older =
        new HashMap<>(Objects.requireNonNull(row.get("counts")).m());
    assertThat(older.remove("data")).isNotNull();
    row.put("counts", Attributes.of(older));

    assertThat(ManifestCodec.decode(row)).isEqualTo(manifest);
  }

  @Test
  void aDamagedReportIsAFault() {
    Map<String, AttributeValue> row =
        new HashMap<>(
            ManifestCodec.encode(
                new ReleaseManifest(
                    new ReleaseId("20261124T031500Z-9f0c11ab"),
                    1,
                    Instant.EPOCH,
                    1,
                    "als",
                    new TrainingCounts(0, 0, 0, 0, 0),
                    List.of(),
                    "{}")));
    row.put("report", Attributes.of(new byte[] {1, 2, 3}));
    assertThatThrownBy(() -> ManifestCodec.decode(row)).isInstanceOf(StorageException.class);
  }

  @Test
  void anEventExpiresWhenItsRetentionIsOver() {
    Event event = typical(new Action.View());
    Instant expiry = event.time().plus(Duration.ofDays(400));
    assertThat(Attributes.integer(events.encode(event), "ttl")).isEqualTo(expiry.getEpochSecond());
  }

  @Test
  void aTypicalEventIsAsSmallAsItsCodecSays() {
    assertThat(size(events.encode(typical(new Action.View())))).isEqualTo(67);
    Action purchase = new Action.Purchase(2, new Price(19.99, "EUR"));
    assertThat(size(events.encode(typical(purchase)))).isEqualTo(78);
  }

  @Test
  void theLargestItemFitsARow() {
    // Three bytes a character is the most that UTF-8 takes for one of Java's.
    String widest = "\uFFFD";
    Map<String, dev.akin.shop.AttributeValue> attributes = new HashMap<>();
    for (int i = 0; i < 49; i++) {
      String name = widest.repeat(62) + (char) ('A' + i);
      attributes.put(name, new Texts(Collections.nCopies(50, widest.repeat(39))));
    }
    Item largest =
        new Item(
            new ItemId("x".repeat(256)),
            widest.repeat(500),
            widest.repeat(5_000),
            Collections.nCopies(20, widest.repeat(500)),
            Collections.nCopies(50, widest.repeat(100)),
            new Price(1e9, "EUR"),
            false,
            Instant.MAX,
            Instant.MAX,
            attributes);
    assertThat(size(ItemCodec.encode(largest))).isBetween(350_000, MOST_ROW_BYTES);
  }

  @Test
  void aRowThatLacksSomethingOrSaysTheUnknownIsAFault() {
    Map<String, AttributeValue> row = new HashMap<>(events.encode(typical(new Action.View())));
    row.put("a", Attributes.of("?"));
    assertThatThrownBy(() -> events.decode(row)).isInstanceOf(StorageException.class);
    row.put("a", Attributes.of(1));
    assertThatThrownBy(() -> events.decode(row)).isInstanceOf(StorageException.class);
    row.remove("a");
    assertThatThrownBy(() -> events.decode(row))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("attribute a");
  }

  @Test
  void anItemThatSomebodyWroteByHandAndWrongIsAFaultThatNamesIt() {
    Map<String, AttributeValue> wrong =
        Map.of(
            "price", Attributes.of("9.50"),
            "createdAt", Attributes.of("2026-01-02"),
            "title", Attributes.of("t".repeat(501)),
            "tags", AttributeValue.builder().l(Attributes.of(1)).build());
    wrong.forEach((name, value) -> {
      Map<String, AttributeValue> row =
          new HashMap<>(TableLayout.item(new ItemId("mug")).attributes());
      row.put(name, value);
      assertThatThrownBy(() -> ItemCodec.decode(row))
          .as(name)
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("i#mug");
    });
  }

  @Test
  void anEventThatSomebodyWroteByHandAndWrongIsAFaultThatNamesNobody() {
    Map<String, AttributeValue> row = new HashMap<>(events.encode(typical(new Action.View())));
    row.put("i", Attributes.of(" "));
    assertThatThrownBy(() -> events.decode(row))
        .isInstanceOf(StorageException.class)
        .hasMessageNotContaining("12345678");
    row.put("i", Attributes.of("mug"));
    row.put("sk", Attributes.of("yesterday"));
    assertThatThrownBy(() -> events.decode(row))
        .isInstanceOf(StorageException.class)
        .hasMessageNotContaining("yesterday");
  }

  @Test
  void numbersTooSmallForTheStoreAreZero() {
    assertThat(Attributes.of(Double.MIN_VALUE).n()).isEqualTo("0");
    assertThat(Attributes.of(-1e-131).n()).isEqualTo("0");
    assertThat(Attributes.of(-1e-129).n()).isEqualTo("-1.0E-129");
  }

  private static Event typical(Action action) {
    return new Event(
        "e".repeat(22),
        new UserId("12345678"),
        null,
        new ItemId("123456"),
        Instant.parse("2026-11-24T12:00:00Z"),
        action,
        Attribution.NONE);
  }

  /// The bytes that the store counts: names, texts, bytes, one for two digits of a number and one
  /// more, three for a list or map and one for each of its elements.
  private static int size(Map<String, AttributeValue> fields) {
    return fields.entrySet().stream()
        .mapToInt(field -> bytes(field.getKey()) + size(field.getValue()))
        .sum();
  }

  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      case N -> 1 + (value.n().replaceAll("[^0-9]|0+$", "").length() + 1) / 2;
      case B -> value.b().asByteArrayUnsafe().length;
      case BOOL, NUL -> 1;
      case L -> 3 + value.l().stream().mapToInt(element -> 1 + size(element)).sum();
      case M -> 3 + value.m().size() + size(value.m());
      case SS, NS, BS, UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("" + value);
    };
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
