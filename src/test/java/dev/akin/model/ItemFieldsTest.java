package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.math.SeededRandom;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ItemFieldsTest {
  @Test
  void everyValueComesBackFromItsColumn() {
    CatalogueSnapshot catalogue = catalogue(300);

    CatalogueSnapshot read =
        CatalogueSnapshotCodec.decode(CatalogueSnapshotCodec.encode(catalogue));

    assertThat(read.fields().columns().keySet())
        .containsExactly(
            "attributes.colour", "attributes.mixed", "currency", "price", "tags", "title");
    for (int i = 0; i < 300; i++) {
      int item = read.find("i" + i);
      assertThat(values(read, "price", item)).containsExactly((double) (i % 997));
      assertThat(values(read, "currency", item)).isEqualTo(i % 2 == 0 ? List.of("EUR") : List.of());
      assertThat(values(read, "title", item)).containsExactly("Title ☂ " + i);
      assertThat(values(read, "tags", item)).isEqualTo(tags(i));
      assertThat(values(read, "attributes.colour", item)).containsExactly("c" + i % 7);
      assertThat(values(read, "attributes.mixed", item)).containsExactly(mixed(i));
    }
  }

  @Test
  void codesAreAsNarrowAsTheValuesAllow() {
    ItemFields fields = catalogue(300).fields();

    assertThat(
            Objects.requireNonNull(fields.columns().get("attributes.colour")).codes().bytesEach())
        .isEqualTo(1);
    assertThat(Objects.requireNonNull(fields.columns().get("title")).codes().bytesEach())
        .isEqualTo(2);
    assertThat(PackedInts.bytesFor(256)).isEqualTo(1);
    assertThat(PackedInts.bytesFor(257)).isEqualTo(2);
    assertThat(PackedInts.bytesFor(65_537)).isEqualTo(4);
    assertThat(PackedInts.of(new int[] {70_000}, 70_001).get(0)).isEqualTo(70_000);
    assertThat(PackedInts.of(new int[] {200}, 201).get(0)).isEqualTo(200);
    assertThat(PackedInts.of(new int[] {60_000}, 60_001).get(0)).isEqualTo(60_000);
  }

  @Test
  void theOrderOfTheCatalogueChangesNoByte() {
    SortedMap<String, Item> items = items(50);
    String[] ids = items.keySet().toArray(String[]::new);
    Map<String, Item> shuffled = new LinkedHashMap<>();
    items.reversed().forEach(shuffled::put);

    assertThat(CatalogueSnapshotCodec.encode(CatalogueSnapshot.of(ids, shuffled)))
        .isEqualTo(CatalogueSnapshotCodec.encode(CatalogueSnapshot.of(ids, items)));
  }

  @Test
  void theLargestColumnsAreLeftOutByName() {
    SortedMap<String, Item> items = new TreeMap<>();
    for (int i = 0; i < 1_500; i++) {
      items.put(
          "i" + i,
          item(
              "i" + i,
              "t",
              Map.of(
                  "manual", new AttributeValue.Text(i + "x".repeat(900)),
                  "small", new AttributeValue.Number(i))));
    }
    String[] ids = items.keySet().toArray(String[]::new);

    CatalogueSnapshot limited = CatalogueSnapshot.of(ids, items);
    CatalogueSnapshot live = CatalogueSnapshot.ofLive(items);

    assertThat(limited.fields().leftOut()).containsExactly("attributes.manual");
    assertThat(limited.fields().columns()).containsKey("attributes.small");
    assertThat(live.fields().leftOut()).isEmpty();
    CatalogueSnapshot read = CatalogueSnapshotCodec.decode(CatalogueSnapshotCodec.encode(limited));
    assertThat(read.fields().leftOut()).containsExactly("attributes.manual");
  }

  @Test
  void damagedBytesAreRefusedOrReadAsAValidCatalogue() {
    byte[] whole = CatalogueSnapshotCodec.encode(catalogue(20));
    for (int seed = 0; seed < 5_000; seed++) {
      SeededRandom random = new SeededRandom(seed);
      byte[] damaged = whole.clone();
      // The columns are the last block; the arrays before it have tests of their own.
      int at = damaged.length - 1 - random.nextInt(damaged.length / 2);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      try {
        CatalogueSnapshot read = CatalogueSnapshotCodec.decode(damaged);
        read.fields().columns().values().forEach(ItemFieldsTest::readAll);
      } catch (UnreadableModelException refused) {
        assertThat(refused).hasMessageMatching("(CATA|FIEL|expected).*");
      }
    }
  }

  @Test
  void aColumnThatDoesNotFitItselfIsRefused() {
    PackedTexts none = PackedTexts.of(List.of());
    PackedInts codes = PackedInts.of(new int[] {0, 3}, 4);
    refused("code 3 of 3", null, codes, new double[0], none);
    refused("ascending", null, codes, new double[] {2, 1}, none);
    refused("ascending", null, codes, new double[] {Double.NaN}, none);
    refused("starts", new int[] {0, 3}, codes, new double[] {1}, none);
    refused("starts", new int[] {0, 2, 1, 2}, codes, new double[] {1}, none);
    refused("starts", new int[0], codes, new double[] {1}, none);
    assertThatThrownBy(() -> new PackedTexts(new int[] {2, 1}, new byte[2]))
        .hasMessageContaining("overlap");
    assertThatThrownBy(() -> new PackedTexts(new int[] {1}, new byte[2]))
        .hasMessageContaining("no text");
  }

  @Test
  void columnsOfAnotherNumberOfItemsAreRefused() {
    CatalogueSnapshot three = catalogue(3);
    CatalogueSnapshot wrong =
        new CatalogueSnapshot(
            three.ids(),
            three.listed(),
            three.available(),
            three.expiresAt(),
            three.createdAt(),
            three.categoryStarts(),
            three.categories(),
            three.categoryNames(),
            catalogue(4).fields());

    assertThatThrownBy(() -> CatalogueSnapshotCodec.decode(CatalogueSnapshotCodec.encode(wrong)))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("differ in number");
  }

  @Test
  void aHundredThousandItemsTakeFewMegabytes() {
    ItemFields fields = catalogue(100_000).fields();

    int bytes = ItemFieldsCodec.encode(fields).length;

    assertThat(fields.leftOut()).isEmpty();
    assertThat(bytes).isLessThan(8 << 20);
  }

  /// The checker forgets in class files that an array may be null.
  @SuppressWarnings("NullAway")
  private static void refused(
      String message,
      int @Nullable [] starts,
      PackedInts codes,
      double[] numbers,
      PackedTexts texts) {
    assertThatThrownBy(() -> new ItemColumn(starts, codes, numbers, texts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static void readAll(ItemColumn column) {
    for (int i = 0; i < column.size(); i++) {
      for (int p = column.begin(i); p < column.begin(i + 1); p++) {
        assertThat(column.codes().get(p)).isBetween(0, column.values() - 1);
      }
    }
  }

  private static List<Object> values(CatalogueSnapshot catalogue, String name, int item) {
    ItemColumn column = Objects.requireNonNull(catalogue.fields().columns().get(name));
    return IntStream.range(column.begin(item), column.begin(item + 1))
        .map(column.codes()::get)
        .filter(code -> code != ItemColumn.NONE)
        .mapToObj(code -> value(column, code))
        .toList();
  }

  private static Object value(ItemColumn column, int code) {
    if (code < ItemColumn.FIRST_NUMBER) {
      return code == ItemColumn.TRUE;
    }
    return code < column.firstText()
        ? (Object) column.numbers()[code - ItemColumn.FIRST_NUMBER]
        : column.texts().get(code - column.firstText());
  }

  private static CatalogueSnapshot catalogue(int size) {
    SortedMap<String, Item> items = items(size);
    return CatalogueSnapshot.of(new TreeSet<>(items.keySet()).toArray(String[]::new), items);
  }

  private static SortedMap<String, Item> items(int size) {
    SortedMap<String, Item> items = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      AttributeValue mixed =
          switch (mixed(i)) {
            case Boolean flag -> new AttributeValue.Flag(flag);
            case Double number -> new AttributeValue.Number(number);
            case Object text -> new AttributeValue.Text((String) text);
          };
      Map<String, AttributeValue> attributes =
          Map.of("colour", new AttributeValue.Text("c" + i % 7), "mixed", mixed);
      Price price = new Price(i % 997, i % 2 == 0 ? "EUR" : null);
      items.put(
          "i" + i,
          new Item(
              new ItemId("i" + i),
              "Title ☂ " + i,
              null,
              List.of(),
              tags(i),
              price,
              true,
              null,
              null,
              attributes));
    }
    return items;
  }

  private static Item item(String id, String title, Map<String, AttributeValue> attributes) {
    return new Item(
        new ItemId(id), title, null, List.of(), List.of(), null, true, null, null, attributes);
  }

  private static List<String> tags(int i) {
    return IntStream.range(0, i % 4).mapToObj(t -> "tag" + (i + t) % 11).toList();
  }

  private static Object mixed(int i) {
    return switch (i % 3) {
      case 0 -> i % 2 == 0;
      case 1 -> (double) i;
      default -> "m" + i;
    };
  }
}
