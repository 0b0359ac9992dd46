package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.learn.Interactions;
import dev.akin.learn.ItemKnnParameters;
import dev.akin.learn.ItemKnnTrainer;
import dev.akin.learn.MemoryNeed;
import dev.akin.learn.Trainer;
import dev.akin.learn.TrainingMemory;
import dev.akin.model.ItemScorer;
import dev.akin.port.DeafTrainingBoard;
import dev.akin.port.StorageException;
import dev.akin.port.TrainingBoard;
import dev.akin.port.TrainingBoard.Progress;
import dev.akin.port.TrainingBoard.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How others know whether a training lives.
class TrainingLifeTest {
  private static final Duration NEARLY = Retrain.LEASE.minusSeconds(1);

  private final TestShop shop = TestShop.stocked();

  @Test
  void aLongStageThatBeatsKeepsTheBoard() {
    Runnable longStage =
        () -> {
          for (int beat = 0; beat < 5; beat++) {
            shop.pass(NEARLY);
            shop.heart.run();
          }
          shop.pass(NEARLY);
          assertThat(shop.board.begin("other", shop.clock.instant(), Retrain.LEASE)).isFalse();
          assertThat(stateShown()).isEqualTo(State.RUNNING);
        };

    assertThat(shop.retrainWith(new Meanwhile(longStage)).run("t"))
        .isInstanceOf(Retrain.Outcome.Published.class);
  }

  @Test
  void aTrainingThatWasKilledIsShownAsDeadAndLeavesTheBoardWithinMinutes() {
    shop.board.begin("killed", shop.clock.instant(), Retrain.LEASE);
    assertThat(stateShown()).isEqualTo(State.RUNNING);

    shop.pass(Duration.ofMinutes(3));

    assertThat(stateShown()).isEqualTo(State.FAILED);
    assertThat(shown().message()).contains("no sign of life", "POST /trainings");
    assertThat(shop.retrain().run("next")).isInstanceOf(Retrain.Outcome.Published.class);
    assertThat(stateShown()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void whoWasTakenForDeadPublishesNothing() {
    Runnable frozen =
        () -> {
          shop.pass(Retrain.LEASE);
          assertThat(shop.board.begin("other", shop.clock.instant(), Retrain.LEASE)).isTrue();
        };

    assertThat(shop.retrainWith(new Meanwhile(frozen)).run("t"))
        .isEqualTo(new Retrain.Outcome.AlreadyRunning());
    assertThat(shop.releases.current()).isEmpty();
    assertThat(shown().trainingId()).isEqualTo("other");
  }

  @Test
  void aBeatAfterTheEndSaysNothing() {
    shop.retrain().run("t");
    shop.pass(NEARLY);

    shop.heart.run();

    assertThat(stateShown()).isEqualTo(State.SUCCEEDED);
    assertThat(shown().updatedAt()).isEqualTo(TestShop.NOW);
  }

  @Test
  void aBoardThatCannotBeToldCostsNoTraining() {
    shop.told = deaf(shop.board);

    assertThat(shop.retrain().run("t")).isInstanceOf(Retrain.Outcome.Published.class);

    assertThat(shop.releases.current()).isPresent();
    assertThat(stateShown()).isEqualTo(State.RUNNING);
  }

  @Test
  void aFullHeapIsSaidOnTheBoard() {
    Runnable greedy =
        () -> {
          throw new OutOfMemoryError("Java heap space");
        };

    assertThatThrownBy(() -> shop.retrainWith(new Meanwhile(greedy)).run("t"))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(stateShown()).isEqualTo(State.FAILED);
    assertThat(shown().message()).isEqualTo("OutOfMemoryError: Java heap space");
  }

  private State stateShown() {
    return shown().state();
  }

  private Progress shown() {
    return new ReportStatus(shop.releases, shop.board, shop.catalog, shop.clock)
        .report()
        .training()
        .orElseThrow();
  }

  /// Hears only that a training begins, and whether it still has the board just before it
  /// publishes.
  private static TrainingBoard deaf(TrainingBoard board) {
    return new DeafTrainingBoard(
        board,
        progress -> progress.state() == State.RUNNING && progress.fraction() > 0.95,
        new StorageException("the store is busy"));
  }

  /// Something happens while a model is learned.
  private record Meanwhile(Runnable event) implements Trainer {
    private static final Trainer LEARNING = new ItemKnnTrainer(ItemKnnParameters.DEFAULT);

    @Override
    public String name() {
      return LEARNING.name();
    }

    @Override
    public ItemScorer fit(Interactions interactions) {
      event.run();
      return LEARNING.fit(interactions);
    }

    @Override
    public MemoryNeed memory(TrainingMemory size) {
      return LEARNING.memory(size);
    }
  }
}
