package dev.akin.app;

import dev.akin.model.Release;
import dev.akin.model.ReleaseCodec;
import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.model.UnreadableModelException;
import dev.akin.model.UserSpace;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Reads a release, or what one purpose needs of it: the next parts while one is decoded.
public final class ReleaseLoader {
  /// How many parts are read ahead. More would be no faster, because the chunks of each part are
  /// read side by side, and hold more bytes at once: a sandbox keeps what loading took.
  private static final int AHEAD = 2;

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
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      Reading reading = new Reading(manifest.id(), needed, readers);
      reading.goAhead();
      try {
        return decoder.apply(reading::bytes);
      } finally {
        readers.shutdownNow();
      }
    }
  }

  /// The parts of a release on their way. Not safe for concurrent use.
  private final class Reading {
    private final ReleaseId id;
    private final ExecutorService readers;
    private final SequencedMap<String, PartInfo> waiting = new LinkedHashMap<>();
    private final Map<String, Future<byte[]>> reads = new HashMap<>();

    Reading(ReleaseId id, List<PartInfo> needed, ExecutorService readers) {
      this.id = id;
      this.readers = readers;
      needed.forEach(part -> waiting.put(part.name(), part));
    }

    /// Begins to read the next parts, as far as they may be held.
    void goAhead() {
      while (reads.size() < AHEAD && !waiting.isEmpty()) {
        begin(waiting.firstEntry().getValue());
      }
    }

    private void begin(PartInfo part) {
      waiting.remove(part.name());
      reads.put(part.name(), readers.submit(() -> store.read(id, part)));
    }

    /// The bytes of a part, held here no longer.
    byte[] bytes(String name) {
      PartInfo early = waiting.get(name);
      if (early != null) {
        begin(early);
      }
      Future<byte[]> read = reads.remove(name);
      if (read == null) {
        throw new UnreadableModelException("the release has no part " + name);
      }
      try {
        byte[] bytes = read.get();
        goAhead();
        return bytes;
      } catch (ExecutionException e) {
        throw new StorageException("a part of the release cannot be read", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StorageException("interrupted while reading the release", e);
      }
    }
  }
}
