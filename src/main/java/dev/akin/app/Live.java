package dev.akin.app;

import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.UnreadableModelException;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one sandbox has loaded of the live release. The pointer is looked at once per `recheck`;
/// what is loaded stays until something newer is loaded whole, so a fault of the store costs
/// freshness, never an answer.
///
/// Safe for concurrent use.
public final class Live<T> {
  /// How long nothing is served at most when the first look at the store fails.
  static final Duration FIRST_RECHECK = Duration.ofSeconds(5);

  private final ReleaseStore store;
  private final InstantSource clock;
  private final Duration recheck;
  private final Function<ReleaseManifest, T> loader;
  private final Consumer<String> warnings;
  private @Nullable ReleaseId loadedId;
  private @Nullable T loaded;
  private Instant nextCheck = Instant.MIN;

  /// @param loader reads what is needed of a release; may throw [StorageException]
  /// @param warnings told in a sentence when something older is served than should be
  public Live(
      ReleaseStore store,
      InstantSource clock,
      Duration recheck,
      Function<ReleaseManifest, T> loader,
      Consumer<String> warnings) {
    this.store = store;
    this.clock = clock;
    this.recheck = recheck;
    this.loader = loader;
    this.warnings = warnings;
  }

  /// The live release, or an older one if the live one cannot be read, or empty if there is none.
  public synchronized Optional<T> get() {
    Instant now = clock.instant();
    if (!now.isBefore(nextCheck)) {
      boolean settled = refresh() || loaded != null;
      nextCheck =
          now.plus(settled || recheck.compareTo(FIRST_RECHECK) < 0 ? recheck : FIRST_RECHECK);
    }
    return Optional.ofNullable(loaded);
  }

  /// @return whether what is loaded is what there is
  private boolean refresh() {
    try {
      Optional<ReleaseId> current = store.current();
      if (current.isEmpty() || current.get().equals(loadedId) || load(current.get())) {
        return true;
      }
      if (loaded == null) {
        loadAnyOlder(current.get());
      }
    } catch (StorageException e) {
      warnings.accept("the pointer to the live release cannot be read: " + e.getMessage());
    }
    return false;
  }

  private void loadAnyOlder(ReleaseId broken) {
    for (ReleaseManifest manifest : store.manifests()) {
      if (!manifest.id().equals(broken) && load(manifest.id())) {
        return;
      }
    }
  }

  private boolean load(ReleaseId id) {
    try {
      Optional<ReleaseManifest> manifest = store.manifest(id);
      if (manifest.isEmpty()) {
        warnings.accept("release " + id.value() + " has no manifest");
        return false;
      }
      loaded = loader.apply(manifest.get());
      loadedId = id;
      return true;
    } catch (StorageException | UnreadableModelException e) {
      warnings.accept("release " + id.value() + " cannot be read: " + e.getMessage());
      return false;
    }
  }
}
