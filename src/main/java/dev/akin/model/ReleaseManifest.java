package dev.akin.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a release is and what belongs to it. Written last, so a manifest vouches for its parts.
///
/// @param format version of the binary format; a reader refuses what it does not know
/// @param trainedAt the moment that decay was counted from
/// @param seed of everything random in the training
/// @param strategy the best strategy of this release's own evaluation, served by default
/// @param counts what the training saw
/// @param parts every part with its chunk count and size
/// @param report the evaluation report as JSON
public record ReleaseManifest(
    ReleaseId id,
    int format,
    Instant trainedAt,
    long seed,
    String strategy,
    TrainingCounts counts,
    List<PartInfo> parts,
    String report) {
  public static final int FORMAT = 3;

  public ReleaseManifest {
    parts = List.copyOf(parts);
  }

  /// Size of one part.
  public record PartInfo(String name, int chunks, long bytes) {
    public static PartInfo of(ReleasePart part) {
      return new PartInfo(part.name(), part.chunks().size(), part.bytes());
    }
  }

  /// @param events read from the log
  /// @param users with at least one kept interaction
  /// @param items in the release: catalogue and interactions together
  /// @param interactions distinct user-item pairs trained on
  /// @param robotSessions subjects left out because no person acts like that
  /// @param data what else was counted, by name: what the shop sends and what it does not; empty of
  ///   releases that were trained before it was
  public record TrainingCounts(
      long events,
      long users,
      long items,
      long interactions,
      long robotSessions,
      Map<String, Long> data) {
    public TrainingCounts {
      data = Map.copyOf(data);
    }

    public TrainingCounts(
        long events, long users, long items, long interactions, long robotSessions) {
      this(events, users, items, interactions, robotSessions, Map.of());
    }

    /// The same with more.
    public TrainingCounts with(Map<String, Long> more) {
      Map<String, Long> all = new HashMap<>(data);
      all.putAll(more);
      return new TrainingCounts(events, users, items, interactions, robotSessions, all);
    }
  }

  /// The same with more counted.
  public ReleaseManifest counting(Map<String, Long> more) {
    return new ReleaseManifest(
        id, format, trainedAt, seed, strategy, counts.with(more), parts, report);
  }

  public Optional<PartInfo> part(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst();
  }
}
