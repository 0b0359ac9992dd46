package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.port.EventLog.Appended;
import dev.akin.port.StorageException;
import dev.akin.shop.Action;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// What becomes of batches that the store leaves half done.
final class BatchesTest {
  private static final TableNames NAMES = TableNames.withPrefix("t");

  private final FakeDynamo dynamo = new FakeDynamo();
  private final List<Long> pauses = new ArrayList<>();
  private final Retries retries =
      new Retries(
          3,
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          pause -> pauses.add(pause.toMillis()),
          () -> 0.5);
  private final BatchWriter writer = new BatchWriter(new Table(dynamo, "t-items", retries));

  @Test
  void aBatchHasAtMostTwentyFiveRows() {
    assertThat(writer.write(deletes(0, 60))).isEmpty();
    assertThat(sizes()).containsExactly(25, 25, 10);
    assertThat(pauses).isEmpty();
  }

  @Test
  void unprocessedRowsAndOnlyThoseAreSentAgainAndProgressRenewsThePatience() {
    dynamo.onBatchWrite = request -> leaving(rows(request).subList(1, rows(request).size()));
    assertThat(writer.write(deletes(0, 6))).isEmpty();
    assertThat(sizes()).containsExactly(6, 5, 4, 3, 2, 1);
    assertThat(pauses).hasSize(5).containsOnly(50L);
  }

  @Test
  void whatTheStoreNeverTakesIsReportedByKeyInOrder() {
    RowKey third = TableLayout.item(new ItemId("3"));
    RowKey thirtieth = TableLayout.item(new ItemId("30"));
    dynamo.onBatchWrite =
        request ->
            leaving(
                rows(request).stream()
                    .filter(row -> List.of(third, thirtieth).contains(RowKey.of(row)))
                    .toList());
    assertThat(writer.write(deletes(0, 40))).containsExactly(third, thirtieth);
  }

  @Test
  void aThrottledBatchIsSentAgainAfterGrowingPauses() {
    AtomicInteger calls = new AtomicInteger();
    dynamo.onBatchWrite =
        _ -> {
          if (calls.incrementAndGet() < 3) {
            throw FakeDynamo.fault("ThrottlingException", 400);
          }
          return BatchWriteItemResponse.builder().build();
        };
    assertThat(writer.write(deletes(0, 2))).isEmpty();
    assertThat(sizes()).containsExactly(2, 2, 2);
    assertThat(pauses).containsExactly(50L, 100L);
  }

  @Test
  void aRefusedBatchIsNotSentAgainAndTheNextOneStillIs() {
    dynamo.onBatchWrite =
        request -> {
          if (rows(request).size() == 25) {
            throw FakeDynamo.fault("ValidationException", 400);
          }
          return BatchWriteItemResponse.builder().build();
        };
    assertThat(writer.write(deletes(0, 30))).hasSize(25);
    assertThat(sizes()).containsExactly(25, 5);
    assertThat(pauses).isEmpty();
  }

  @Test
  void keysThatStayUnreadAreAskedForAgain() {
    dynamo.onBatchGet =
        request -> {
          KeysAndAttributes asked = keys(request);
          int read = Math.max(1, asked.keys().size() / 2);
          KeysAndAttributes left =
              asked.toBuilder().keys(asked.keys().subList(read, asked.keys().size())).build();
          return BatchGetItemResponse.builder()
              .responses(Map.of("t-items", asked.keys().subList(0, read)))
              .unprocessedKeys(left.keys().isEmpty() ? Map.of() : Map.of("t-items", left))
              .build();
        };
    List<RowKey> keys = IntStream.range(0, 5).mapToObj(i -> item(i)).toList();
    BatchReader reader = new BatchReader(new Table(dynamo, "t-items", retries));
    assertThat(reader.rows(keys)).containsOnlyKeys(keys);
    assertThat(dynamo.requests)
        .map(request -> keys((BatchGetItemRequest) request).keys().size())
        .containsExactly(5, 3, 2, 1);
    assertThat(dynamo.requests)
        .allMatch(request -> keys((BatchGetItemRequest) request).consistentRead());
  }

