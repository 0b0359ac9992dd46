package dev.akin.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.dynamodb.DynamoTrainingBoard;
import dev.akin.dynamodb.Retries;
import dev.akin.dynamodb.TableNames;
import dev.akin.port.TrainingBoard;
import dev.akin.port.TrainingBoard.Progress;
import dev.akin.port.TrainingBoard.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class AbandonedTrainingTest {
  private static final TableNames NAMES = TableNames.withPrefix("shop");
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(3);

  private final EmbeddedDynamo dynamo = EmbeddedDynamo.start(null);
  private final DynamoDbClient client = dynamo.client();
  private final TrainingBoard board;

  AbandonedTrainingTest() {
    new TableCreator(client, CloudFormationYaml.template()).create(NAMES);
    board = new DynamoTrainingBoard(client, NAMES, Retries.forRequests(Thread::sleep, () -> 0.5));
  }

  @AfterEach
  void stop() {
    client.close();
    dynamo.close();
  }

  @Test
  void whatRanWhenTheProgramWasKilledHoldsNothingUp() {
    board.begin("killed", NOW, LEASE);

    AbandonedTraining.end(client, NAMES, () -> NOW);

    assertThat(board.latest()).map(Progress::state).contains(State.FAILED);
    assertThat(board.claim("next", NOW, LEASE)).isTrue();
  }

  @Test
  void whatEndedByItselfIsLeftAsItIs() {
    AbandonedTraining.end(client, NAMES, () -> NOW);
    assertThat(board.latest()).isEmpty();

    board.begin("done", NOW, LEASE);
    Progress done = new Progress("done", State.SUCCEEDED, "writing", 1, NOW, NOW, "the release");
    board.report(done);
    AbandonedTraining.end(client, NAMES, () -> NOW.plusSeconds(9));

    assertThat(board.latest()).contains(done);
  }
}
