package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.port.StorageException;
import dev.akin.port.TrainingBoard.Progress;
import dev.akin.port.TrainingBoard.State;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// The whole condition of every conditional write: what keeps two writers from undoing each other.
final class ConditionsTest {
  private static final ReleaseId OLD = new ReleaseId("20261101T000000Z-00000001");
  private static final ReleaseId NEW = new ReleaseId("20261102T000000Z-00000002");
  private static final Instant NOW = Instant.ofEpochMilli(1_000_000);
  private static final ReleaseManifest MANIFEST =
      new ReleaseManifest(
          NEW, 1, NOW, 7, "als", new TrainingCounts(1, 1, 1, 1, 0), List.of(), "{}");

  private final FakeDynamo dynamo = new FakeDynamo();
  private final TableNames names = TableNames.withPrefix("t");
  private final DynamoReleaseStore store =
      new DynamoReleaseStore(dynamo, names, FreshTables.patience());

  @Test
  void anItemTakesOnlyAHigherNumberAndIsNeverWrittenWithoutItsRowOfTheFeed() {
    dynamo.onUpdate =
        _ -> UpdateItemResponse.builder().attributes(Map.of("last", number(7))).build();
    new DynamoCatalog(dynamo, names, FreshTables.patience(), () -> NOW, 1)
        .put(List.of(Item.bare(new ItemId("mug"))));
    UpdateItemRequest numbering = (UpdateItemRequest) dynamo.requests.getFirst();
    assertThat(numbering.updateExpression()).isEqualTo("ADD #last :one SET #at = :now");
    TransactWriteItemsRequest transaction = (TransactWriteItemsRequest) dynamo.requests.getLast();
    assertThat(transaction.transactItems()).hasSize(2);
    Put item = transaction.transactItems().getFirst().put();
    assertThat(item.item()).containsEntry("pk", text("i#mug")).containsEntry("change", number(7));
    assertThat(item.conditionExpression())
        .isEqualTo("attribute_not_exists(#change) OR #change <= :number");
    assertThat(item.expressionAttributeNames()).isEqualTo(Map.of("#change", "change"));
    assertThat(item.expressionAttributeValues()).isEqualTo(Map.of(":number", number(7)));
    assertThat(transaction.transactItems().getLast().put().item())
        .containsEntry("pk", text("feed"))
        .containsEntry("sk", text("0000000000000007"));
  }

  @Test
  void announcingNeverTouchesAPublishedReleaseAndRefusesOneThatIsBeingRemoved() {
    store.begin(NEW);
    UpdateItemRequest update = (UpdateItemRequest) dynamo.requests.getFirst();
    assertThat(update.updateExpression())
        .isEqualTo("SET #status = if_not_exists(#status, :writing)");
    assertThat(update.conditionExpression())
        .isEqualTo("attribute_not_exists(#status) OR #status <> :removing");
    assertThat(update.expressionAttributeNames()).isEqualTo(Map.of("#status", "status"));
    assertThat(update.expressionAttributeValues())
        .isEqualTo(Map.of(":writing", text("writing"), ":removing", text("removing")));
  }

  @Test
  void publishingStoresTheManifestAndMovesThePointerFromTheExpectedReleaseInOneTransaction() {
    assertThat(store.publish(MANIFEST, Optional.of(OLD))).isTrue();
    TransactWriteItemsRequest transaction = onlyTransaction();
    assertThat(transaction.transactItems()).hasSize(2);

    Put manifest = transaction.transactItems().get(0).put();
    assertThat(manifest.item()).containsEntry("status", text("published"));
    assertThat(manifest.conditionExpression()).isEqualTo("#status IN (:writing, :published)");
    assertThat(manifest.expressionAttributeNames()).isEqualTo(Map.of("#status", "status"));
    assertThat(manifest.expressionAttributeValues())
        .isEqualTo(Map.of(":writing", text("writing"), ":published", text("published")));

    Update pointer = transaction.transactItems().get(1).update();
    assertThat(pointer.key()).isEqualTo(Map.of("pk", text("release"), "sk", text("current")));
    assertThat(pointer.updateExpression()).isEqualTo("SET #current = :id");
    assertThat(pointer.conditionExpression()).isEqualTo("#current = :expected");
    assertThat(pointer.expressionAttributeNames()).isEqualTo(Map.of("#current", "release"));
    assertThat(pointer.expressionAttributeValues())
        .isEqualTo(Map.of(":id", text(NEW.value()), ":expected", text(OLD.value())));
  }

  @Test
  void theFirstReleaseIsPublishedOnlyWhereThereIsNoPointer() {
    store.publish(MANIFEST, Optional.empty());
    Update pointer = onlyTransaction().transactItems().get(1).update();
    assertThat(pointer.conditionExpression()).isEqualTo("attribute_not_exists(#current)");
    assertThat(pointer.expressionAttributeValues()).isEqualTo(Map.of(":id", text(NEW.value())));
  }

  @Test
  void aRetryThatMeetsItsOwnSuccessIsASuccess() {
    dynamo.onTransaction = _ -> refuse("None", NEW);
    assertThat(store.publish(MANIFEST, Optional.of(OLD))).isTrue();
    dynamo.onTransaction = _ -> refuse("None", OLD);
    assertThat(store.publish(MANIFEST, Optional.empty())).isFalse();
  }

