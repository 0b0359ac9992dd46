package dev.akin.app;

import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.port.ReleaseStore;
import java.util.List;
import java.util.Optional;

/// Lists the releases that are kept, with their reports.
public final class ListReleases {
  private final ReleaseStore releases;

  public ListReleases(ReleaseStore releases) {
    this.releases = releases;
  }

  /// Newest first.
  public List<Listed> list() {
    Optional<ReleaseId> current = releases.current();
    return releases.manifests().stream()
        .map(manifest -> new Listed(manifest, current.filter(manifest.id()::equals).isPresent()))
        .toList();
  }

  /// @param live whether this release is served
  public record Listed(ReleaseManifest manifest, boolean live) {}
}
