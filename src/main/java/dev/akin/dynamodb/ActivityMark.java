package dev.akin.dynamodb;

import static java.lang.System.Logger.Level.WARNING;

import dev.akin.dynamodb.TableLayout.ActivityRow;
import dev.akin.port.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The one row that says until when the events table may have been written. Whoever writes moves it
/// *before* his first write of an hour to the end of that hour and a [#MARGIN], so what is written
/// in the hour is never later than the mark, and an hour costs each writer one write unit.
///
/// Safe for concurrent use: writers wait for the one that moves the mark.
final class ActivityMark {
  /// For clocks that differ, and for a write that begins in one hour and ends in the next.
  static final Duration MARGIN = Duration.ofMinutes(5);

  private static final System.Logger LOG = System.getLogger(ActivityMark.class.getName());

  private final Table table;
  private final InstantSource clock;
  private Instant marked = Instant.MIN;

  ActivityMark(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /// To be called before every write. A mark that cannot be moved is no reason not to write: what
  /// was written without it is learned with the next news, and the next write tries again.
  synchronized void move() {
    Instant until = until();
    if (!until.isAfter(marked)) {
      return;
    }
    try {
      write(until);
      marked = until;
    } catch (StorageException fault) {
      LOG.log(WARNING, "the mark of activity stays where it was", fault);
    }
  }

  /// Where the mark is. The first look at a table without one makes one.
  Instant read() {
    return table
        .get(TableLayout.activity(), true)
        .map(row -> Instant.ofEpochMilli(Attributes.integer(row, ActivityRow.UNTIL)))
        .orElseGet(() -> {
          Instant until = until();
          write(until);
          return until;
        });
  }

  static boolean is(Map<String, AttributeValue> row) {
    return TableLayout.isActivity(Attributes.text(row, TableLayout.PK));
  }

  private Instant until() {
    return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)).plus(MARGIN);
  }

  /// Never back: another writer may be an hour ahead.
  private void write(Instant until) {
    table.call(
        "marking activity",
        store -> {
          try {
            return store.updateItem(update ->
                update
                    .tableName(table.name())
                    .key(TableLayout.activity().attributes())
                    .updateExpression("SET #until = :until")
                    .conditionExpression("attribute_not_exists(#until) OR #until < :until")
                    .expressionAttributeNames(Map.of("#until", ActivityRow.UNTIL))
                    .expressionAttributeValues(
                        Map.of(":until", Attributes.of(until.toEpochMilli()))));
          } catch (ConditionalCheckFailedException thereAlready) {
            return thereAlready;
          }
        });
  }
}
