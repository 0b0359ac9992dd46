package dev.akin.dynamodb;

import dev.akin.dynamodb.ChangeCodec.Deleted;
import dev.akin.dynamodb.ChangeCodec.Large;
import dev.akin.dynamodb.ChangeCodec.Stored;
import dev.akin.dynamodb.TableLayout.FeedRow;
import dev.akin.port.Catalog.Changes;
import dev.akin.shop.Item;
import dev.akin.shop.ItemChange;
import dev.akin.shop.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Reads the change feed, consistently.
///
/// Rows are numbered before they are written, so a row may appear below others that are there
/// already. A reader therefore goes on from the last number below which nothing can appear any
/// more: every lower number has its row, or a row above it is older than [#SETTLED], by when the
/// writer of the missing one must be dead (a function lives for 10 seconds; the rest is for
/// clocks).
final class FeedReader {
  static final Duration SETTLED = Duration.ofMinutes(1);

  /// Changes older than this may have been expired. If there are none since, the head knows.
  static final Duration HORIZON = FeedNumbers.KEPT.minusDays(1);

  private static final int FIRST_PAGE = 16;
  private static final int LARGEST_PAGE = 1_024;

  private final Table table;
  private final FeedNumbers numbers;
  private final InstantSource clock;
  private final Function<Collection<ItemId>, Map<ItemId, Item>> items;

  /// @param items reads the items that are too large for the feed
  FeedReader(
      Table table,
      FeedNumbers numbers,
      InstantSource clock,
      Function<Collection<ItemId>, Map<ItemId, Item>> items) {
    this.table = table;
    this.numbers = numbers;
    this.clock = clock;
    this.items = items;
  }

  /// Reads backwards until a row is older than `since`.
  Changes since(Instant since, int most) {
    Instant now = clock.instant();
    if (since.isBefore(now.minus(HORIZON))) {
      return numbers
          .head()
          .filter(head -> !head.at().plus(SETTLED).isAfter(since))
          .map(head -> new Changes(List.of(), head.last(), true))
          .orElseGet(() -> new Changes(List.of(), 0, false));
    }
    Stretch found = new Stretch();
    QueryRequest.Builder query = query(0).scanIndexForward(false);
    for (int limit = FIRST_PAGE; ; limit = Math.min(4 * limit, LARGEST_PAGE)) {
      QueryResponse page = page(query.limit(limit));
      found.add(page);
      boolean more = page.hasLastEvaluatedKey() && !found.reaches(since);
      if (!more || found.changes > most) {
        return answer(found.ascending(), 0, now, found.changes <= most);
      }
      query.exclusiveStartKey(page.lastEvaluatedKey());
    }
  }

  /// Reads forwards from `position`.
  Changes after(long position, int most) {
    Stretch found = new Stretch();
    QueryRequest.Builder query = query(position);
    while (true) {
      QueryResponse page = page(query);
      found.add(page);
      if (!page.hasLastEvaluatedKey() || found.changes > most) {
        return answer(found.rows, position, clock.instant(), found.changes <= most);
      }
      query.exclusiveStartKey(page.lastEvaluatedKey());
    }
  }

  private Changes answer(List<Row> ascending, long from, Instant now, boolean complete) {
    long position = from;
    for (Row row : ascending) {
      if (row.number() != position + 1 && row.at().isAfter(now.minus(SETTLED))) {
        break;
      }
      position = row.number();
    }
    return new Changes(complete ? changes(ascending) : List.of(), position, complete);
  }

  private List<ItemChange> changes(List<Row> rows) {
    List<ItemChange> changes = new ArrayList<>();
    Map<ItemId, Long> large = new HashMap<>();
    for (Row row : rows) {
      for (ChangeCodec.Change change : row.changes()) {
        switch (change) {
          case Stored stored ->
              changes.add(new ItemChange(stored.id(), row.number(), stored.item()));
          case Deleted deleted -> changes.add(new ItemChange(deleted.id(), row.number(), null));
          case Large named -> large.put(named.id(), row.number());
        }
      }
    }
    if (!large.isEmpty()) {
      // Read now, an item is at least as new as its number says: a newer change will come again.
      Map<ItemId, Item> found = items.apply(large.keySet());
      large.forEach((id, number) -> changes.add(new ItemChange(id, number, found.get(id))));
    }
    return changes;
  }

  private QueryRequest.Builder query(long after) {
    return QueryRequest.builder()
        .tableName(table.name())
        .keyConditionExpression("#pk = :feed AND #sk BETWEEN :first AND :last")
        .expressionAttributeNames(Map.of("#pk", TableLayout.PK, "#sk", TableLayout.SK))
        .expressionAttributeValues(
            Map.of(
                ":feed", Attributes.of(TableLayout.feed()),
                ":first", sortKey(after + 1),
                ":last", sortKey(TableLayout.LAST_FEED_NUMBER)))
        .consistentRead(true);
  }

  private QueryResponse page(QueryRequest.Builder query) {
    return table.call("reading the change feed", store -> store.query(query.build()));
  }

  private static AttributeValue sortKey(long number) {
    return Attributes.of(TableLayout.feedSort(number));
  }

  /// @param at by the clock of the writer, taken after it had its number
  private record Row(long number, Instant at, List<ChangeCodec.Change> changes) {
    static Row of(Map<String, AttributeValue> row) {
      return new Row(
          TableLayout.feedNumber(Attributes.text(row, TableLayout.SK)),
          Instant.ofEpochMilli(Attributes.integer(row, FeedRow.TIME)),
          ChangeCodec.decode(Attributes.bytes(row, FeedRow.CHANGES)));
    }
  }

  /// What was read so far, in the order of reading.
  private static final class Stretch {
    final List<Row> rows = new ArrayList<>();
    int changes;

    void add(QueryResponse page) {
      for (Map<String, AttributeValue> attributes : page.items()) {
        Row row = Row.of(attributes);
        rows.add(row);
        changes += row.changes().size();
      }
    }

    boolean reaches(Instant since) {
      return !rows.isEmpty() && rows.getLast().at().isBefore(since);
    }

    List<Row> ascending() {
      return rows.reversed();
    }
  }
}
