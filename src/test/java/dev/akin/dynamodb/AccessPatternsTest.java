package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.model.ReleasePart;
import dev.akin.port.KeyStore.ApiKey;
import dev.akin.port.KeyStore.Scope;
import dev.akin.port.ScenarioStore.Scenario;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What every access pattern costs, as the store bills it. The table is
/// src/docs/access-patterns.md; the two change together.
@ExtendWith(FreshTables.Extension.class)
final class AccessPatternsTest {
  private static final Instant NOON = Instant.parse("2100-06-01T12:00:00Z");
  private static final UserId ANN = new UserId("customer-10482");
  private static final ReleaseId ID = new ReleaseId("20261101T000000Z-00000001");
  private static final ReleaseId NEXT = new ReleaseId("20261102T000000Z-00000002");

  private final FreshTables tables;
  private final CapacityMeter meter;

  AccessPatternsTest(FreshTables tables) {
    this.tables = tables;
    this.meter = tables.meter();
  }

  @Test
  void appendingCostsOneReadAndOneWriteUnitForEachEvent() {
    DynamoEventLog log = tables.eventLog(() -> NOON);
    log.append(typicalEvents(50));
    // And the mark of the hour. The cloud also bills the look-up of a row that is not there; the
    // local store does not.
    assertCost(0, 50 + 1, 1 + 1 + 2);
    meter.reset();
    log.append(typicalEvents(50));
    assertCost(50, 0, 1);
    meter.reset();
    log.append(typicalEvents(60));
    assertCost(50, 10, 1 + 1);
  }

  @Test
  void askingSinceWhenEventsAndCatalogueAreQuietCostsOneReadUnitEach() {
    tables.eventLog().append(typicalEvents(1));
    tables.catalog().put(List.of(described(new ItemId("mug"))));
    meter.reset();
    tables.eventLog().quietSince();
    tables.catalog().quietSince();
    assertCost(2, 0, 2);
  }

  @Test
  void aHistoryOfAHundredEventsIsOneQueryOfAtMostFourReadUnits() {
    tables.eventLog().append(typicalEvents(130));
    meter.reset();
    assertThat(tables.eventLog().newest(ANN, 100)).hasSize(100);
    assertThat(meter.reads()).isBetween(2.0, 4.0);
    assertThat(meter.calls()).isEqualTo(1);
  }

  @Test
  void anItemCostsOneReadUnitAndAWrittenKilobyteOneWriteUnit() {
    List<Item> items =
        IntStream.range(0, 20).mapToObj(i -> described(new ItemId("item-" + i))).toList();
    tables.catalog().put(items);
    // A number and a transaction. The local store counts two units for each table of a
    // transaction, whatever is in it; the cloud bills the rows by size, twice.
    assertCost(0, 1 + 2 + 2, 2);
    meter.reset();
    tables.catalog().find(items.getFirst().id());
    assertCost(1, 0, 1);
    meter.reset();
    tables.catalog().findAll(items.stream().map(Item::id).toList());
    assertCost(20, 0, 1);
    meter.reset();
    tables.catalog().change(items.getFirst().id(), item -> item);
    assertCost(1, 1 + 2 + 2, 3);
    meter.reset();
    tables.catalog().delete(items.getFirst().id());
    assertCost(1, 1 + 2 + 2, 3);
  }

  @Test
  void aFullUploadTakesTenTransactions() {
    List<Item> items =
        IntStream.range(0, 500).mapToObj(i -> described(new ItemId("item-" + i))).toList();
    tables.catalog().put(items);
    assertThat(meter.calls()).isEqualTo(20);
    meter.reset();
    assertThat(tables.catalog().changesAfter(0, 1_000).changes()).hasSize(500);
    assertThat(meter.calls()).isEqualTo(1);
    assertThat(meter.reads()).isLessThanOrEqualTo(3);
  }

  @Test
  void aFeedWithoutChangesIsTheSmallestRead() {
    tables.catalog().put(List.of(described(new ItemId("mug"))));
    long position = tables.catalog().changesAfter(0, 10).position();
    meter.reset();
    assertThat(tables.catalog().changesAfter(position, 10).changes()).isEmpty();
    assertThat(meter.calls()).isEqualTo(1);
    assertThat(meter.reads()).isLessThanOrEqualTo(1);
  }

  @Test
  void aPageOfTheCatalogueIsOneReadOfItsSizeAtHalfPrice() {
    List<Item> items =
        IntStream.range(0, 40).mapToObj(i -> described(new ItemId("item-" + i))).toList();
    tables.catalog().put(items);
    meter.reset();
    assertThat(tables.catalog().page(null, 20).items()).hasSize(20);
    assertThat(meter.reads()).isBetween(0.5, 2.5);
    assertThat(meter.calls()).isEqualTo(1);
  }

  @Test
  void thePointerIsOneReadUnit() {
    publish(ID, Optional.empty());
    meter.reset();
    assertThat(tables.releaseStore().current()).contains(ID);
    assertCost(1, 0, 1);
  }

  @Test
  void aManifestWithItsReportIsOneReadUnit() {
    publish(ID, Optional.empty());
    meter.reset();
    assertThat(tables.releaseStore().manifest(ID)).isPresent();
    assertCost(1, 0, 1);
  }

