package dev.akin.dynamodb;

import dev.akin.port.EventLog;
import dev.akin.port.StorageException;
import dev.akin.shop.Event;
import dev.akin.shop.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// The event log in the events table: one row per event, expired by the store itself.
public final class DynamoEventLog implements EventLog {
  /// More than a year, so that a training sees the same season again.
  public static final Duration DEFAULT_RETENTION = Duration.ofDays(400);

  private static final int MAX_HISTORY = 1000;

  private final Table table;
  private final BatchReader reader;
  private final BatchWriter writer;
  private final ParallelScan scan;
  private final EventCodec codec;

  /// @param retention how long an event is kept after it happened
  /// @param scanThreads how many segments of the table a training reads at once
  public DynamoEventLog(
      DynamoDbClient client,
      TableNames tables,
      Retries retries,
      Duration retention,
      int scanThreads) {
    this.table = new Table(client, tables.events(), retries);
    this.reader = new BatchReader(table);
    this.writer = new BatchWriter(table);
    this.scan = new ParallelScan(table, scanThreads);
    this.codec = new EventCodec(retention);
  }

  @Override
  public List<Appended> append(List<Event> events) {
    Map<RowKey, Event> distinct = new LinkedHashMap<>();
    events.forEach(event -> distinct.putIfAbsent(key(event), event));
    Map<RowKey, Appended> results = new HashMap<>();
    List<Map.Entry<RowKey, Event>> entries = List.copyOf(distinct.entrySet());
    for (int from = 0; from < entries.size(); from += BatchReader.MAX_BATCH) {
      var group = entries.subList(from, Math.min(entries.size(), from + BatchReader.MAX_BATCH));
      appendGroup(group, results);
    }
    return inOrder(events, results);
  }

  private void appendGroup(List<Map.Entry<RowKey, Event>> group, Map<RowKey, Appended> results) {
    Collection<RowKey> existing;
    try {
      existing = reader.existing(group.stream().map(Map.Entry::getKey).toList());
    } catch (StorageException _) {
      // Without knowing what is there, writing could turn an old event into a new one.
      group.forEach(entry -> results.put(entry.getKey(), Appended.FAILED));
      return;
    }
    List<WriteRequest> missing = new ArrayList<>();
    for (Map.Entry<RowKey, Event> entry : group) {
      boolean there = existing.contains(entry.getKey());
      results.put(entry.getKey(), there ? Appended.DUPLICATE : Appended.STORED);
      if (!there) {
        missing.add(BatchWriter.put(codec.encode(entry.getValue())));
      }
    }
    Set<RowKey> unwritten = writer.write(missing);
    unwritten.forEach(key -> results.put(key, Appended.FAILED));
  }

  /// Of equal events the first has the result of the store; the others are duplicates of it unless
  /// it failed, when they all may be sent again.
  private static List<Appended> inOrder(List<Event> events, Map<RowKey, Appended> results) {
    List<Appended> ordered = new ArrayList<>(events.size());
    for (Event event : events) {
      Appended result = results.getOrDefault(key(event), Appended.FAILED);
      ordered.add(result);
      if (result == Appended.STORED) {
        results.put(key(event), Appended.DUPLICATE);
      }
    }
    return ordered;
  }

  @Override
  public List<Event> newest(Subject subject, int limit) {
    if (limit < 1 || limit > MAX_HISTORY) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_HISTORY + ", was " + limit);
    }
    QueryRequest.Builder query =
        QueryRequest.builder()
            .keyConditionExpression("#pk = :subject")
            .expressionAttributeNames(Map.of("#pk", TableLayout.PK))
            .expressionAttributeValues(
                Map.of(":subject", Attributes.of(TableLayout.history(subject))))
            .scanIndexForward(false)
            .consistentRead(true)
            .limit(limit);
    return table.query(query, limit).stream().limit(limit).map(codec::decode).toList();
  }

  @Override
  public void scan(Consumer<Event> sink) {
    scan.run(codec::decode, sink);
  }

  private static RowKey key(Event event) {
    return TableLayout.event(event.subject(), event.time(), event.id());
  }
}
