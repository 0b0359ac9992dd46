package dev.akin.dynamodb;

import dev.akin.port.TrainingBoard;
import dev.akin.port.TrainingBoardContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshTables.Extension.class)
final class DynamoTrainingBoardTest extends TrainingBoardContract {
  private final TrainingBoard board;

  DynamoTrainingBoardTest(FreshTables tables) {
    board = tables.trainingBoard();
  }

  @Override
  protected TrainingBoard board() {
    return board;
  }
}
