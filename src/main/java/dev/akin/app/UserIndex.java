package dev.akin.app;

import dev.akin.model.ReleaseManifest;
import dev.akin.model.UserSpace;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import org.jspecify.annotations.Nullable;

/// What is kept of a release to find users by their taste.
///
/// @param space null if the release cannot compare users
/// @param neighbours reads the lists of similar items when they are asked for
public record UserIndex(
    ReleaseManifest manifest, @Nullable UserSpace space, NeighbourReader neighbours) {
  static final String NEEDS_RELEASE = "a release: POST /trainings makes the first";
  static final String NEEDS_USERS =
      "a release with reference users: "
          + TrainingPlan.FACTORS_NEED
          + ", akin.training.reference-users above 0, then a training";
  static final String NEEDS_TRAINING = "a training: the live release is older than events are kept";

  /// Loads the index of a release.
  ///
  /// @throws StorageException if a part is missing or broken
  public static UserIndex load(ReleaseStore store, ReleaseManifest manifest) {
    return new UserIndex(
        manifest,
        new ReleaseLoader(store).loadUsers(manifest).orElse(null),
        new NeighbourReader(store, manifest));
  }
}
