package dev.akin.memory;

import dev.akin.port.TrainingBoard;
import dev.akin.port.TrainingBoardContract;

final class InMemoryTrainingBoardTest extends TrainingBoardContract {
  private final TrainingBoard board = new InMemoryTrainingBoard();

  @Override
  protected TrainingBoard board() {
    return board;
  }
}
