package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.BoardRow;
import dev.akin.port.TrainingBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/// The training board as one row of the models table, changed by conditional writes only. Times are
/// kept to the millisecond.
public final class DynamoTrainingBoard implements TrainingBoard {
  /// What has ended makes room for others, not for itself. The last line is for what was claimed,
  /// and for a retry that meets its own success.
  private static final String FREE =
      "attribute_not_exists(#training) OR (#state <> :running AND #training <> :training)"
          + " OR (#state = :running AND (#updatedAt <= :dead"
          + " OR (#training = :training AND (attribute_exists(#claimed) OR #startedAt = :now))))";

  private final Table table;

  public DynamoTrainingBoard(DynamoDbClient client, TableNames tables, Retries retries) {
    this.table = new Table(client, tables.models(), retries);
  }

  @Override
  public boolean claim(String trainingId, Instant now, Duration lease) {
    Map<String, AttributeValue> row = starting(trainingId, now);
    row.put(BoardRow.CLAIMED, Attributes.of(true));
    return occupy(trainingId, row, now, lease);
  }

  @Override
  public boolean begin(String trainingId, Instant now, Duration lease) {
    return occupy(trainingId, starting(trainingId, now), now, lease);
  }

  private static Map<String, AttributeValue> starting(String trainingId, Instant now) {
    return encode(Progress.starting(trainingId, now));
  }

  private boolean occupy(
      String trainingId, Map<String, AttributeValue> row, Instant now, Duration lease) {
    return write(
        PutItemRequest.builder()
            .item(row)
            .conditionExpression(FREE)
            .expressionAttributeNames(
                Map.of(
                    "#training", BoardRow.TRAINING,
                    "#state", BoardRow.STATE,
                    "#startedAt", BoardRow.STARTED_AT,
                    "#updatedAt", BoardRow.UPDATED_AT,
                    "#claimed", BoardRow.CLAIMED))
            .expressionAttributeValues(
                Map.of(
                    ":training", Attributes.of(trainingId),
                    ":running", Attributes.of(State.RUNNING.name()),
                    ":now", Attributes.of(now.toEpochMilli()),
                    ":dead", Attributes.of(now.minus(lease).toEpochMilli()))));
  }

  @Override
  public boolean report(Progress progress) {
    return write(
        PutItemRequest.builder()
            .item(encode(progress))
            .conditionExpression("#training = :training AND #state = :running")
            .expressionAttributeNames(
                Map.of("#training", BoardRow.TRAINING, "#state", BoardRow.STATE))
            .expressionAttributeValues(
                Map.of(
                    ":training", Attributes.of(progress.trainingId()),
                    ":running", Attributes.of(State.RUNNING.name()))));
  }

  @Override
  public Optional<Progress> latest() {
    return table.get(TableLayout.board(), true).map(DynamoTrainingBoard::decode);
  }

  private boolean write(PutItemRequest.Builder put) {
    PutItemRequest request = put.tableName(table.name()).build();
    return table.call(
        "writing the training board",
        store -> {
          try {
            store.putItem(request);
            return true;
          } catch (ConditionalCheckFailedException _) {
            return false;
          }
        });
  }

  private static Map<String, AttributeValue> encode(Progress progress) {
    Map<String, AttributeValue> row = new HashMap<>(TableLayout.board().attributes());
    row.put(BoardRow.TRAINING, Attributes.of(progress.trainingId()));
    row.put(BoardRow.STATE, Attributes.of(progress.state().name()));
    row.put(BoardRow.STAGE, Attributes.of(progress.stage()));
    row.put(BoardRow.FRACTION, Attributes.of(progress.fraction()));
    row.put(BoardRow.STARTED_AT, Attributes.of(progress.startedAt().toEpochMilli()));
    row.put(BoardRow.UPDATED_AT, Attributes.of(progress.updatedAt().toEpochMilli()));
    @Nullable String message = progress.message();
    if (message != null) {
      row.put(BoardRow.MESSAGE, Attributes.of(message));
    }
    return row;
  }

  private static Progress decode(Map<String, AttributeValue> row) {
    return new Progress(
        Attributes.text(row, BoardRow.TRAINING),
        State.valueOf(Attributes.text(row, BoardRow.STATE)),
        Attributes.text(row, BoardRow.STAGE),
        Attributes.decimal(row, BoardRow.FRACTION),
        Instant.ofEpochMilli(Attributes.integer(row, BoardRow.STARTED_AT)),
        Instant.ofEpochMilli(Attributes.integer(row, BoardRow.UPDATED_AT)),
        Attributes.textOrNull(row, BoardRow.MESSAGE));
  }
}
