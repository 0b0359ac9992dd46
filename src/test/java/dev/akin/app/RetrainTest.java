package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.learn.Interactions;
import dev.akin.learn.MemoryNeed;
import dev.akin.learn.Trainer;
import dev.akin.learn.TrainingMemory;
import dev.akin.memory.InMemoryReleaseStore;
import dev.akin.model.ItemScorer;
import dev.akin.model.NeighbourLists;
import dev.akin.model.NeighbourModel;
import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleasePart;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import dev.akin.port.TrainingBoard.Progress;
import dev.akin.port.TrainingBoard.State;
import dev.akin.shop.Action;
import dev.akin.shop.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RetrainTest {
  private final TestShop shop = TestShop.stocked();

  @Test
  void publishesAReleaseAndSaysSo() {
    Retrain.Outcome outcome = shop.retrain().run("t1");

    assertThat(outcome).isInstanceOf(Retrain.Outcome.Published.class);
    ReleaseManifest manifest = ((Retrain.Outcome.Published) outcome).manifest();
    assertThat(shop.releases.current()).contains(manifest.id());
    assertThat(manifest.strategy()).isEqualTo("blend");
    assertThat(manifest.counts().events()).isEqualTo(360);
    assertThat(manifest.counts().users()).isEqualTo(60);
    assertThat(manifest.counts().items()).isEqualTo(40);
    assertThat(shop.board.latest().orElseThrow().state()).isEqualTo(State.SUCCEEDED);
    assertThat(shop.board.latest().orElseThrow().fraction()).isEqualTo(1);
  }

  @Test
  void theSameDataGivesTheSameReleaseByteForByte() {
    TestShop twin = TestShop.stocked();
    shop.retrain().run("t1");
    twin.retrain().run("t2");

    ReleaseId id = shop.releases.current().orElseThrow();
    assertThat(twin.releases.current()).contains(id);
    for (ReleaseManifest.PartInfo part : shop.releases.manifest(id).orElseThrow().parts()) {
      assertThat(twin.releases.read(id, part)).isEqualTo(shop.releases.read(id, part));
    }
  }

  @Test
  void aSecondTrainingAtTheSameTimeDoesNothing() {
    assertThat(shop.board.begin("other", TestShop.NOW, Retrain.LEASE)).isTrue();

    assertThat(shop.retrain().run("t")).isEqualTo(new Retrain.Outcome.AlreadyRunning());
    assertThat(shop.releases.current()).isEmpty();
  }

  @Test
  void whatIsDeliveredAgainAfterItsEndDoesNothing() {
    shop.retrain().run("t");
    Optional<ReleaseId> live = shop.releases.current();
    Optional<Progress> ended = shop.board.latest();
    shop.pass(Duration.ofMinutes(1));

    assertThat(shop.retrain().run("t")).isEqualTo(new Retrain.Outcome.AlreadyRunning());

    assertThat(shop.releases.manifests()).hasSize(1);
    assertThat(shop.releases.current()).isEqualTo(live);
    assertThat(shop.board.latest()).isEqualTo(ended);
  }

  @Test
  void aCrashWhileWritingLeavesTheLiveReleaseServingAndIsCleanedUpLater() {
    shop.retrain().run("t1");
    ReleaseId live = shop.releases.current().orElseThrow();
    shop.pass(Duration.ofHours(1));

    assertThatThrownBy(() -> shop.retrain(new Failing(shop.releases, "popular-list")).run("t2"))
        .isInstanceOf(StorageException.class);

    assertThat(shop.releases.current()).contains(live);
    assertThat(shop.board.latest().orElseThrow().state()).isEqualTo(State.FAILED);
    shop.pass(Duration.ofHours(1));
    assertThat(shop.retrain().run("t3")).isInstanceOf(Retrain.Outcome.Published.class);
    assertThat(shop.releases.manifests()).hasSize(2);
  }

  @Test
  void aReleaseThatBecameLiveDuringTheTrainingStays() {
    shop.retrain().run("t1");
    ReleaseId first = shop.releases.current().orElseThrow();
    shop.pass(Duration.ofHours(1));
    shop.retrain().run("t2");
    ReleaseId second = shop.releases.current().orElseThrow();
    shop.pass(Duration.ofHours(1));

    Retrain.Outcome outcome =
        shop.retrain(new Overtaking(shop.releases, () -> shop.releases.activate(first))).run("t3");

    assertThat(outcome).isInstanceOf(Retrain.Outcome.Overtaken.class);
    assertThat(shop.releases.current()).contains(first).isNotEqualTo(Optional.of(second));
    assertThat(shop.board.latest().orElseThrow().state()).isEqualTo(State.REJECTED);
  }

  @Test
  void aCleanUpThatFailsIsNoFailureOfTheTraining() {
    ReleaseStore busy =
        new Delegating(shop.releases) {
          @Override
          public List<ReleaseId> expire(int keep, Instant abandonedBefore) {
            throw new StorageException("the store is busy");
          }
        };

    assertThat(shop.retrain(busy).run("t")).isInstanceOf(Retrain.Outcome.Published.class);

    assertThat(shop.releases.current()).isPresent();
    assertThat(shop.board.latest().orElseThrow().state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void threeReleasesAreKeptBesideTheLiveOne() {
    for (int i = 0; i < 7; i++) {
      shop.retrain().run("t" + i);
      shop.pass(Duration.ofDays(1));
    }

    assertThat(shop.releases.manifests()).hasSize(1 + Retrain.KEPT);
  }

  @Test
  void theReportSaysWhatEachStrategyIsWorthAndTheBestIsServed() {
    TestShop returning = TestShop.returningCustomers();
    returning.retrain().run("t");

    ReleaseManifest manifest =
        returning.releases.manifest(returning.releases.current().orElseThrow()).orElseThrow();
    assertThat(manifest.report())
        .contains("\"strategies\"", "\"popular\"", "\"factors\"", "\"neighbours\"", "ndcg@10");
    assertThat(manifest.strategy()).isIn("blend", "linear", "factors", "neighbours");
    assertThat(manifest.report()).contains("\"chosen\": \"" + manifest.strategy() + "\"");
  }

  @Test
  void theReportSaysWhenTheLiveReleaseCannotBeComparedWith() {
    TestShop returning = TestShop.returningCustomers();
    returning.retrain().run("t1");
    returning.pass(Duration.ofHours(1));

    Retrain.Outcome outcome = returning.retrain().run("t2");

    assertThat(((Retrain.Outcome.Published) outcome).manifest().report())
        .contains("too few customers came back");
  }

  @Test
  void theGateKeepsALiveReleaseThatIsSignificantlyBetter() {
    TestShop returning = TestShop.returningCustomers();
    returning.retrain().run("t1");
    ReleaseId live = returning.releases.current().orElseThrow();
    returning.pass(Duration.ofDays(2));
    returning.comeBack();

    Retrain.Outcome outcome = returning.retrainWith(new ContraryTrainer()).run("t2");

    assertThat(outcome).isInstanceOf(Retrain.Outcome.Rejected.class);
    assertThat(returning.releases.current()).contains(live);
    assertThat(returning.board.latest().orElseThrow().state()).isEqualTo(State.REJECTED);
    assertThat(returning.board.latest().orElseThrow().message()).contains("significantly worse");
    assertThat(returning.retrain().run("t3"))
        .as("an equally good candidate passes")
        .isInstanceOf(Retrain.Outcome.Published.class);
  }

  @Test
  void robotsAreLeftOutAndCounted() {
    for (int i = 0; i < 1_200; i++) {
      shop.append("robot", "tool-%02d".formatted(i % 20), new Action.View());
    }
    shop.retrain().run("t");

    ReleaseId id = shop.releases.current().orElseThrow();
    assertThat(shop.releases.manifest(id).orElseThrow().counts().robotSessions()).isEqualTo(1);
    assertThat(shop.releases.manifest(id).orElseThrow().counts().users()).isEqualTo(60);
  }

  @Test
  void similarItemsAreThoseOfTheSameTaste() {
    shop.retrain().run("t");
    SimilarRequest request =
        new SimilarRequest(
            new ItemId("tool-05"), 5, SimilarRequest.Basis.BEHAVIOUR, null, Set.of());

    var found = shop.findSimilarItems().find(request);

    assertThat(found.items())
        .hasSize(5)
        .allMatch(item -> item.item().value().startsWith("tool"))
        .allMatch(item -> item.source().equals("neighbours"))
        .noneMatch(item -> item.item().value().equals("tool-05"));
  }

  @Test
  void anUnknownItemHasPopularItemsBesideIt() {
    shop.retrain().run("t");
    SimilarRequest request =
        new SimilarRequest(
            new ItemId("nowhere"), 5, SimilarRequest.Basis.BEHAVIOUR, null, Set.of());

    assertThat(shop.findSimilarItems().find(request).items())
        .hasSize(5)
        .allMatch(item -> item.source().equals("popular"));
  }

  /// Learns the opposite of everything: likes what nobody of the same taste likes.
  private static final class ContraryTrainer implements Trainer {
    @Override
    public String name() {
      return "contrary";
    }

    @Override
    public ItemScorer fit(Interactions interactions) {
      int items = interactions.items();
      int[] starts = new int[items + 1];
      int[] neighbours = new int[items];
      float[] weights = new float[items];
      for (int item = 0; item < items; item++) {
        starts[item + 1] = item + 1;
        neighbours[item] = items - 1 - item;
        weights[item] = 1;
      }
      return new NeighbourModel(new NeighbourLists(starts, neighbours, weights));
    }

    @Override
    public MemoryNeed memory(TrainingMemory size) {
      return new MemoryNeed(size.input(), 0);
    }
  }

  /// Breaks when a certain part is written.
  private static final class Failing extends Delegating {
    private final String part;

    Failing(InMemoryReleaseStore store, String part) {
      super(store);
      this.part = part;
    }

    @Override
    public void write(ReleaseId id, ReleasePart written) {
      if (written.name().equals(part)) {
        throw new StorageException("the store went away");
      }
      super.write(id, written);
    }
  }

  /// Somebody else acts just before the pointer is switched.
  private static final class Overtaking extends Delegating {
    private final Runnable somebody;

    Overtaking(InMemoryReleaseStore store, Runnable somebody) {
      super(store);
      this.somebody = somebody;
    }

    @Override
    public boolean publish(ReleaseManifest manifest, Optional<ReleaseId> expected) {
      somebody.run();
      return super.publish(manifest, expected);
    }
  }

  private static class Delegating implements ReleaseStore {
    private final ReleaseStore store;

    Delegating(ReleaseStore store) {
      this.store = store;
    }

    @Override
    public void begin(ReleaseId id) {
      store.begin(id);
    }

    @Override
    public void write(ReleaseId id, ReleasePart part) {
      store.write(id, part);
    }

    @Override
    public boolean publish(ReleaseManifest manifest, Optional<ReleaseId> expected) {
      return store.publish(manifest, expected);
    }

    @Override
    public boolean activate(ReleaseId id) {
      return store.activate(id);
    }

    @Override
    public Optional<ReleaseId> current() {
      return store.current();
    }

    @Override
    public Optional<ReleaseManifest> manifest(ReleaseId id) {
      return store.manifest(id);
    }

    @Override
    public List<ReleaseManifest> manifests() {
      return store.manifests();
    }

    @Override
    public byte[] read(ReleaseId id, ReleaseManifest.PartInfo part) {
      return store.read(id, part);
    }

    @Override
    public Optional<byte[]> chunk(ReleaseId id, String part, int number) {
      return store.chunk(id, part, number);
    }

    @Override
    public List<ReleaseId> expire(int keep, Instant abandonedBefore) {
      return store.expire(keep, abandonedBefore);
    }
  }
}
