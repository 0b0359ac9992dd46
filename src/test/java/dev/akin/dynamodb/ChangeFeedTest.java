package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.dynamodb.TableLayout.ItemRow;
import dev.akin.port.Catalog.Changes;
import dev.akin.shop.Item;
import dev.akin.shop.ItemChange;
import dev.akin.shop.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What keeps the feed whole when writers overtake each other, die or lose their table.
@ExtendWith(FreshTables.Extension.class)
final class ChangeFeedTest {
  private static final ItemId MUG = new ItemId("mug");

  private final FreshTables tables;
  private final DynamoCatalog catalog;
  private final FeedNumbers numbers;
  private Instant now = Instant.parse("2100-06-01T12:00:00Z");

  ChangeFeedTest(FreshTables tables) {
    this.tables = tables;
    InstantSource clock = () -> now;
    this.catalog = tables.catalog(clock);
    this.numbers = new FeedNumbers(table(tables.names().models()), clock);
  }

  @Test
  void aRowThatAppearsBelowOthersIsNotMissed() {
    long slow = numbers.next();
    catalog.put(List.of(named("cup")));
    Changes before = catalog.changesAfter(0, 10);
    assertThat(before.changes()).hasSize(1);

    write(slow, named("mug"));

    assertThat(catalog.changesAfter(before.position(), 10).changes())
        .extracting(ItemChange::id)
        .containsExactlyInAnyOrder(MUG, new ItemId("cup"));
  }

  @Test
  void aNumberWhoseWriterDiedHoldsNobodyUpForLongerThanAMinute() {
    numbers.next();
    catalog.put(List.of(named("mug")));
    assertThat(catalog.changesAfter(0, 10).position()).isEqualTo(0);

    now = now.plus(FeedReader.SETTLED);

    assertThat(catalog.changesAfter(0, 10).position()).isEqualTo(2);
    assertThat(catalog.changesSince(now.minusSeconds(120), 10).position()).isEqualTo(2);
  }

  @Test
  void aNumberThatIsGivenBackLeavesNoGap() {
    numbers.giveBack(numbers.next());
    catalog.put(List.of(named("mug")));
    assertThat(catalog.changesAfter(0, 10).position()).isEqualTo(2);
  }

  @Test
  void itemsThatAreAheadOfTheFeedRaiseItsNumbers() {
    Map<String, AttributeValue> row = new HashMap<>(ItemCodec.encode(named("mug")));
    row.put(ItemRow.CHANGE, Attributes.of(5_000));
    table(tables.names().items()).put(row);

    assertThat(catalog.put(List.of(Item.bare(MUG), named("cup")))).isEmpty();

    assertThat(catalog.find(MUG)).contains(Item.bare(MUG));
    assertThat(catalog.changesSince(now.minusSeconds(120), 10).changes())
        .extracting(ItemChange::number)
        .containsExactly(5_001L, 5_001L);
  }

  @Test
  void aDeletedItemKeepsTheNumberThatRefusesOvertakenWriters() {
    catalog.put(List.of(named("mug")));
    long overtaken = numbers.next();
    catalog.delete(MUG);

    Map<String, AttributeValue> row = table(tables.names().items()).get(key(), true).orElseThrow();

    assertThat(Attributes.integer(row, ItemRow.CHANGE)).isGreaterThan(overtaken);
    assertThat(ItemCodec.present(row)).isFalse();
  }

  @Test
  void aReaderOfAnOldReleaseIsToldThatTheFeedDoesNotGoBackSoFar() {
    catalog.put(List.of(named("mug")));
    assertThat(catalog.changesSince(now.minus(FeedReader.HORIZON), 10).complete()).isTrue();
    assertThat(catalog.changesSince(now.minus(FeedReader.HORIZON).minusMillis(1), 10))
        .isEqualTo(new Changes(List.of(), 0, false));
  }

  @Test
  void aReaderOfAnOldReleaseIsToldIfNothingHasChangedSinceIt() {
    catalog.put(List.of(named("mug")));
    Instant release = now.plus(Duration.ofMinutes(1));
    now = now.plus(Duration.ofDays(100));
    tables.meter().reset();
    assertThat(catalog.changesSince(release, 10)).isEqualTo(new Changes(List.of(), 1, true));
    assertThat(tables.meter().reads()).isEqualTo(1);
    assertThat(catalog.changesSince(release.minusMillis(1), 10).complete()).isFalse();

    catalog.put(List.of(named("cup")));

    assertThat(catalog.changesSince(release, 10).complete()).isFalse();
    assertThat(catalog.changesAfter(1, 10).changes())
        .extracting(ItemChange::id)
        .containsExactly(new ItemId("cup"));
  }

  @Test
  void theCatalogueIsQuietSomeMinutesAfterItsLastChangeHoweverLongAgoThatWas() {
    Instant begun = now;
    assertThat(catalog.quietSince()).as("watched from now on").isEqualTo(quiet(begun));
    now = now.plus(Duration.ofDays(1));
    assertThat(catalog.quietSince()).isEqualTo(quiet(begun));
    for (Runnable change :
        List.<Runnable>of(
            () -> catalog.put(List.of(named("mug"))),
            () -> catalog.change(MUG, item -> item),
            () -> catalog.delete(MUG))) {
      Instant changed = now.plus(Duration.ofDays(30));
      now = changed;
      change.run();
      now = now.plus(Duration.ofDays(30));
      assertThat(catalog.quietSince()).isEqualTo(quiet(changed));
    }
    catalog.delete(MUG);
    catalog.put(List.of());
    assertThat(catalog.quietSince()).as("nothing was changed").isBefore(now);
  }

