package dev.akin.app;

import dev.akin.model.Release;
import dev.akin.model.ReleaseCodec;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads all of a release at once, its parts side by side.
public final class ReleaseLoader {
  private final ReleaseStore store;

  public ReleaseLoader(ReleaseStore store) {
    this.store = store;
  }

  /// @throws StorageException if a part cannot be read
  /// @throws dev.akin.model.UnreadableModelException if what was read is no release of ours
  public Release load(ReleaseManifest manifest) {
    Map<String, byte[]> parts = new HashMap<>();
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<byte[]>> reads = new HashMap<>();
      for (PartInfo part : ReleaseCodec.needed(manifest)) {
        reads.put(part.name(), readers.submit(() -> store.read(manifest.id(), part)));
      }
      for (Map.Entry<String, Future<byte[]>> read : reads.entrySet()) {
        parts.put(read.getKey(), read.getValue().get());
      }
    } catch (ExecutionException e) {
      throw new StorageException("a part of the release cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageException("interrupted while reading the release", e);
    }
    return ReleaseCodec.decode(manifest, parts);
  }
}
