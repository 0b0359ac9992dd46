package dev.akin.memory;

import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleasePart;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Releases in memory, newest first.
public final class InMemoryReleaseStore implements ReleaseStore {
  private final NavigableMap<ReleaseId, Release> releases =
      new TreeMap<>(Comparator.<ReleaseId>reverseOrder());
  private @Nullable ReleaseId live;

  /// One release: announced without a manifest, published with one.
  private static final class Release {
    private final Map<String, ReleasePart> parts = new HashMap<>();
    private @Nullable ReleaseManifest manifest;
  }

  @Override
  public synchronized void begin(ReleaseId id) {
    releases.computeIfAbsent(id, _ -> new Release());
  }

  @Override
  public synchronized void write(ReleaseId id, ReleasePart part) {
    announced(id).parts.put(part.name(), part);
  }

  @Override
  public synchronized boolean publish(ReleaseManifest manifest, Optional<ReleaseId> expected) {
    Release release = announced(manifest.id());
    if (!current().equals(expected) && !manifest.id().equals(live)) {
      return false;
    }
    release.manifest = manifest;
    live = manifest.id();
    return true;
  }

  @Override
  public synchronized boolean activate(ReleaseId id) {
    if (manifest(id).isEmpty()) {
      return false;
    }
    live = id;
    return true;
  }

  @Override
  public synchronized Optional<ReleaseId> current() {
    return Optional.ofNullable(live);
  }

  @Override
  public synchronized Optional<ReleaseManifest> manifest(ReleaseId id) {
    Release release = releases.get(id);
    return release == null ? Optional.empty() : Optional.ofNullable(release.manifest);
  }

  @Override
  public synchronized List<ReleaseManifest> manifests() {
    return releases.keySet().stream().flatMap(id -> manifest(id).stream()).toList();
  }

  @Override
  public synchronized byte[] read(ReleaseId id, ReleaseManifest.PartInfo part) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (int number = 0; number < part.chunks(); number++) {
      joined.writeBytes(
          chunk(id, part.name(), number)
              .orElseThrow(() -> new StorageException("a chunk of " + part + " is missing")));
    }
    if (joined.size() != part.bytes()) {
      throw new StorageException(part + " has " + joined.size() + " bytes");
    }
    return joined.toByteArray();
  }

  @Override
  public synchronized Optional<byte[]> chunk(ReleaseId id, String part, int number) {
    Release release = releases.get(id);
    ReleasePart stored = release == null ? null : release.parts.get(part);
    return stored == null || number < 0 || number >= stored.chunks().size()
        ? Optional.empty()
        : Optional.of(stored.chunks().get(number).clone());
  }

  @Override
  public synchronized List<ReleaseId> expire(int keep, Instant abandonedBefore) {
    List<ReleaseId> removed = new ArrayList<>();
    int others = 0;
    for (Map.Entry<ReleaseId, Release> entry : releases.entrySet()) {
      ReleaseId id = entry.getKey();
      boolean superfluous =
          entry.getValue().manifest == null
              ? id.isBefore(abandonedBefore)
              : !id.equals(live) && others++ >= keep;
      if (superfluous) {
        removed.add(id);
      }
    }
    removed.forEach(releases::remove);
    return removed;
  }

  private Release announced(ReleaseId id) {
    Release release = releases.get(id);
    if (release == null) {
      throw new StorageException("release " + id.value() + " was not announced or is gone");
    }
    return release;
  }
}