  private static Instant quiet(Instant last) {
    return last.plus(FeedNumbers.LATENESS);
  }

  @Test
  void readingFromAMomentOnReadsLittleOfWhatCameBefore() {
    for (int old = 0; old < 60; old++) {
      catalog.put(List.of(named("old-" + old)));
    }
    now = now.plus(Duration.ofHours(1));
    catalog.put(List.of(named("mug")));
    tables.meter().reset();

    Changes found = catalog.changesSince(now.minusSeconds(120), 1_000);

    assertThat(found.changes()).extracting(ItemChange::id).contains(MUG).hasSizeLessThan(20);
    assertThat(tables.meter().calls()).isEqualTo(1);
    assertThat(catalog.changesAfter(found.position(), 10).changes()).isEmpty();
  }

  @Test
  void aWriterThatIsOvertakenBetweenItsNumberAndItsWriteTakesANewNumber() {
    catalog.put(List.of(named("mug")));
    for (Runnable overtaking :
        List.<Runnable>of(
            () -> catalog.put(List.of(titled("mug", "in between"))), () -> catalog.delete(MUG))) {
      // The clock is asked for a number, and again when a writer has it and is about to write.
      AtomicInteger asked = new AtomicInteger();
      DynamoCatalog slow =
          tables.catalog(() -> {
            if (asked.incrementAndGet() == 2) {
              overtaking.run();
            }
            return now;
          });

      assertThat(slow.put(List.of(titled("mug", "in the end"), named("cup")))).isEmpty();

      assertThat(catalog.find(MUG)).contains(titled("mug", "in the end"));
      assertThat(told().get(MUG)).isEqualTo(catalog.find(MUG));
    }
  }

  @Test
  void aRowWithoutANumberLosesNoChangeThatIsWrittenMeanwhile() {
    for (Runnable meanwhile :
        List.<Runnable>of(
            () -> catalog.put(List.of(titled("mug", "two"))),
            () -> catalog.change(MUG, _ -> titled("mug", "two")))) {
      putWithoutNumber(titled("mug", "one"));

      assertThat(appendTo(MUG, meanwhile)).contains(titled("mug", "two, changed"));

      assertThat(catalog.find(MUG)).contains(titled("mug", "two, changed"));
      assertThat(told().get(MUG)).isEqualTo(catalog.find(MUG));
    }
  }

  @Test
  void aRowWithoutANumberIsChangedAndStaysDeletedIfItIsDeletedMeanwhile() {
    putWithoutNumber(titled("mug", "one"));
    assertThat(appendTo(MUG, () -> {})).contains(titled("mug", "one, changed"));
    assertThat(told().get(MUG)).contains(titled("mug", "one, changed"));

    RowKey row = key();
    for (Runnable meanwhile :
        List.<Runnable>of(
            () -> catalog.delete(MUG),
            () ->
                tables
                    .client()
                    .deleteItem(delete ->
                        delete.tableName(tables.names().items()).key(row.attributes())))) {
      putWithoutNumber(titled("mug", "one"));
      assertThat(appendTo(MUG, meanwhile)).isEmpty();
      assertThat(catalog.find(MUG)).isEmpty();
    }
  }

  @Test
  void concurrentWritersOfTheSameItemsLeaveTableAndFeedInAgreement() {
    List<String> ids = List.of("mug", "cup", "pot");
    try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
      for (int writer = 0; writer < 4; writer++) {
        int offset = writer;
        writers.submit(() ->
            IntStream.range(0, 12)
                .forEach(round -> {
                  String id = ids.get((round + offset) % 3);
                  if ((round + offset) % 5 == 0) {
                    catalog.delete(new ItemId(id));
                  } else {
                    catalog.put(List.of(titled(id, offset + " in round " + round)));
                  }
                }));
      }
    }

    Map<ItemId, Optional<Item>> told = told();
    for (String id : ids) {
      assertThat(told.get(new ItemId(id))).as(id).isEqualTo(catalog.find(new ItemId(id)));
    }
  }

  /// A row as another program writes it that fills the table.
  private void putWithoutNumber(Item item) {
    table(tables.names().items()).put(ItemCodec.encode(item));
  }

  /// @param meanwhile happens between reading the item and writing it, once
  private Optional<Item> appendTo(ItemId id, Runnable meanwhile) {
    AtomicReference<Runnable> once = new AtomicReference<>(meanwhile);
    return catalog.change(
        id,
        item -> {
          once.getAndSet(() -> {}).run();
          return titled(id.value(), item.title() + ", changed");
        });
  }

  /// What the feed says of each item.
  private Map<ItemId, Optional<Item>> told() {
    Map<ItemId, Optional<Item>> told = new HashMap<>();
    catalog.changesAfter(0, 1_000).changes().stream()
        .sorted(Comparator.comparingLong(ItemChange::number))
        .forEach(change -> told.put(change.id(), Optional.ofNullable(change.item())));
    return told;
  }

  /// What a writer does that has had its number for a while.
  private void write(long number, Item item) {
    TransactWriteItem row =
        TransactWriteItem.builder()
            .put(numbers.row(number, List.of(new ChangeCodec.Stored(item))))
            .build();
    tables.client().transactWriteItems(write -> write.transactItems(row));
  }

  private Table table(String name) {
    return new Table(tables.client(), name, FreshTables.patience());
  }

  private static RowKey key() {
    return TableLayout.item(MUG);
  }

  private static Item named(String id) {
    return titled(id, "The " + id);
  }

  private static Item titled(String id, String title) {
    return new Item(
        new ItemId(id), title, null, List.of(), List.of(), null, true, null, null, Map.of());
  }
}
