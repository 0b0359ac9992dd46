package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.FeedRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Gives out the numbers of the change feed and makes its rows.
///
/// Numbers come from one counter, so a later number was given out later, whichever clocks the
/// writers have. A number whose writer gave up or died leaves a gap, see [FeedReader].
final class FeedNumbers {
  /// How long the feed keeps a change: time for a release of last week to be brought up to date.
  static final Duration KEPT = Duration.ofDays(9);

  /// How much later than its number a change may be written: its writer lives for ten seconds as a
  /// function and for some more elsewhere; the rest is for clocks that differ.
  static final Duration LATENESS = Duration.ofMinutes(6);

  private final Table table;
  private final InstantSource clock;

  FeedNumbers(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /// The last number that was given out, and when that was.
  record Head(long last, Instant at) {}

  /// Empty if nobody knows when the last number was given out.
  Optional<Head> head() {
    return table
        .get(TableLayout.feedHead(), true)
        .filter(row -> row.containsKey(FeedRow.TIME))
        .map(row ->
            new Head(
                row.containsKey(FeedRow.LAST) ? Attributes.integer(row, FeedRow.LAST) : 0,
                Instant.ofEpochMilli(Attributes.integer(row, FeedRow.TIME))));
  }

  /// After which no change was written. The first look at a feed that does not know its last time
  /// takes now for it.
  Instant quietSince() {
    return head().map(Head::at).orElseGet(this::watch).plus(LATENESS);
  }

  private Instant watch() {
    Instant now = clock.instant();
    table.call(
        "watching the change feed",
        store ->
            store.updateItem(update ->
                update
                    .tableName(table.name())
                    .key(TableLayout.feedHead().attributes())
                    .updateExpression("SET #at = if_not_exists(#at, :now)")
                    .expressionAttributeNames(Map.of("#at", FeedRow.TIME))
                    .expressionAttributeValues(Map.of(":now", Attributes.of(now.toEpochMilli())))));
    return now;
  }

  /// A number that nobody else has, and the moment for those who ask whether anything is new.
  long next() {
    long now = clock.instant().toEpochMilli();
    Map<String, AttributeValue> head =
        table.call(
            "numbering a change",
            store ->
                store
                    .updateItem(update ->
                        update
                            .tableName(table.name())
                            .key(TableLayout.feedHead().attributes())
                            .updateExpression("ADD #last :one SET #at = :now")
                            .expressionAttributeNames(
                                Map.of("#last", FeedRow.LAST, "#at", FeedRow.TIME))
                            .expressionAttributeValues(
                                Map.of(":one", Attributes.of(1), ":now", Attributes.of(now)))
                            .returnValues(ReturnValue.UPDATED_NEW))
                    .attributes());
    return Attributes.integer(head, FeedRow.LAST);
  }

  /// Lets all further numbers be higher than `number`. Needed once, if the table of the feed was
  /// made anew while the items stayed.
  void skipTo(long number) {
    table.call(
        "raising the number of changes",
        store -> {
          try {
            return store.updateItem(update ->
                update
                    .tableName(table.name())
                    .key(TableLayout.feedHead().attributes())
                    .updateExpression("SET #last = :number")
                    .conditionExpression("attribute_not_exists(#last) OR #last < :number")
                    .expressionAttributeNames(Map.of("#last", FeedRow.LAST))
                    .expressionAttributeValues(Map.of(":number", Attributes.of(number))));
          } catch (ConditionalCheckFailedException higherAlready) {
            return higherAlready;
          }
        });
  }

  /// The row of a number that was given out before this call.
  Put row(long number, List<ChangeCodec.Change> changes) {
    Instant now = clock.instant();
    Map<String, AttributeValue> row = new HashMap<>(TableLayout.feed(number).attributes());
    row.put(FeedRow.TIME, Attributes.of(now.toEpochMilli()));
    row.put(FeedRow.CHANGES, Attributes.of(ChangeCodec.encode(changes)));
    row.put(TableLayout.TTL, Attributes.of(now.plus(KEPT).getEpochSecond()));
    return Put.builder().tableName(table.name()).item(row).build();
  }

  /// Fills the gap that an unused number would leave. Readers close it after a minute by
  /// themselves, so one attempt is enough. Where there is no gap, because the write was made and
  /// only its answer got lost, the row stays.
  void giveBack(long number) {
    Map<String, AttributeValue> row = row(number, List.of()).item();
    try {
      table
          .client()
          .putItem(put ->
              put.tableName(table.name())
                  .item(row)
                  .conditionExpression("attribute_not_exists(#pk)")
                  .expressionAttributeNames(Map.of("#pk", TableLayout.PK)));
    } catch (SdkException closesByItself) {
      return;
    }
  }
}
