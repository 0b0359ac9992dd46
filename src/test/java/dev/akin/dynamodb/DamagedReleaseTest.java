package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.model.ReleasePart;
import dev.akin.port.StorageException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Releases that were damaged at rest, or left behind half removed.
@ExtendWith(FreshTables.Extension.class)
final class DamagedReleaseTest {
  private static final ReleaseId ID = new ReleaseId("20261101T000000Z-00000001");
  private static final ReleaseId NEXT = new ReleaseId("20261102T000000Z-00000002");
  private static final ReleasePart PART =
      new ReleasePart("items", List.of(new byte[] {1, 2, 3}, new byte[] {4}));
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final FreshTables tables;
  private final Table models;
  private final DynamoReleaseStore store;

  DamagedReleaseTest(FreshTables tables) {
    this.tables = tables;
    this.models = new Table(tables.client(), tables.names().models(), FreshTables.patience());
    this.store = tables.releaseStore();
  }

  @BeforeEach
  void publish() {
    store.begin(ID);
    store.write(ID, PART);
    assertThat(store.publish(manifest(ID), Optional.empty())).isTrue();
  }

  @Test
  void aChunkOfOtherBytesIsRefused() {
    change("bytes", Attributes.of(new byte[] {1, 2, 7}));
    assertRefused("checksum");
  }

  @Test
  void aChunkOfAnotherChecksumIsRefused() {
    change("crc", Attributes.of(0));
    assertRefused("checksum");
  }

  @Test
  void aChunkWithoutBytesIsRefused() {
    Map<String, AttributeValue> row = new HashMap<>(chunkRow());
    row.remove("bytes");
    models.put(row);
    assertRefused("lacks the attribute bytes");
  }

  @Test
  void aMissingChunkIsRefusedByName() {
    models.delete(TableLayout.chunk(ID, "items", 1));
    assertThatThrownBy(() -> store.read(ID, PartInfo.of(PART)))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("items#000001");
  }

  @Test
  void aLengthThatTheChunksCannotHaveIsRefusedBeforeItIsAllocated() {
    assertThatThrownBy(() -> store.read(ID, new PartInfo("items", 2, Integer.MAX_VALUE)))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("cannot have");
  }

  @Test
  void aRemovalThatWasCutShortIsFinishedByTheNext() {
    store.begin(NEXT);
    store.write(NEXT, PART);
    assertThat(store.publish(manifest(NEXT), Optional.of(ID))).isTrue();
    assertThat(new ReleaseSwitch(models).retire(ID, ReleaseStatus.PUBLISHED)).isTrue();

    assertThat(store.manifest(ID)).isEmpty();
    assertThat(store.activate(ID)).isFalse();
    assertThatThrownBy(() -> store.begin(ID)).isInstanceOf(StorageException.class);
    assertThat(store.expire(9, LONG_AGO)).containsExactly(ID);
    assertThat(tables.client().scan(s -> s.tableName(models.name())).items())
        .extracting(row -> Attributes.text(row, TableLayout.PK))
        .containsOnly("release", "release#" + NEXT.value());
  }

  @Test
  void theLiveReleaseCannotBeRetired() {
    assertThat(new ReleaseSwitch(models).retire(ID, ReleaseStatus.PUBLISHED)).isFalse();
    assertThat(store.manifest(ID)).isPresent();
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> store.read(ID, PartInfo.of(PART)))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(why);
    assertThatThrownBy(() -> store.chunk(ID, "items", 0))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(why);
  }

  private void change(String attribute, AttributeValue value) {
    Map<String, AttributeValue> row = new HashMap<>(chunkRow());
    row.put(attribute, value);
    models.put(row);
  }

  private Map<String, AttributeValue> chunkRow() {
    return models.get(TableLayout.chunk(ID, "items", 0), true).orElseThrow();
  }

  private static ReleaseManifest manifest(ReleaseId id) {
    TrainingCounts counts = new TrainingCounts(1, 1, 1, 1, 0);
    return new ReleaseManifest(
        id, 1, Instant.EPOCH, 7, "als", counts, List.of(PartInfo.of(PART)), "{}");
  }
}