  @Test
  void aConflictWithAnotherTransactionIsTriedAgain() {
    dynamo.onTransaction =
        _ -> {
          dynamo.onTransaction = _ -> TransactWriteItemsResponse.builder().build();
          throw cancelled(reason("TransactionConflict"), reason("None"));
        };
    assertThat(store.publish(MANIFEST, Optional.of(OLD))).isTrue();
    assertThat(dynamo.requests).hasSize(2);
  }

  @Test
  void aReleaseThatIsGoneIsAFaultEvenIfThePointerMovedToo() {
    dynamo.onTransaction = _ -> refuse("ConditionalCheckFailed", OLD);
    assertThatThrownBy(() -> store.publish(MANIFEST, Optional.empty()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(NEW.value());
  }

  @Test
  void rollingBackHoldsTheManifestFast() {
    assertThat(store.activate(OLD)).isTrue();
    TransactWriteItemsRequest transaction = onlyTransaction();
    ConditionCheck published = transaction.transactItems().get(0).conditionCheck();
    assertThat(published.key())
        .isEqualTo(Map.of("pk", text("release"), "sk", text("id#" + OLD.value())));
    assertThat(published.conditionExpression()).isEqualTo("#status = :published");
    assertThat(published.expressionAttributeNames()).isEqualTo(Map.of("#status", "status"));
    assertThat(published.expressionAttributeValues())
        .isEqualTo(Map.of(":published", text("published")));
    Update pointer = transaction.transactItems().get(1).update();
    assertThat(pointer.updateExpression()).isEqualTo("SET #current = :id");
    assertThat(pointer.conditionExpression()).isNull();
  }

  @Test
  void removingStartsOnlyWhileTheReleaseIsNotLive() {
    ReleaseSwitch releases =
        new ReleaseSwitch(new Table(dynamo, names.models(), FreshTables.patience()));
    assertThat(releases.retire(OLD, ReleaseStatus.WRITING)).isTrue();
    TransactWriteItemsRequest transaction = onlyTransaction();
    Update mark = transaction.transactItems().get(0).update();
    assertThat(mark.updateExpression()).isEqualTo("SET #status = :removing");
    assertThat(mark.conditionExpression()).isEqualTo("#status IN (:seen, :removing)");
    assertThat(mark.expressionAttributeValues())
        .isEqualTo(Map.of(":seen", text("writing"), ":removing", text("removing")));
    ConditionCheck notLive = transaction.transactItems().get(1).conditionCheck();
    assertThat(notLive.key()).isEqualTo(Map.of("pk", text("release"), "sk", text("current")));
    assertThat(notLive.conditionExpression())
        .isEqualTo("attribute_not_exists(#current) OR #current <> :id");
    assertThat(notLive.expressionAttributeValues()).isEqualTo(Map.of(":id", text(OLD.value())));

    dynamo.onTransaction = _ -> refuse("None", OLD);
    assertThat(releases.retire(OLD, ReleaseStatus.PUBLISHED)).isFalse();
  }

  @Test
  void aTrainingBeginsOnlyOnAFreeBoardAndReportsOnlyOnItsOwn() {
    DynamoTrainingBoard board = new DynamoTrainingBoard(dynamo, names, FreshTables.patience());
    board.begin("t1", NOW, Duration.ofSeconds(60));
    PutItemRequest begin = (PutItemRequest) dynamo.requests.getFirst();
    assertThat(begin.conditionExpression())
        .isEqualTo(
            "attribute_not_exists(#training) OR (#state <> :running AND #training <> :training)"
                + " OR (#state = :running AND (#updatedAt <= :dead OR (#training = :training"
                + " AND (attribute_exists(#claimed) OR #startedAt = :now))))");
    assertThat(begin.item()).doesNotContainKey("claimed");
    assertThat(begin.expressionAttributeNames())
        .isEqualTo(
            Map.of(
                "#training", "trainingId",
                "#state", "state",
                "#startedAt", "startedAt",
                "#updatedAt", "updatedAt",
                "#claimed", "claimed"));
    assertThat(begin.expressionAttributeValues())
        .isEqualTo(
            Map.of(
                ":training", text("t1"),
                ":running", text("RUNNING"),
                ":now", AttributeValue.fromN("1000000"),
                ":dead", AttributeValue.fromN("940000")));

    board.report(new Progress("t1", State.FAILED, "reading", 0.1, NOW, NOW, "boom"));
    PutItemRequest report = (PutItemRequest) dynamo.requests.getLast();
    assertThat(report.conditionExpression())
        .isEqualTo("#training = :training AND #state = :running");
    assertThat(report.expressionAttributeNames())
        .isEqualTo(Map.of("#training", "trainingId", "#state", "state"));
    assertThat(report.expressionAttributeValues())
        .isEqualTo(Map.of(":training", text("t1"), ":running", text("RUNNING")));
  }

  private TransactWriteItemsRequest onlyTransaction() {
    assertThat(dynamo.requests).hasSize(1);
    return (TransactWriteItemsRequest) dynamo.requests.getFirst();
  }

  private static TransactWriteItemsResponse refuse(String manifest, ReleaseId live) {
    throw cancelled(
        reason(manifest),
        CancellationReason.builder()
            .code("ConditionalCheckFailed")
            .item(Map.of("release", text(live.value())))
            .build());
  }

  private static TransactionCanceledException cancelled(CancellationReason... reasons) {
    return TransactionCanceledException.builder().cancellationReasons(reasons).build();
  }

  private static CancellationReason reason(String code) {
    return CancellationReason.builder().code(code).build();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long number) {
    return Attributes.of(number);
  }
}
