package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.ErasureRow;
import dev.akin.port.StorageException;
import dev.akin.shop.Event;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Moves events from a session to a user. Each group is one transaction that writes the user's
/// rows, deletes the session's and makes sure that the user was not erased meanwhile: nobody sees
/// an event in both histories or in none.
final class EventMoves {
  /// Two rows an event and the check of the erasure; the store takes 100.
  static final int MOST_EVENTS = 49;

  private static final String REFUSED = "ConditionalCheckFailed";

  private final Table table;
  private final BatchReader reader;
  private final EventCodec codec;

  EventMoves(Table table, EventCodec codec) {
    this.table = table;
    this.reader = new BatchReader(table);
    this.codec = codec;
  }

  /// @return how many the user had already
  int move(List<Event> events, UserId user) {
    int known = 0;
    for (int from = 0; from < events.size(); from += MOST_EVENTS) {
      known += moveGroup(events.subList(from, Math.min(events.size(), from + MOST_EVENTS)), user);
    }
    return known;
  }

  private int moveGroup(List<Event> group, UserId user) {
    List<Event> moved = group.stream().map(event -> event.movedTo(user)).toList();
    Collection<RowKey> existing = reader.existing(moved.stream().map(DynamoEventLog::key).toList());
    List<TransactWriteItem> rows = new ArrayList<>();
    Instant oldest = group.stream().map(Event::time).min(Comparator.naturalOrder()).orElseThrow();
    rows.add(TransactWriteItem.builder().conditionCheck(notErased(user, oldest)).build());
    for (int i = 0; i < group.size(); i++) {
      // What the user has already stays as it is.
      if (!existing.contains(DynamoEventLog.key(moved.get(i)))) {
        rows.add(put(codec.encode(moved.get(i))));
      }
      rows.add(delete(DynamoEventLog.key(group.get(i))));
    }
    commit(rows);
    return existing.size();
  }

  private void commit(List<TransactWriteItem> rows) {
    table.call(
        "moving events",
        store -> {
          try {
            return store.transactWriteItems(write -> write.transactItems(rows));
          } catch (TransactionCanceledException cancelled) {
            if (cancelled.cancellationReasons().stream()
                .anyMatch(reason -> REFUSED.equals(reason.code()))) {
              throw new StorageException("the user was erased while events were moved", cancelled);
            }
            throw cancelled;
          }
        });
  }

  private ConditionCheck notErased(UserId user, Instant oldest) {
    return ConditionCheck.builder()
        .tableName(table.name())
        .key(TableLayout.erasure(user).attributes())
        .conditionExpression("attribute_not_exists(#before) OR #before <= :oldest")
        .expressionAttributeNames(Map.of("#before", ErasureRow.BEFORE))
        .expressionAttributeValues(Map.of(":oldest", Attributes.of(oldest.toEpochMilli())))
        .build();
  }

  private TransactWriteItem put(Map<String, AttributeValue> row) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table.name()).item(row).build())
        .build();
  }

  private TransactWriteItem delete(RowKey key) {
    return TransactWriteItem.builder()
        .delete(Delete.builder().tableName(table.name()).key(key.attributes()).build())
        .build();
  }
}
