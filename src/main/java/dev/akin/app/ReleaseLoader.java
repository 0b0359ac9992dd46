package dev.akin.app;

import dev.akin.model.Release;
import dev.akin.model.ReleaseCodec;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.model.UnreadableModelException;
import dev.akin.model.UserSpace;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Reads a release, or what one purpose needs of it, at once, some parts side by side.
public final class ReleaseLoader {
  /// More would only hold more bytes at once: the chunks of each part are read side by side too.
  private static final int PARTS_AT_ONCE = 5;

  private final ReleaseStore store;

  public ReleaseLoader(ReleaseStore store) {
    this.store = store;
  }

  /// @throws StorageException if a part cannot be read
  /// @throws UnreadableModelException if what was read is no release of ours
  public Release load(ReleaseManifest manifest) {
    return load(
        manifest, ReleaseCodec.needed(manifest), parts -> ReleaseCodec.decode(manifest, parts));
  }

  /// The items alone and how popular they are, see [ReleaseCodec#decodeItems].
  ///
  /// @throws StorageException if a part cannot be read
  /// @throws UnreadableModelException if what was read is no release of ours
  Release loadItems(ReleaseManifest manifest) {
    return load(
        manifest,
        ReleaseCodec.neededForItems(manifest),
        parts -> ReleaseCodec.decodeItems(manifest, parts));
  }

  /// What comparing users needs; empty if the release has no such parts.
  ///
  /// @throws StorageException if a part cannot be read
  /// @throws UnreadableModelException if what was read is no release of ours
  Optional<UserSpace> loadUsers(ReleaseManifest manifest) {
    List<PartInfo> needed = ReleaseCodec.neededForUsers(manifest);
    return needed.isEmpty()
        ? Optional.empty()
        : Optional.of(load(manifest, needed, parts -> ReleaseCodec.decodeUsers(manifest, parts)));
  }

  private <T> T load(
      ReleaseManifest manifest, List<PartInfo> needed, Function<ReleaseCodec.Parts, T> decoder) {
    try (ExecutorService readers =
        Executors.newFixedThreadPool(PARTS_AT_ONCE, Thread.ofVirtual().factory())) {
      Map<String, Future<byte[]>> reads = new HashMap<>();
      for (PartInfo part : needed) {
        reads.put(part.name(), readers.submit(() -> store.read(manifest.id(), part)));
      }
      try {
        return decoder.apply(name -> taken(reads, name));
      } finally {
        readers.shutdownNow();
      }
    }
  }

  /// The bytes of a part, held here no longer.
  private static byte[] taken(Map<String, Future<byte[]>> reads, String name) {
    Future<byte[]> read = reads.remove(name);
    if (read == null) {
      throw new UnreadableModelException("the release has no part " + name);
    }
    try {
      return read.get();
    } catch (ExecutionException e) {
      throw new StorageException("a part of the release cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageException("interrupted while reading the release", e);
    }
  }
}
