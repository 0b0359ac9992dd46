package dev.akin.app;

import dev.akin.learn.InteractionCollector;
import dev.akin.learn.ItemText;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.Release;
import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleasePart;
import dev.akin.model.UnreadableModelException;
import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import dev.akin.port.TrainingBoard;
import dev.akin.port.TrainingBoard.State;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Learns everything anew from the event log and publishes it as one release. A crash at any point
/// leaves the live release serving; what it wrote is removed by a later training.
public final class Retrain {
  /// How often a training gives a sign of life, besides what it reports.
  static final Duration BEAT = Duration.ofSeconds(30);

  /// A training that has given no sign of life for so long is dead, and another one may begin.
  public static final Duration LEASE = Duration.ofMinutes(3);

  /// What began so long ago has ended even if it was only taken for dead: Lambda ends a function
  /// after 15 minutes.
  public static final Duration LIFETIME = Duration.ofMinutes(16);

  /// How many releases are kept beside the live one.
  static final int KEPT = 3;

  private final EventLog events;
  private final Catalog catalog;
  private final ReleaseStore releases;
  private final TrainingBoard board;
  private final ReleaseTraining training;
  private final InstantSource clock;
  private final Heartbeat heartbeat;

  public Retrain(
      EventLog events,
      Catalog catalog,
      ReleaseStore releases,
      TrainingBoard board,
      ReleaseTraining training,
      InstantSource clock,
      Heartbeat heartbeat) {
    this.events = events;
    this.catalog = catalog;
    this.releases = releases;
    this.board = board;
    this.training = training;
    this.clock = clock;
    this.heartbeat = heartbeat;
  }

  /// How a training ended.
  public sealed interface Outcome {
    /// @param manifest of the release that is live now
    record Published(ReleaseManifest manifest) implements Outcome {}

    /// Another training is running, or this one was started before; it did nothing, or nothing that
    /// will be seen.
    record AlreadyRunning() implements Outcome {}

    /// The gate kept the live release.
    record Rejected(String why) implements Outcome {}

    /// Another release became live during the training; it stays.
    record Overtaken(ReleaseId release) implements Outcome {}
  }

  /// Trains and publishes.
  ///
  /// @param trainingId under which the board reports
  /// @throws RuntimeException whatever stopped it, after the board has said so; a full heap as well
  public Outcome run(String trainingId) {
    Instant now = clock.instant();
    if (!board.begin(trainingId, now, LEASE)) {
      return new Outcome.AlreadyRunning();
    }
    TrainingReporter reporter = new TrainingReporter(board, clock, trainingId, now);
    try (Heartbeat.Beating _ = heartbeat.every(BEAT, reporter::beat)) {
      return train(now, reporter);
    } catch (RuntimeException | OutOfMemoryError e) {
      sayWhy(e, reporter);
      throw e;
    }
  }

  /// What stopped the training is what the caller should see, whatever becomes of the note.
  private static void sayWhy(Throwable stopped, TrainingReporter reporter) {
    try {
      reporter.end(State.FAILED, stopped.getClass().getSimpleName() + ": " + stopped.getMessage());
    } catch (RuntimeException unsaid) {
      stopped.addSuppressed(unsaid);
    }
  }

  private Outcome train(Instant now, TrainingReporter reporter) {
    Optional<ReleaseId> live = releases.current();
    reporter.at("reading events", 0);
    InteractionCollector collector = new InteractionCollector();
    ShopFacts data = new ShopFacts();
    events.scan(
        event -> {
          collector.add(event);
          data.add(event);
        },
        (subject, erasure) -> collector.forget(subject, erasure.before().toEpochMilli()));
    reporter.at("reading the catalogue", 0.2);
    Map<String, Item> items = new HashMap<>();
    Set<ItemId> deleted = new HashSet<>();
    catalog.scan(item -> items.put(item.id().value(), item), deleted::add);
    items.values().forEach(data::add);
    deleted.retainAll(collector.items());
    deleted.forEach(id -> items.putIfAbsent(id.value(), Item.deleted(id)));
    data.itemsOfEvents(
        collector.items().size(),
        collector.items().stream().filter(id -> items.containsKey(id.value())).count());
    String[] ids = ids(collector.items(), items.keySet());
    ReleaseTraining.Material material =
        new ReleaseTraining.Material(
            collector.rows(ids),
            collector.subjects(),
            CatalogueSnapshot.of(ids, items),
            texts(ids, items),
            collector.contexts());
    ReleaseTraining.Trained trained =
        training.train(
            material,
            live.flatMap(this::load),
            now,
            (stage, fraction) -> reporter.at(stage, 0.25 + 0.55 * fraction));
    return publish(trained.counting(data), live, now, reporter);
  }

  private Outcome publish(
      ReleaseTraining.Trained trained,
      Optional<ReleaseId> live,
      Instant now,
      TrainingReporter reporter) {
    ReleaseManifest manifest = trained.manifest();
    String refusal = trained.refusal();
    if (refusal != null) {
      reporter.end(State.REJECTED, refusal);
      return new Outcome.Rejected(refusal);
    }
    releases.begin(manifest.id());
    long written = 0;
    for (ReleasePart part : trained.parts()) {
      reporter.at("writing the release", 0.8 + 0.19 * written / Math.max(1, trained.bytes()));
      releases.write(manifest.id(), part);
      written += part.bytes();
    }
    if (!reporter.holdsBoard()) {
      return new Outcome.AlreadyRunning();
    }
    if (!releases.publish(manifest, live)) {
      reporter.end(State.REJECTED, "another release became live during the training");
      return new Outcome.Overtaken(manifest.id());
    }
    cleanUp(now);
    reporter.end(State.SUCCEEDED, manifest.id().value());
    return new Outcome.Published(manifest);
  }

  /// The release is live by now: what cannot be removed is left to the next training.
  private void cleanUp(Instant now) {
    try {
      releases.expire(KEPT, now.minus(LIFETIME));
    } catch (StorageException busy) {
      return;
    }
  }

  /// The live release, to be compared with; empty if it cannot be read, which is no reason not to
  /// train a new one.
  private Optional<Release> load(ReleaseId id) {
    try {
      return releases.manifest(id).map(new ReleaseLoader(releases)::load);
    } catch (StorageException | UnreadableModelException unreadable) {
      return Optional.empty();
    }
  }

  private static List<ItemText> texts(String[] ids, Map<String, Item> items) {
    return Arrays.stream(ids)
        .map(id -> {
          Item item = items.get(id);
          return item == null ? ItemText.EMPTY : ItemText.of(item);
        })
        .toList();
  }

  private static String[] ids(Set<ItemId> seen, Set<String> listed) {
    Set<String> ids = new TreeSet<>(listed);
    seen.forEach(id -> ids.add(id.value()));
    return ids.toArray(String[]::new);
  }
}
