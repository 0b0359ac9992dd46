package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.ErasureRow;
import dev.akin.port.EventLog.Moved;
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
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Moves events from a session to a user. Each group is one transaction that writes the user's
/// rows, deletes the session's and makes sure that they were there and that the user was not erased
/// meanwhile: nobody sees an event in both histories or in none, and of two merges of a session at
/// once each event goes to one user.
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

  Moved move(List<Event> events, UserId user) {
    Moved moved = Moved.NOTHING;
    for (int from = 0; from < events.size(); from += MOST_EVENTS) {
      List<Event> group = events.subList(from, Math.min(events.size(), from + MOST_EVENTS));
      moved = moved.plus(moveGroup(group, user));
    }
    return moved;
  }

  /// What leaves the session while this goes on is left to whoever took it.
  private Moved moveGroup(List<Event> group, UserId user) {
    List<Event> left = group;
    for (int failures = 1; ; failures++) {
      Collection<RowKey> known = existing(moved(group, user));
      if (left.isEmpty() || commit(left, user, known)) {
        return moved(group, left, known, user);
      }
      Collection<RowKey> still = existing(left);
      left = left.stream().filter(event -> still.contains(DynamoEventLog.key(event))).toList();
      if (!table.retries().pause(failures)) {
        throw new StorageException("others keep changing the events of the session");
      }
    }
  }

  private static Moved moved(
      List<Event> group, List<Event> left, Collection<RowKey> known, UserId user) {
    int there = 0;
    int fresh = 0;
    for (Event event : group) {
      if (known.contains(DynamoEventLog.key(event.movedTo(user)))) {
        there++;
      } else if (left.contains(event)) {
        fresh++;
      }
    }
    return new Moved(fresh, there);
  }

  private static List<Event> moved(List<Event> events, UserId user) {
    return events.stream().map(event -> event.movedTo(user)).toList();
  }

  private Collection<RowKey> existing(List<Event> events) {
    return reader.existing(events.stream().map(DynamoEventLog::key).toList());
  }

  /// @param known what the user has already: it stays as it is
  /// @return false, with nothing changed, if an event is the session's no longer
  private boolean commit(List<Event> events, UserId user, Collection<RowKey> known) {
    List<TransactWriteItem> rows = new ArrayList<>();
    Instant oldest = events.stream().map(Event::time).min(Comparator.naturalOrder()).orElseThrow();
    rows.add(TransactWriteItem.builder().conditionCheck(notErased(user, oldest)).build());
    for (Event event : events) {
      Event moved = event.movedTo(user);
      if (!known.contains(DynamoEventLog.key(moved))) {
        rows.add(put(codec.encode(moved)));
      }
      rows.add(delete(DynamoEventLog.key(event)));
    }
    return table.call(
        "moving events",
        store -> {
          try {
            store.transactWriteItems(write -> write.transactItems(rows));
            return true;
          } catch (TransactionCanceledException cancelled) {
            return refused(cancelled);
          }
        });
  }

  /// @return false if an event is the session's no longer
  private static boolean refused(TransactionCanceledException cancelled) {
    List<CancellationReason> reasons = cancelled.cancellationReasons();
    if (reasons.stream().noneMatch(reason -> REFUSED.equals(reason.code()))) {
      throw cancelled;
    }
    if (REFUSED.equals(reasons.getFirst().code())) {
      throw new StorageException("the user was erased while events were moved", cancelled);
    }
    return false;
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
        .delete(
            Delete.builder()
                .tableName(table.name())
                .key(key.attributes())
                .conditionExpression("attribute_exists(#pk)")
                .expressionAttributeNames(Map.of("#pk", TableLayout.PK))
                .build())
        .build();
  }
}
