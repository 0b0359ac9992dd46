package dev.akin.app;

import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.port.Catalog;
import dev.akin.port.ReleaseStore;
import dev.akin.port.TrainingBoard;
import dev.akin.port.TrainingBoard.Progress;
import dev.akin.port.TrainingBoard.State;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what works already, what the next step needs, and what is missing in the data. Trainings
/// count, so this reads a manifest; only before the first one it reads a page of the catalogue.
public final class ReportStatus {
  /// Items that stand for the catalogue before the first training.
  private static final int SAMPLE = 200;

  private final ReleaseStore releases;
  private final TrainingBoard board;
  private final Catalog catalog;
  private final InstantSource clock;

  public ReportStatus(
      ReleaseStore releases, TrainingBoard board, Catalog catalog, InstantSource clock) {
    this.releases = releases;
    this.board = board;
    this.catalog = catalog;
    this.clock = clock;
  }

  public ShopStatus report() {
    Optional<Progress> training = board.latest().map(this::judged);
    Optional<ReleaseManifest> live = releases.current().flatMap(releases::manifest);
    if (live.isPresent()) {
      return new ShopStatus(
          live, training, ReadinessLadder.of(live.get()), Shortcomings.of(live.get().counts()));
    }
    TrainingCounts counts = firstPage();
    return new ShopStatus(
        live, training, ReadinessLadder.untrained(counts), Shortcomings.untrained(counts));
  }

  /// A training that was killed could not say so itself.
  private Progress judged(Progress training) {
    if (training.state() != State.RUNNING || training.alive(clock.instant(), Retrain.LEASE)) {
      return training;
    }
    return training.failed(
        training.updatedAt(),
        "it gave no sign of life for "
            + Retrain.LEASE.toMinutes()
            + " minutes, so it counts as dead; the log of retrain may say why, POST /trainings"
            + " starts another");
  }

  private TrainingCounts firstPage() {
    ShopFacts data = new ShopFacts();
    catalog.page(null, SAMPLE).items().forEach(data::add);
    long items = ShopFact.LISTED.in(data.counts());
    return new TrainingCounts(0, 0, items, 0, 0, data.counts());
  }

  /// @param live the release that is served
  /// @param training the latest training, running or ended
  /// @param ladder what the data seen by the live release unlocks, in the order of climbing
  /// @param missing what the data lacks, the first step first
  public record ShopStatus(
      Optional<ReleaseManifest> live,
      Optional<Progress> training,
      List<Rung> ladder,
      List<Missing> missing) {
    public ShopStatus {
      ladder = List.copyOf(ladder);
      missing = List.copyOf(missing);
    }
  }

  /// @param capability what a shop can show
  /// @param ready whether it works now
  /// @param needs what it takes
  /// @param counts how much of it there is; empty where nothing can be counted
  public record Rung(String capability, boolean ready, String needs, List<Count> counts) {
    public Rung {
      counts = List.copyOf(counts);
    }
  }

  /// @param have when the live release was trained; before the first training of the catalogue's
  ///   first page
  /// @param need the least that it takes
  public record Count(String what, long have, long need) {}

  /// A fact about what the shop sends.
  ///
  /// @param code stable, for programs
  /// @param remedy what to send
  /// @param have how many there are, or null if that says nothing
  /// @param need how many there should be, or null
  public record Missing(
      String code, String message, String remedy, @Nullable Long have, @Nullable Long need) {
    Missing(String code, String message, String remedy) {
      this(code, message, remedy, null, null);
    }

    Missing(String code, String message, String remedy, long have, long need) {
      this(code, message, remedy, Long.valueOf(have), Long.valueOf(need));
    }
  }
}
