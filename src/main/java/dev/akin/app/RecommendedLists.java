package dev.akin.app;

import dev.akin.model.ReleaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lists of a screen, in the order in which they were asked for.
///
/// @param release the release that answered, or null while there is none
public record RecommendedLists(@Nullable ReleaseId release, List<Named> lists) {
  public RecommendedLists {
    lists = List.copyOf(lists);
  }

  /// One of the lists.
  ///
  /// @param found its cursor leads on in this list alone; nothing comes that is on the screen
  public record Named(String name, Recommendations found) {}
}
