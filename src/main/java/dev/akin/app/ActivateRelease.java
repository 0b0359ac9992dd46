package dev.akin.app;

import dev.akin.model.ReleaseId;
import dev.akin.port.ReleaseStore;

/// Rolls back (or forward) to a release that is kept: one conditional write.
public final class ActivateRelease {
  private final ReleaseStore releases;

  public ActivateRelease(ReleaseStore releases) {
    this.releases = releases;
  }

  /// @return false if there is no such release
  public boolean activate(String id) {
    ReleaseId release;
    try {
      release = new ReleaseId(id);
    } catch (IllegalArgumentException notAnId) {
      return false;
    }
    return releases.activate(release);
  }
}
