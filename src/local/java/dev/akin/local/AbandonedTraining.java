package dev.akin.local;

import dev.akin.dynamodb.DynamoTrainingBoard;
import dev.akin.dynamodb.Retries;
import dev.akin.dynamodb.TableNames;
import dev.akin.port.TrainingBoard;
import dev.akin.port.TrainingBoard.State;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Ends what the board of local tables says about a training that ended with the program: only one
/// program at a time has the tables, so nothing can be running when they are opened.
public final class AbandonedTraining {
  private AbandonedTraining() {}

  /// To be called before anything may train.
  public static void end(DynamoDbClient client, TableNames names, InstantSource clock) {
    TrainingBoard board =
        new DynamoTrainingBoard(client, names, Retries.forRequests(Thread::sleep, () -> 0.5));
    board
        .latest()
        .filter(training -> training.state() == State.RUNNING)
        .map(training ->
            training.failed(clock.instant(), "it ended with the program that had the tables"))
        .ifPresent(ended -> {
          boolean _ = board.report(ended);
        });
  }
}
