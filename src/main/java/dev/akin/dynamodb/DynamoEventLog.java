package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.ErasureRow;
import dev.akin.port.EventCursor;
import dev.akin.port.EventLog;
import dev.akin.port.StorageException;
import dev.akin.shop.Event;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
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
  private final Erasures erasures;
  private final EventMoves moves;
  private final ActivityMark activity;

  /// @param retention how long an event is kept after it happened
  /// @param clock tells which hour to mark as one that was written in
  /// @param scanThreads how many segments of the table a training reads at once
  public DynamoEventLog(
      DynamoDbClient client,
      TableNames tables,
      Retries retries,
      Duration retention,
      InstantSource clock,
      int scanThreads) {
    this.table = new Table(client, tables.events(), retries);
    this.reader = new BatchReader(table);
    this.writer = new BatchWriter(table);
    this.scan = new ParallelScan(table, scanThreads);
    this.codec = new EventCodec(retention);
    this.erasures = new Erasures(table, retention);
    this.moves = new EventMoves(table, codec);
    this.activity = new ActivityMark(table, clock);
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

  /// The look for what is there finds the erasures of the subjects as well.
  private void appendGroup(List<Map.Entry<RowKey, Event>> group, Map<RowKey, Appended> results) {
    Set<RowKey> keys = new LinkedHashSet<>();
    group.forEach(entry -> keys.add(entry.getKey()));
    group.forEach(entry -> keys.add(TableLayout.erasure(entry.getValue().subject())));
    Map<RowKey, Map<String, AttributeValue>> existing;
    try {
      existing = reader.rows(keys, ErasureRow.BEFORE);
    } catch (StorageException _) {
      // Without knowing what is there, writing could turn an old event into a new one.
      group.forEach(entry -> results.put(entry.getKey(), Appended.FAILED));
      return;
    }
    List<WriteRequest> missing = new ArrayList<>();
    for (Map.Entry<RowKey, Event> entry : group) {
      Appended result = judged(entry.getKey(), entry.getValue(), existing);
      results.put(entry.getKey(), result);
      if (result == Appended.STORED) {
        missing.add(BatchWriter.put(codec.encode(entry.getValue())));
      }
    }
    if (!missing.isEmpty()) {
      activity.move();
    }
    Set<RowKey> unwritten = writer.write(missing);
    unwritten.forEach(key -> results.put(key, Appended.FAILED));
  }

  private static Appended judged(
      RowKey key, Event event, Map<RowKey, Map<String, AttributeValue>> existing) {
    var erasure = existing.get(TableLayout.erasure(event.subject()));
    if (erasure != null
        && event.time().toEpochMilli() < Attributes.integer(erasure, ErasureRow.BEFORE)) {
      return Appended.ERASED;
    }
    return existing.containsKey(key) ? Appended.DUPLICATE : Appended.STORED;
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

  /// Reads one row more: the erasure, if there is one, comes first.
  @Override
  public List<Event> newest(Subject subject, int limit) {
    requireLimit(limit);
    QueryRequest.Builder query =
        query(subject, "#pk = :subject", Map.of()).scanIndexForward(false).limit(limit + 1);
    var rows = table.query(query, limit + 1);
    Optional<Erasure> erasure =
        Optional.ofNullable(Erasures.among(rows).get(TableLayout.history(subject)));
    return rows.stream()
        .filter(row -> !Erasures.is(row))
        .map(codec::decode)
        .filter(event -> erasure.isEmpty() || !erasure.get().covers(event.time()))
        .limit(limit)
        .toList();
  }

  @Override
  public Page page(Subject subject, @Nullable String cursor, int limit) {
    requireLimit(limit);
    // Digits come before the erasure, and after nothing.
    String after = cursor == null ? "0" : TableLayout.eventSort(EventCursor.read(cursor));
    QueryRequest.Builder query =
        query(
                subject,
                "#pk = :subject AND #sk BETWEEN :after AND :last",
                Map.of(":after", Attributes.of(after), ":last", Attributes.of(":")))
            .expressionAttributeNames(Map.of("#pk", TableLayout.PK, "#sk", TableLayout.SK))
            .limit(limit + 2);
    // One query only: it reads a megabyte at most, and an answer of a function has six.
    QueryResponse answer = table.query(query);
    List<Event> events =
        answer.items().stream()
            .filter(row -> !Attributes.text(row, TableLayout.SK).equals(after))
            .map(codec::decode)
            .toList();
    List<Event> page = events.subList(0, Math.min(limit, events.size()));
    return events.size() > limit || answer.hasLastEvaluatedKey()
        ? new Page(page, EventCursor.of(page.getLast()).text())
        : new Page(page, null);
  }

  private static QueryRequest.Builder query(
      Subject subject, String condition, Map<String, AttributeValue> bounds) {
    Map<String, AttributeValue> values = new HashMap<>(bounds);
    values.put(":subject", Attributes.of(TableLayout.history(subject)));
    return QueryRequest.builder()
        .keyConditionExpression(condition)
        .expressionAttributeNames(Map.of("#pk", TableLayout.PK))
        .expressionAttributeValues(values)
        .consistentRead(true);
  }

  @Override
  public int delete(List<Event> events) {
    Set<RowKey> keys = new LinkedHashSet<>();
    events.forEach(event -> keys.add(key(event)));
    if (!keys.isEmpty()) {
      activity.move();
    }
    return writer.write(keys.stream().map(BatchWriter::delete).toList()).size();
  }

  @Override
  public Moved move(List<Event> events, UserId user) {
    if (!events.isEmpty()) {
      activity.move();
    }
    return moves.move(events, user);
  }

  @Override
  public void record(Subject subject, Erasure erasure) {
    activity.move();
    erasures.put(subject, erasure);
  }

  @Override
  public Optional<Erasure> erasure(Subject subject) {
    return erasures.find(subject);
  }

  @Override
  public Map<UserId, Erasure> erasures(List<UserId> users) {
    return erasures.of(users);
  }

  @Override
  public void scan(Consumer<Event> sink, BiConsumer<Subject, Erasure> erased) {
    scan.run(
        this::scanned,
        row -> {
          switch (row) {
            case Scanned.Kept kept -> sink.accept(kept.event());
            case Scanned.Gone gone -> erased.accept(gone.subject(), gone.erasure());
            case Scanned.Mark _ -> {}
          }
        });
  }

  @Override
  public Instant quietSince() {
    return activity.read();
  }

  private Scanned scanned(Map<String, AttributeValue> row) {
    if (ActivityMark.is(row)) {
      return new Scanned.Mark();
    }
    return Erasures.is(row)
        ? new Scanned.Gone(
            TableLayout.subject(Attributes.text(row, TableLayout.PK)), Erasures.decode(row))
        : new Scanned.Kept(codec.decode(row));
  }

  /// What a row of the table is.
  private sealed interface Scanned {
    record Kept(Event event) implements Scanned {}

    record Gone(Subject subject, Erasure erasure) implements Scanned {}

    /// Nobody's: see [ActivityMark].
    record Mark() implements Scanned {}
  }

  static RowKey key(Event event) {
    return TableLayout.event(event.subject(), event.time(), event.id());
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > MAX_HISTORY) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_HISTORY + ", was " + limit);
    }
  }
}
