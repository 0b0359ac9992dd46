package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.port.ActivityContract;
import dev.akin.port.EventLog;
import dev.akin.port.EventLog.Appended;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// The mark in the events table that says until when they may have been written.
@ExtendWith(FreshTables.Extension.class)
final class DynamoActivityTest extends ActivityContract {
  /// The end of the hour that begins at noon, and five minutes.
  private static final Instant FIRST = NOON.plus(Duration.ofMinutes(65));

  private final FreshTables tables;
  private final FakeDynamo dynamo = new FakeDynamo();
  private final DynamoEventLog faked =
      new DynamoEventLog(
          dynamo,
          TableNames.withPrefix("t"),
          FreshTables.patience(),
          DynamoEventLog.DEFAULT_RETENTION,
          () -> now,
          1);

  DynamoActivityTest(FreshTables tables) {
    this.tables = tables;
  }

  @Override
  protected EventLog log(InstantSource clock) {
    return tables.eventLog(clock);
  }

  @Test
  void aTableThatNobodyWatchedIsWatchedFromTheFirstLookOn() {
    assertThat(log(() -> now).quietSince()).isEqualTo(FIRST);
    now = now.plus(Duration.ofDays(1));
    assertThat(log(() -> now).quietSince()).isEqualTo(FIRST);
    assertThat(row()).doesNotContainKey(TableLayout.TTL);
  }

  @Test
  void theMarkNeverGoesBack() {
    log(() -> now.plus(Duration.ofHours(2))).append(List.of(event(1)));
    log(() -> now).append(List.of(event(2)));
    assertThat(log(() -> now).quietSince()).isEqualTo(FIRST.plus(Duration.ofHours(2)));
  }

  @Test
  void aLogMarksAnHourBeforeItsFirstEventAndThenNoMore() {
    for (int minute = 0; minute < 60; minute += 10) {
      assertThat(faked.append(List.of(event(minute)))).containsExactly(Appended.STORED);
      now = now.plus(Duration.ofMinutes(10));
    }
    assertThat(dynamo.requests.stream().filter(DynamoActivityTest::writes).map(Object::getClass))
        .startsWith(UpdateItemRequest.class, BatchWriteItemRequest.class)
        .filteredOn(UpdateItemRequest.class::equals)
        .hasSize(1);
    dynamo.requests.clear();

    faked.append(List.of(event(60)));

    assertThat(dynamo.requests.stream().filter(DynamoActivityTest::writes).map(Object::getClass))
        .containsExactly(UpdateItemRequest.class, BatchWriteItemRequest.class);
  }

  @Test
  void theMarkOnlyMovesForward() {
    faked.append(List.of(event(1)));
    UpdateItemRequest update =
        (UpdateItemRequest)
            dynamo.requests.stream().filter(DynamoActivityTest::writes).findFirst().orElseThrow();
    assertThat(update.key())
        .isEqualTo(Map.of("pk", Attributes.of("activity"), "sk", Attributes.of("latest")));
    assertThat(update.updateExpression()).isEqualTo("SET #until = :until");
    assertThat(update.conditionExpression())
        .isEqualTo("attribute_not_exists(#until) OR #until < :until");
    assertThat(update.expressionAttributeNames()).isEqualTo(Map.of("#until", "until"));
    assertThat(update.expressionAttributeValues())
        .isEqualTo(Map.of(":until", Attributes.of(FIRST.toEpochMilli())));
  }

  @Test
  void anHourThatAnotherMarkedIsMarkedAndNoFault() {
    dynamo.onUpdate =
        _ -> {
          throw ConditionalCheckFailedException.builder().message("later already").build();
        };
    faked.append(List.of(event(1)));
    faked.append(List.of(event(2)));
    assertThat(dynamo.requests).filteredOn(UpdateItemRequest.class::isInstance).hasSize(1);
  }

  @Test
  void eventsAreStoredThoughTheMarkCannotBeMovedAndTheNextOnesTryAgain() {
    dynamo.onUpdate =
        _ -> {
          throw FakeDynamo.fault("InternalServerError", 500);
        };
    assertThat(faked.append(List.of(event(1)))).containsExactly(Appended.STORED);
    assertThat(dynamo.requests).filteredOn(UpdateItemRequest.class::isInstance).hasSize(6);
    assertThat(dynamo.requests.getLast()).isInstanceOf(BatchWriteItemRequest.class);

    dynamo.onUpdate = _ -> UpdateItemResponse.builder().build();
    assertThat(faked.append(List.of(event(2)))).containsExactly(Appended.STORED);
    assertThat(faked.append(List.of(event(3)))).containsExactly(Appended.STORED);
    assertThat(dynamo.requests).filteredOn(UpdateItemRequest.class::isInstance).hasSize(7);
  }

  @Test
  void manyThreadsMarkAnHourOnce() {
    EventLog log = log(() -> now);
    tables.meter().reset();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      IntStream.range(0, 40).forEach(i -> threads.submit(() -> log.append(List.of(event(i)))));
    }
    assertThat(tables.meter().writes()).as("forty events and one mark").isEqualTo(40 + 1);
  }

  private static boolean writes(Object request) {
    return request instanceof UpdateItemRequest || request instanceof BatchWriteItemRequest;
  }

  private Map<String, ?> row() {
    return tables
        .client()
        .getItem(
            get -> get.tableName(tables.names().events()).key(TableLayout.activity().attributes()))
        .item();
  }

  private static Event event(int number) {
    return new Event(
        "e" + number,
        new UserId("ann"),
        null,
        new ItemId("item"),
        NOON.plusSeconds(number),
        new Action.View(),
        Attribution.NONE);
  }
}
