package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.app.StartTraining.Started;
import dev.akin.memory.RecordingTrainingTrigger;
import dev.akin.port.DeafTrainingBoard;
import dev.akin.port.StorageException;
import dev.akin.port.TrainingBoard.Progress;
import dev.akin.port.TrainingBoard.State;
import dev.akin.port.TrainingTrigger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StartTrainingTest {
  private final TestShop shop = TestShop.stocked();
  private final RecordingTrainingTrigger trigger = new RecordingTrainingTrigger();
  private final AtomicInteger number = new AtomicInteger();
  private final Supplier<String> ids = () -> "t" + number.incrementAndGet();

  @Test
  void whoAsksWhileATrainingIsBeingStartedIsToldItsId() {
    Started first = starting(trigger).start();
    Started second = starting(trigger).start();

    assertThat(first).isEqualTo(new Started("t1", false));
    assertThat(second).isEqualTo(new Started("t1", true));
    assertThat(trigger.started()).containsExactly("t1");
  }

  @Test
  void ofCallersAtTheSameTimeOneStartsATraining() {
    TrainingTrigger slow =
        id -> {
          // Another call comes before this one has returned.
          assertThat(starting(trigger).start()).isEqualTo(new Started(id, true));
          trigger.start(id);
        };

    assertThat(starting(slow).start()).isEqualTo(new Started("t1", false));
    assertThat(trigger.started()).containsExactly("t1");
  }

  @Test
  void theIdThatAllAreToldIsTheOneThatTrains() {
    starting(trigger).start();
    shop.retrain().run(trigger.started().getFirst());

    assertThat(shop.board.latest())
        .hasValueSatisfying(progress -> {
          assertThat(progress.trainingId()).isEqualTo("t1");
          assertThat(progress.state()).isEqualTo(State.SUCCEEDED);
        });
    assertThat(starting(trigger).start()).isEqualTo(new Started("t2", false));
  }

  @Test
  void aTrainingThatCouldNotBeStartedLeavesTheBoardToTheNext() {
    TrainingTrigger broken =
        _ -> {
          throw new StorageException("akin-retrain was not started: 500");
        };

    assertThatThrownBy(() -> starting(broken).start()).isInstanceOf(StorageException.class);

    assertThat(shop.board.latest())
        .map(Progress::message)
        .contains("akin-retrain was not started: 500");
    assertThat(starting(trigger).start()).isEqualTo(new Started("t2", false));
  }

  @Test
  void whatKeptATrainingFromStartingIsToldEvenIfTheBoardCannotBeWritten() {
    StorageException fault = new StorageException("akin-retrain was not started: 500");
    StorageException unsaid = new StorageException("the board did not answer");
    TrainingTrigger broken =
        _ -> {
          throw fault;
        };
    StartTraining starting =
        new StartTraining(
            new DeafTrainingBoard(shop.board, _ -> false, unsaid), broken, shop.clock, ids);

    assertThatThrownBy(starting::start).isSameAs(fault).hasSuppressedException(unsaid);
  }

  private StartTraining starting(TrainingTrigger by) {
    return new StartTraining(shop.board, by, shop.clock, ids);
  }
}
