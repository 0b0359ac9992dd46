package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.ReleaseRow;
import dev.akin.model.ReleaseId;
import dev.akin.port.StorageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// The three transactions over the pointer and one manifest. In each the manifest comes first.
final class ReleaseSwitch {
  private static final String REFUSED = "ConditionalCheckFailed";
  private static final int MANIFEST = 0;
  private static final int POINTER = 1;

  private final Table table;

  ReleaseSwitch(Table table) {
    this.table = table;
  }

  /// Stores the manifest and moves the pointer from `expected` to it, both or neither.
  ///
  /// @return false if the pointer was not at `expected`
  /// @throws StorageException if the release was not announced, or removed since
  boolean publish(
      ReleaseId id, Map<String, AttributeValue> manifest, Optional<ReleaseId> expected) {
    Put put =
        Put.builder()
            .tableName(table.name())
            .item(manifest)
            .conditionExpression("#status IN (:writing, :published)")
            .expressionAttributeNames(Map.of("#status", ReleaseRow.STATUS))
            .expressionAttributeValues(
                Map.of(
                    ":writing", ReleaseStatus.WRITING.attribute(),
                    ":published", ReleaseStatus.PUBLISHED.attribute()))
            .build();
    List<CancellationReason> refusals =
        transact(TransactWriteItem.builder().put(put).build(), move(id, expected));
    if (refusals.isEmpty()) {
      return true;
    }
    if (refused(refusals, MANIFEST)) {
      throw new StorageException(
          "release " + id.value() + " was not announced or is gone; begin and write it again");
    }
    // An answer got lost and the retry meets its own success.
    return id.value()
        .equals(Attributes.textOrNull(refusals.get(POINTER).item(), ReleaseRow.CURRENT));
  }

  /// Moves the pointer to a published release, from wherever it is.
  ///
  /// @return false if the release is not published
  boolean activate(ReleaseId id) {
    ConditionCheck published =
        ConditionCheck.builder()
            .tableName(table.name())
            .key(TableLayout.manifest(id).attributes())
            .conditionExpression("#status = :published")
            .expressionAttributeNames(Map.of("#status", ReleaseRow.STATUS))
            .expressionAttributeValues(Map.of(":published", ReleaseStatus.PUBLISHED.attribute()))
            .build();
    TransactWriteItem move = TransactWriteItem.builder().update(pointTo(id).build()).build();
    return transact(TransactWriteItem.builder().conditionCheck(published).build(), move).isEmpty();
  }

  /// Marks a release that is about to be removed.
  ///
  /// @return false if it became live, or changed its state, in between
  boolean retire(ReleaseId id, ReleaseStatus seen) {
    Update mark =
        Update.builder()
            .tableName(table.name())
            .key(TableLayout.manifest(id).attributes())
            .updateExpression("SET #status = :removing")
            .conditionExpression("#status IN (:seen, :removing)")
            .expressionAttributeNames(Map.of("#status", ReleaseRow.STATUS))
            .expressionAttributeValues(
                Map.of(":seen", seen.attribute(), ":removing", ReleaseStatus.REMOVING.attribute()))
            .build();
    ConditionCheck notLive =
        ConditionCheck.builder()
            .tableName(table.name())
            .key(TableLayout.pointer().attributes())
            .conditionExpression("attribute_not_exists(#current) OR #current <> :id")
            .expressionAttributeNames(Map.of("#current", ReleaseRow.CURRENT))
            .expressionAttributeValues(Map.of(":id", Attributes.of(id.value())))
            .build();
    return transact(
            TransactWriteItem.builder().update(mark).build(),
            TransactWriteItem.builder().conditionCheck(notLive).build())
        .isEmpty();
  }

  private TransactWriteItem move(ReleaseId id, Optional<ReleaseId> expected) {
    Update.Builder move = pointTo(id);
    if (expected.isPresent()) {
      move.conditionExpression("#current = :expected")
          .expressionAttributeValues(
              Map.of(
                  ":id", Attributes.of(id.value()),
                  ":expected", Attributes.of(expected.get().value())));
    } else {
      move.conditionExpression("attribute_not_exists(#current)");
    }
    move.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    return TransactWriteItem.builder().update(move.build()).build();
  }

  private Update.Builder pointTo(ReleaseId id) {
    return Update.builder()
        .tableName(table.name())
        .key(TableLayout.pointer().attributes())
        .updateExpression("SET #current = :id")
        .expressionAttributeNames(Map.of("#current", ReleaseRow.CURRENT))
        .expressionAttributeValues(Map.of(":id", Attributes.of(id.value())));
  }

  /// @return empty if the transaction was made, else why not, one reason per step
  private List<CancellationReason> transact(TransactWriteItem manifest, TransactWriteItem pointer) {
    return table.call(
        "switching releases",
        store -> {
          try {
            store.transactWriteItems(write -> write.transactItems(manifest, pointer));
            return List.of();
          } catch (TransactionCanceledException cancelled) {
            List<CancellationReason> reasons = cancelled.cancellationReasons();
            if (!refused(reasons, MANIFEST) && !refused(reasons, POINTER)) {
              throw cancelled;
            }
            return reasons;
          }
        });
  }

  private static boolean refused(List<CancellationReason> reasons, int step) {
    return reasons.size() > step && REFUSED.equals(reasons.get(step).code());
  }
}
