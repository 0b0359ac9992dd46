package dev.akin.app;

import dev.akin.model.NeighbourPages;
import dev.akin.model.NeighbourPages.Neighbour;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.model.UnreadableModelException;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import dev.akin.shop.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the similar function keeps of a release: its manifest and the short popular list. The
/// neighbours themselves stay in the store, one small read away; and so does the catalogue, until
/// somebody asks for a filter or for fields of items. From then on it is kept as well.
///
/// Safe for concurrent use.
public final class SimilarIndex {
  /// After which a catalogue that could not be read is tried again.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ReleaseStore store;
  private final ReleaseManifest manifest;
  private final List<Neighbour> popular;
  private @Nullable ServedRelease items;
  private Instant nextTry = Instant.MIN;

  /// @param popular the most popular items, best first
  private SimilarIndex(ReleaseStore store, ReleaseManifest manifest, List<Neighbour> popular) {
    this.store = store;
    this.manifest = manifest;
    this.popular = List.copyOf(popular);
  }

  /// Loads the index of a release.
  ///
  /// @throws StorageException if a part is missing or broken
  public static SimilarIndex load(ReleaseStore store, ReleaseManifest manifest) {
    PartInfo part =
        manifest
            .part(NeighbourPages.POPULAR_PART)
            .orElseThrow(() -> new StorageException("the release has no popular list"));
    return new SimilarIndex(
        store, manifest, NeighbourPages.decodeList(store.read(manifest.id(), part)));
  }

  ReleaseManifest manifest() {
    return manifest;
  }

  List<Neighbour> popular() {
    return popular;
  }

  /// The neighbours of an item, best first: one small read, none if the release has no such lists.
  /// Empty if there is no list for the item.
  List<Neighbour> neighbours(SimilarRequest.Basis basis, ItemId item) {
    return new NeighbourReader(store, manifest).neighbours(basis, item);
  }

  /// The items of the release and how popular they are, without any model; read once. Empty while
  /// they cannot be read.
  synchronized Optional<ServedRelease> items(Instant now) {
    if (items == null && !now.isBefore(nextTry)) {
      try {
        items = new ServedRelease(new ReleaseLoader(store).loadItems(manifest));
      } catch (StorageException | UnreadableModelException unreadable) {
        nextTry = now.plus(PATIENCE);
      }
    }
    return Optional.ofNullable(items);
  }
}
