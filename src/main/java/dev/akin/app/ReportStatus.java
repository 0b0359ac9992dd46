package dev.akin.app;

import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.port.ReleaseStore;
import dev.akin.port.TrainingBoard;
import java.util.List;
import java.util.Optional;

/// Says what works already and what the next step needs.
public final class ReportStatus {
  private final ReleaseStore releases;
  private final TrainingBoard board;

  public ReportStatus(ReleaseStore releases, TrainingBoard board) {
    this.releases = releases;
    this.board = board;
  }

  public ShopStatus report() {
    Optional<ReleaseManifest> live = releases.current().flatMap(releases::manifest);
    return new ShopStatus(live, board.latest(), ladder(live.map(ReleaseManifest::counts)));
  }

  private static List<Rung> ladder(Optional<TrainingCounts> counts) {
    long events = counts.map(TrainingCounts::events).orElse(0L);
    long users = counts.map(TrainingCounts::users).orElse(0L);
    long pairs = counts.map(TrainingCounts::interactions).orElse(0L);
    return List.of(
        new Rung("newest items", true, "one item in the catalogue"),
        new Rung("popular items", events > 0, "one event, then a training"),
        new Rung(
            "similar items",
            pairs >= 2 && users >= 1 && pairs > users,
            "one customer with two items, then a training; good from about 50 customers"),
        new Rung(
            "personal recommendations",
            TrainingPlan.enoughForFactors(users, pairs),
            TrainingPlan.FACTORS_NEED + ", then a training"));
  }

  /// @param live the release that is served
  /// @param training the latest training, running or ended
  /// @param ladder what the data seen by the live release unlocks, in the order of climbing
  public record ShopStatus(
      Optional<ReleaseManifest> live,
      Optional<TrainingBoard.Progress> training,
      List<Rung> ladder) {
    public ShopStatus {
      ladder = List.copyOf(ladder);
    }
  }

  /// @param capability what a shop can show
  /// @param ready whether it works now
  /// @param needs what it takes
  public record Rung(String capability, boolean ready, String needs) {}
}
