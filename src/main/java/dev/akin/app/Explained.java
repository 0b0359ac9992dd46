package dev.akin.app;

import dev.akin.app.Recommendations.Reason;
import dev.akin.model.ReleaseId;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an item is in a list, or why it is not.
///
/// @param release the release that answered, or null while there is none
/// @param strategy what ranks the list
/// @param known who has heard of the item
/// @param verdict what became of it
/// @param score null if nothing scores it
/// @param reasons what speaks for it, shares that sum to 1, largest first: those of the list if it
///   is there, else those that it would have by its score; empty if nothing scores it
/// @param events what the history holds of it, newest first
public record Explained(
    ItemId item,
    @Nullable ReleaseId release,
    String strategy,
    Known known,
    Verdict verdict,
    @Nullable Score score,
    List<Reason> reasons,
    List<Done> events) {
  public Explained {
    reasons = List.copyOf(reasons);
    events = List.copyOf(events);
  }

  /// @param release whether the live release knows the item
  /// @param catalogue whether the catalogue has it, or had it when the release was trained
  public record Known(boolean release, boolean catalogue) {}

  /// Where its score puts an item, whatever else happened to it.
  ///
  /// @param source the word of the part of the release that scores it
  /// @param score after boosts, context and rotation, comparable within one list
  /// @param factor what boosts, context and rotation did to it
  /// @param rank among all that may be shown: 1 if none of them is better
  public record Score(String source, double score, double factor, int rank) {}

  /// What somebody did to the item.
  ///
  /// @param type `view`, `purchase`, ...
  public record Done(String type, Instant time) {}
}
