package dev.akin.port;

import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleasePart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Immutable releases and the one pointer to the live one.
///
/// A release is written in this order: [#begin], every [#write], [#publish]. A crash in between
/// leaves the live release as it was; what the crash left behind is removed by [#expire].
public interface ReleaseStore {
  /// Announces a release that is about to be written, so that its leftovers can be found if the
  /// writer dies. Announcing the same id again is allowed.
  void begin(ReleaseId id);

  /// Stores one part. Chunks carry a checksum; writing the same part again is allowed.
  void write(ReleaseId id, ReleasePart part);

  /// Stores the manifest and switches the pointer from `expected` to it by one conditional write.
  ///
  /// @param expected the live release that the training started from, or empty for none
  /// @return false, with the pointer unchanged, if another release became live in between
  boolean publish(ReleaseManifest manifest, Optional<ReleaseId> expected);

  /// Switches the pointer to a release that is kept.
  ///
  /// @return false if there is no such release
  boolean activate(ReleaseId id);

  /// The live release: one small read.
  Optional<ReleaseId> current();

  Optional<ReleaseManifest> manifest(ReleaseId id);

  /// The published releases, newest first.
  List<ReleaseManifest> manifests();

  /// A whole part, its chunks read in parallel and joined.
  ///
  /// @throws StorageException if a chunk is missing or its checksum is wrong
  byte[] read(ReleaseId id, ReleaseManifest.PartInfo part);

  /// One chunk of a part, for look-ups that need no more: one small read, eventually consistent
  /// (chunks never change).
  Optional<byte[]> chunk(ReleaseId id, String part, int number);

  /// Deletes every release, finished or abandoned, but the live one and the `keep` newest others. A
  /// release announced at or after `abandonedBefore` (see [ReleaseId], which sorts by time) and not
  /// yet published is left alone: somebody may be writing it.
  ///
  /// @return the ids that were removed
  List<ReleaseId> expire(int keep, Instant abandonedBefore);
}