  @Test
  void keysThatStayUnreadForGoodAreAFault() {
    dynamo.onBatchGet =
        request -> BatchGetItemResponse.builder().unprocessedKeys(request.requestItems()).build();
    BatchReader reader = new BatchReader(new Table(dynamo, "t-items", retries));
    assertThatThrownBy(() -> reader.rows(List.of(item(1)))).isInstanceOf(StorageException.class);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void appendingReportsTheEventsThatTheStoreRefusedAndTheirRepetitions() {
    dynamo.onBatchWrite =
        request ->
            leaving(
                rows(request).stream()
                    .filter(row ->
                        Attributes.text(row.putRequest().item(), TableLayout.SK).endsWith("#e1"))
                    .toList());
    assertThat(eventLog().append(List.of(event("e0"), event("e1"), event("e1"), event("e0"))))
        .containsExactly(Appended.STORED, Appended.FAILED, Appended.FAILED, Appended.DUPLICATE);
  }

  @Test
  void appendingWritesNothingWhileItCannotTellWhatIsThere() {
    dynamo.onBatchGet =
        _ -> {
          throw FakeDynamo.fault("InternalServerError", 500);
        };
    assertThat(eventLog().append(List.of(event("e0"), event("e1"))))
        .containsExactly(Appended.FAILED, Appended.FAILED);
    assertThat(dynamo.requests).hasOnlyElementsOfType(BatchGetItemRequest.class).hasSize(3);
  }

  @Test
  void puttingItemsNamesThoseThatTheStoreRefused() {
    numbersAreGivenOut();
    dynamo.onTransaction =
        request -> {
          if (request.transactItems().size() == CatalogWriter.MOST_ITEMS + 1) {
            throw FakeDynamo.fault("ValidationException", 400);
          }
          return TransactWriteItemsResponse.builder().build();
        };
    List<Item> items =
        IntStream.range(0, CatalogWriter.MOST_ITEMS + 2)
            .mapToObj(i -> Item.bare(new ItemId("" + i)))
            .toList();
    assertThat(catalog().put(items))
        .containsExactlyElementsOf(
            items.subList(0, CatalogWriter.MOST_ITEMS).stream().map(Item::id).toList());
    assertThat(pauses).isEmpty();
  }

  @Test
  void itemsTooLargeForOneTransactionAreWrittenInSeveral() {
    numbersAreGivenOut();
    Map<String, AttributeValue> notes = new HashMap<>();
    for (int note = 0; note < 50; note++) {
      notes.put("note" + note, new AttributeValue.Text("語".repeat(1_000)));
    }
    List<Item> items =
        IntStream.range(0, 30)
            .mapToObj(i ->
                new Item(
                    new ItemId("" + i),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    true,
                    null,
                    null,
                    notes))
            .toList();
    assertThat(catalog().put(items)).isEmpty();
    assertThat(dynamo.requests)
        .filteredOn(TransactWriteItemsRequest.class::isInstance)
        .map(request -> ((TransactWriteItemsRequest) request).transactItems().size() - 1)
        .containsExactly(13, 13, 4);
  }

  private void numbersAreGivenOut() {
    AtomicInteger last = new AtomicInteger();
    dynamo.onUpdate =
        _ ->
            UpdateItemResponse.builder()
                .attributes(Map.of("last", Attributes.of(last.incrementAndGet())))
                .build();
  }

  private DynamoCatalog catalog() {
    return new DynamoCatalog(dynamo, NAMES, retries, () -> Instant.EPOCH, 1);
  }

  private DynamoEventLog eventLog() {
    return new DynamoEventLog(dynamo, NAMES, retries, Duration.ofDays(1), () -> Instant.EPOCH, 1);
  }

  private static Event event(String id) {
    return new Event(
        id,
        new UserId("u"),
        null,
        new ItemId("i"),
        Instant.EPOCH,
        new Action.View(),
        Attribution.NONE);
  }

  private static RowKey item(int number) {
    return TableLayout.item(new ItemId("" + number));
  }

  private static List<WriteRequest> deletes(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> BatchWriter.delete(item(i))).toList();
  }

  private static BatchWriteItemResponse leaving(List<WriteRequest> rows) {
    return BatchWriteItemResponse.builder()
        .unprocessedItems(rows.isEmpty() ? Map.of() : Map.of("t-items", rows, "t-events", rows))
        .build();
  }

  private static List<WriteRequest> rows(BatchWriteItemRequest request) {
    return request.requestItems().values().iterator().next();
  }

  private static KeysAndAttributes keys(BatchGetItemRequest request) {
    return request.requestItems().values().iterator().next();
  }

  private List<Integer> sizes() {
    return dynamo.requests.stream()
        .map(request -> rows((BatchWriteItemRequest) request).size())
        .toList();
  }
}