  @Test
  void aPageOfNeighboursIsOneReadUnitUpToEightKilobytes() {
    publish(ID, Optional.empty());
    meter.reset();
    assertThat(tables.releaseStore().chunk(ID, "neighbours", 1)).isPresent();
    assertCost(1, 0, 1);
    meter.reset();
    assertThat(tables.releaseStore().chunk(ID, "neighbours", 0)).isPresent();
    assertCost(0.5, 0, 1);
  }

  @Test
  void loadingAPartCostsHalfAReadUnitForEveryFourKilobytes() {
    publish(ID, Optional.empty());
    meter.reset();
    tables.releaseStore().read(ID, PartInfo.of(factors()));
    assertThat(meter.reads()).isBetween(100.0, 102.0);
    assertThat(meter.calls()).isEqualTo(3);
  }

  @Test
  void publishingIsOneTransactionBesideTheChunks() {
    tables.releaseStore().begin(ID);
    meter.reset();
    assertThat(tables.releaseStore().publish(manifest(ID), Optional.empty())).isTrue();
    // The cloud bills a write in a transaction twice; the local store does not.
    assertCost(0, 2, 1);
    meter.reset();
    tables.releaseStore().activate(ID);
    assertCost(0, 2, 1);
  }

  @Test
  void removingAReleaseReadsNoneOfItsChunks() {
    publish(ID, Optional.empty());
    publish(NEXT, Optional.of(ID));
    meter.reset();
    assertThat(tables.releaseStore().expire(0, NOON)).containsExactly(ID);
    assertThat(meter.reads()).isLessThanOrEqualTo(2);
  }

  @Test
  void theTrainingBoardIsOneUnitEachWay() {
    tables.trainingBoard().begin("t1", NOON, Duration.ofMinutes(20));
    assertCost(0, 1, 1);
    meter.reset();
    tables.trainingBoard().latest();
    assertCost(1, 0, 1);
  }

  @Test
  void aKeyIsOneReadUnitAndTheSecretIsWrittenOnce() {
    String hash = "a".repeat(64);
    tables.keyStore().put(new ApiKey(hash, "shop", Set.of(Scope.ADMIN), NOON));
    assertCost(0, 1, 1);
    meter.reset();
    tables.keyStore().find(hash);
    assertCost(1, 0, 1);
    meter.reset();
    tables.keyStore().signingSecret(new byte[32]);
    assertCost(1, 1, 2);
    meter.reset();
    tables.keyStore().signingSecret(new byte[32]);
    assertCost(1, 0, 1);
    meter.reset();
    assertThat(tables.keyStore().signingSecret()).isPresent();
    assertCost(1, 0, 1);
  }

  @Test
  void aScenarioIsOneReadUnitForFourKilobytesAndOneWriteUnitForEach() {
    tables.scenarioStore().put(new Scenario("home", "x".repeat(3_000), NOON));
    assertCost(0, 3, 1);
    meter.reset();
    assertThat(tables.scenarioStore().find("home")).isPresent();
    assertCost(1, 0, 1);
    meter.reset();
    tables.scenarioStore().put(new Scenario("cart", "x".repeat(6_000), NOON));
    meter.reset();
    assertThat(tables.scenarioStore().list()).hasSize(2);
    assertCost(3, 0, 1);
  }

  private void assertCost(double reads, double writes, long calls) {
    assertThat(meter.reads()).as("read units").isEqualTo(reads);
    assertThat(meter.writes()).as("write units").isEqualTo(writes);
    assertThat(meter.calls()).as("calls").isEqualTo(calls);
  }

  private void publish(ReleaseId id, Optional<ReleaseId> expected) {
    tables.releaseStore().begin(id);
    tables.releaseStore().write(id, factors());
    tables.releaseStore().write(id, neighbours());
    assertThat(tables.releaseStore().publish(manifest(id), expected)).isTrue();
  }

  private static ReleasePart factors() {
    return ReleasePart.whole("item-factors", new byte[800 * 1024]);
  }

  private static ReleasePart neighbours() {
    return new ReleasePart("neighbours", List.of(new byte[4_000], new byte[8_000]));
  }

  private static ReleaseManifest manifest(ReleaseId id) {
    return new ReleaseManifest(
        id,
        ReleaseManifest.FORMAT,
        NOON,
        42,
        "als",
        new TrainingCounts(100_000, 5_000, 2_000, 80_000, 12),
        List.of(PartInfo.of(factors()), PartInfo.of(neighbours())),
        "{\"strategy\":\"als\",\"ndcg\":0.123}".repeat(300));
  }

  /// Views with ids of 36 bytes; every fifth came from a recommendation.
  private static List<Event> typicalEvents(int count) {
    Attribution recommended = new Attribution("t".repeat(100), List.of(), Map.of());
    return IntStream.range(0, count)
        .mapToObj(i ->
            new Event(
                "%036d".formatted(i),
                ANN,
                null,
                new ItemId("item-%05d".formatted(i)),
                NOON.plusSeconds(i),
                new Action.View(),
                i % 5 == 0 ? recommended : Attribution.NONE))
        .toList();
  }

  private static Item described(ItemId id) {
    return new Item(
        id,
        "A mug of stoneware",
        "Holds 0.3 l. ".repeat(40),
        List.of("Home > Mugs"),
        List.of("blue"),
        null,
        true,
        NOON,
        null,
        Map.of());
  }
}
