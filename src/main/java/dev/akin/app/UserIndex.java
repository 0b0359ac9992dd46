package dev.akin.app;

import dev.akin.model.ReleaseManifest;
import dev.akin.model.UserSpace;
import dev.akin.port.StorageException;
import org.jspecify.annotations.Nullable;

/// What is kept of a release to find users like one user.
///
/// @param space null if the release cannot compare users
public record UserIndex(ReleaseManifest manifest, @Nullable UserSpace space) {
  /// Loads the index of a release.
  ///
  /// @throws StorageException if a part is missing or broken
  public static UserIndex load(ReleaseLoader loader, ReleaseManifest manifest) {
    return new UserIndex(manifest, loader.loadUsers(manifest).orElse(null));
  }
}
