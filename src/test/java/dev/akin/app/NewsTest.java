package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.model.ReleaseId;
import dev.akin.port.EventLog;
import dev.akin.port.ForwardingEventLog;
import dev.akin.port.StorageException;
import dev.akin.port.TrainingBoard.Progress;
import dev.akin.port.TrainingBoard.State;
import dev.akin.shop.Action;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class NewsTest {
  private final TestShop shop = TestShop.stocked();

  @Test
  void aShopThatWasNeverTrainedIsNews() {
    assertThat(news().any()).isTrue();
  }

  @Test
  void afterATrainingThereIsNoneUntilSomethingHappens() {
    trainLater();
    assertThat(news().any()).isFalse();
    shop.pass(Duration.ofDays(20));
    assertThat(news().any()).isFalse();

    shop.append("tea-1", "tea-01", new Action.View());

    assertThat(news().any()).isTrue();
    trainLater();
    assertThat(news().any()).isFalse();
  }

  @Test
  void whatHappensDuringATrainingIsNewsAfterIt() {
    shop.pass(Duration.ofDays(1));
    assertThat(shop.board.begin("t", shop.clock.instant(), Retrain.LEASE)).isTrue();
    Progress began = shop.board.latest().orElseThrow();
    shop.append("tea-1", "tea-01", new Action.View());
    shop.pass(Duration.ofMinutes(1));
    end(began, State.SUCCEEDED);

    assertThat(news().any()).isTrue();
  }

  @Test
  void aFailedTrainingIsTriedAgainAndARefusedOneIsNot() {
    trainLater();
    for (State state : State.values()) {
      shop.pass(Duration.ofDays(1));
      assertThat(shop.board.begin("t-" + state, shop.clock.instant(), Retrain.LEASE)).isTrue();
      if (state != State.RUNNING) {
        end(shop.board.latest().orElseThrow(), state);
      }
      assertThat(news().any())
          .as("%s", state)
          .isEqualTo(state == State.FAILED || state == State.RUNNING);
    }
  }

  @Test
  void aRollbackStaysInForceUntilSomethingHappens() {
    trainLater();
    ReleaseId first = shop.releases.current().orElseThrow();
    shop.buy("tea-1", "tea-01");
    trainLater();
    assertThat(shop.releases.current().orElseThrow()).isNotEqualTo(first);

    shop.releases.activate(first);
    shop.pass(Duration.ofDays(1));

    assertThat(news().any()).isFalse();
    shop.buy("tea-1", "tea-02");
    assertThat(news().any()).isTrue();
  }

  @Test
  void aReleaseThatIsGoneIsNews() {
    shop.pass(Duration.ofDays(1));
    shop.board.begin("t", shop.clock.instant(), Retrain.LEASE);
    end(shop.board.latest().orElseThrow(), State.SUCCEEDED);

    assertThat(shop.releases.current()).isEmpty();
    assertThat(news().any()).isTrue();
  }

  @Test
  void afterAMonthThereIsNewsAnyway() {
    trainLater();
    shop.pass(News.LONGEST_REST.minusMillis(1));
    assertThat(news().any()).isFalse();
    shop.pass(Duration.ofMillis(1));
    assertThat(news().any()).isTrue();
  }

  @Test
  void aStoreThatCannotTellIsNews() {
    trainLater();
    EventLog silent =
        new ForwardingEventLog(shop.events) {
          @Override
          public Instant quietSince() {
            throw new StorageException("the store went away");
          }
        };
    assertThat(new News(silent, shop.catalog, shop.releases, shop.board, shop.clock).any())
        .isTrue();
  }

  private News news() {
    return new News(shop.events, shop.catalog, shop.releases, shop.board, shop.clock);
  }

  private void trainLater() {
    shop.pass(Duration.ofHours(2));
    assertThat(shop.retrain().run("t-" + shop.clock.instant()))
        .isInstanceOf(Retrain.Outcome.Published.class);
  }

  private void end(Progress running, State state) {
    assertThat(
            shop.board.report(
                new Progress(
                    running.trainingId(),
                    state,
                    "ended",
                    1,
                    running.startedAt(),
                    shop.clock.instant(),
                    null)))
        .isTrue();
  }
}
