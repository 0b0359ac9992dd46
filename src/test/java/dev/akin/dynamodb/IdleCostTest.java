package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.TrainingIds;
import dev.akin.config.Settings;
import dev.akin.config.Stores;
import dev.akin.config.UseCases;
import dev.akin.function.RetrainFunction;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the schedule costs a shop where nobody shops. The table is src/docs/access-patterns.md.
@ExtendWith(FreshTables.Extension.class)
final class IdleCostTest {
  private static final UserId ANN = new UserId("ann");
  private static final SessionId VISIT = new SessionId("visit");

  private final CapacityMeter meter;
  private final Stores stores;
  private final UseCases useCases;
  private final RetrainFunction retrain;
  private Instant now = Instant.parse("2100-06-01T12:00:00Z");
  private int events;

  IdleCostTest(FreshTables tables) {
    InstantSource clock = () -> now;
    this.meter = tables.meter();
    this.stores =
        new Stores(
            tables.eventLog(clock),
            tables.catalog(clock),
            tables.releaseStore(),
            tables.trainingBoard(),
            tables.keyStore(),
            tables.scenarioStore());
    this.useCases = new UseCases(stores, Settings.documented(), clock, _ -> {});
    AtomicLong number = new AtomicLong();
    this.retrain =
        new RetrainFunction(
            useCases.retrain(), useCases.news(), new TrainingIds(clock, number::incrementAndGet));
  }

  @BeforeEach
  void aShopThatWasTrainedAfterItsLastCustomerHadLeft() {
    stores.catalog().put(IntStream.range(0, 5).mapToObj(IdleCostTest::item).toList());
    IntStream.range(0, 20).forEach(i -> view(new UserId("u" + i % 4), null, i % 5));
    view(null, VISIT, 1);
    assertThat(tonight()).isEqualTo("published");
  }

  @Test
  void aNightWithoutNewsCostsAHandfulOfReadUnitsAndWritesNothing() {
    for (int night = 0; night < 3; night++) {
      now = now.plus(Duration.ofDays(1));
      meter.reset();
      assertThat(schedule()).isEqualTo("nothing new");
      assertThat(meter.calls()).as("board, two marks, pointer, manifest").isEqualTo(5);
      assertThat(meter.reads()).isBetween(5.0, 6.0);
      assertThat(meter.writes()).isZero();
    }
    assertThat(stores.releases().manifests()).hasSize(1);
  }

  @Test
  void whateverIsNewIsLearnedOnceAndThenTheNightsAreIdleAgain() {
    List<Runnable> news =
        List.of(
            () -> view(ANN, null, 1),
            () -> useCases.mergeSession().merge(VISIT, ANN),
            () -> useCases.eraseSubject().erase(ANN),
            () -> useCases.eraseSubject().erase(new UserId("nobody")),
            () -> stores.catalog().put(List.of(item(7))),
            () -> stores.catalog().change(item(7).id(), item -> item),
            () -> stores.catalog().delete(item(7).id()));
    for (Runnable happens : news) {
      assertThat(tonight()).isEqualTo("nothing new");
      happens.run();
      assertThat(tonight()).isNotEqualTo("nothing new");
      assertThat(tonight()).isEqualTo("nothing new");
    }
  }

  @Test
  void whatHappensJustBeforeATrainingIsLookedAtAgainTheNextNight() {
    view(ANN, null, 1);
    assertThat(schedule()).isEqualTo("published");
    assertThat(tonight()).isEqualTo("published");
    assertThat(tonight()).isEqualTo("nothing new");
  }

  @Test
  void aShopThatWasNeverUsedIsIdleAfterTwoNights(FreshTables empty) {
    InstantSource clock = () -> now;
    UseCases unused =
        new UseCases(
            new Stores(
                empty.eventLog(clock),
                empty.catalog(clock),
                empty.releaseStore(),
                empty.trainingBoard(),
                empty.keyStore(),
                empty.scenarioStore()),
            Settings.documented(),
            clock,
            _ -> {});
    unused.retrain().run("first");
    now = now.plus(Duration.ofDays(1));
    assertThat(unused.news().any()).as("nobody has watched so far").isTrue();
    unused.retrain().run("second");
    now = now.plus(Duration.ofDays(1));
    assertThat(unused.news().any()).as("the second was too early").isTrue();
    unused.retrain().run("third");
    now = now.plus(Duration.ofDays(1));
    assertThat(unused.news().any()).isFalse();
  }

  private String tonight() {
    now = now.plus(Duration.ofDays(1));
    return schedule();
  }

  private String schedule() {
    return retrain.retrain(new RetrainFunction.Input(null, "schedule")).outcome();
  }

  private void view(@Nullable UserId user, @Nullable SessionId session, int item) {
    stores
        .events()
        .append(
            List.of(
                new Event(
                    "e" + events++,
                    user,
                    session,
                    item(item).id(),
                    now.minus(Duration.ofMinutes(1)),
                    new Action.View(),
                    Attribution.NONE)));
  }

  private static Item item(int number) {
    return Item.bare(new ItemId("item-" + number));
  }
}
