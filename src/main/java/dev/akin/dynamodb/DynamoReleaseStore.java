package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.ReleaseRow;
import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleasePart;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Releases in the models table. The row of a manifest carries the state of its release:
///
/// `writing` (announced) -> `published` (complete, has been live) -> `removing` (its chunks are
/// being deleted; it can neither be published nor made live any more).
///
/// Every change of the pointer is one transaction that also holds the manifest's state fast, so the
/// live release is complete at any moment, whoever else publishes, rolls back or cleans up.
public final class DynamoReleaseStore implements ReleaseStore {
  private final Table table;
  private final ReleaseChunks chunks;
  private final ReleaseSwitch pointer;

  public DynamoReleaseStore(DynamoDbClient client, TableNames tables, Retries retries) {
    this.table = new Table(client, tables.models(), retries);
    this.chunks = new ReleaseChunks(table);
    this.pointer = new ReleaseSwitch(table);
  }

  @Override
  public void begin(ReleaseId id) {
    boolean begun =
        table.call(
            "announcing a release",
            store -> {
              try {
                store.updateItem(update ->
                    update
                        .tableName(table.name())
                        .key(TableLayout.manifest(id).attributes())
                        .updateExpression("SET #status = if_not_exists(#status, :writing)")
                        .conditionExpression(
                            "attribute_not_exists(#status) OR #status <> :removing")
                        .expressionAttributeNames(Map.of("#status", ReleaseRow.STATUS))
                        .expressionAttributeValues(
                            Map.of(
                                ":writing", ReleaseStatus.WRITING.attribute(),
                                ":removing", ReleaseStatus.REMOVING.attribute())));
                return true;
              } catch (ConditionalCheckFailedException _) {
                return false;
              }
            });
    if (!begun) {
      throw new StorageException("release " + id.value() + " is being removed; train a new one");
    }
  }

  @Override
  public void write(ReleaseId id, ReleasePart part) {
    chunks.write(id, part);
  }

  @Override
  public boolean publish(ReleaseManifest manifest, Optional<ReleaseId> expected) {
    Map<String, AttributeValue> row = new HashMap<>(ManifestCodec.encode(manifest));
    row.put(ReleaseRow.STATUS, ReleaseStatus.PUBLISHED.attribute());
    return pointer.publish(manifest.id(), row, expected);
  }

  @Override
  public boolean activate(ReleaseId id) {
    return pointer.activate(id);
  }

  @Override
  public Optional<ReleaseId> current() {
    return table
        .get(TableLayout.pointer(), true)
        .map(row -> new ReleaseId(Attributes.text(row, ReleaseRow.CURRENT)));
  }

  @Override
  public Optional<ReleaseManifest> manifest(ReleaseId id) {
    return table
        .get(TableLayout.manifest(id), true)
        .filter(row -> ReleaseStatus.of(row) == ReleaseStatus.PUBLISHED)
        .map(ManifestCodec::decode);
  }

  @Override
  public List<ReleaseManifest> manifests() {
    return rows().stream()
        .filter(row -> ReleaseStatus.of(row) == ReleaseStatus.PUBLISHED)
        .map(ManifestCodec::decode)
        .toList();
  }

  @Override
  public byte[] read(ReleaseId id, ReleaseManifest.PartInfo part) {
    return chunks.read(id, part);
  }

  @Override
  public Optional<byte[]> chunk(ReleaseId id, String part, int number) {
    return chunks.find(id, part, number);
  }

  @Override
  public List<ReleaseId> expire(int keep, Instant abandonedBefore) {
    Optional<ReleaseId> live = current();
    List<ReleaseId> removed = new ArrayList<>();
    int others = 0;
    for (Map<String, AttributeValue> row : rows()) {
      ReleaseId id = TableLayout.manifestId(Attributes.text(row, TableLayout.SK));
      ReleaseStatus status = ReleaseStatus.of(row);
      boolean superfluous =
          switch (status) {
            case PUBLISHED -> !live.equals(Optional.of(id)) && others++ >= keep;
            case WRITING -> id.isBefore(abandonedBefore);
            case REMOVING -> true;
          };
      if (superfluous && (status == ReleaseStatus.REMOVING || pointer.retire(id, status))) {
        remove(id, row);
        removed.add(id);
      }
    }
    return removed;
  }

  /// The manifest goes last: if this stops half-way, the next call finds it and goes on.
  private void remove(ReleaseId id, Map<String, AttributeValue> row) {
    if (row.containsKey(ReleaseRow.PARTS)) {
      chunks.delete(id, ManifestCodec.parts(row));
    } else {
      chunks.deleteAll(id);
    }
    table.delete(TableLayout.manifest(id));
  }

  /// The manifests' rows in any state, newest first.
  private List<Map<String, AttributeValue>> rows() {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .keyConditionExpression("#pk = :releases AND begins_with(#sk, :manifest)")
            .expressionAttributeNames(Map.of("#pk", TableLayout.PK, "#sk", TableLayout.SK))
            .expressionAttributeValues(
                Map.of(
                    ":releases", Attributes.of(TableLayout.manifests()),
                    ":manifest", Attributes.of(TableLayout.MANIFEST)))
            .scanIndexForward(false)
            .consistentRead(true);
    return table.query(query, Integer.MAX_VALUE);
  }
}
