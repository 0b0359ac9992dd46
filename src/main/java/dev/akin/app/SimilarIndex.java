package dev.akin.app;

import dev.akin.model.NeighbourPages;
import dev.akin.model.NeighbourPages.Neighbour;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import dev.akin.shop.ItemId;
import java.util.List;

/// What the similar function keeps of a release: its manifest and the short popular list. The
/// neighbours themselves stay in the store, one small read away.
///
/// @param popular the most popular items, best first
public record SimilarIndex(ReleaseManifest manifest, List<Neighbour> popular) {
  public SimilarIndex {
    popular = List.copyOf(popular);
  }

  /// Loads the index of a release.
  ///
  /// @throws StorageException if a part is missing or broken
  public static SimilarIndex load(ReleaseStore store, ReleaseManifest manifest) {
    PartInfo part =
        manifest
            .part(NeighbourPages.POPULAR_PART)
            .orElseThrow(() -> new StorageException("the release has no popular list"));
    return new SimilarIndex(manifest, NeighbourPages.decodeList(store.read(manifest.id(), part)));
  }

  /// The neighbours of an item, best first: one small read. Empty if the release does not know it.
  List<Neighbour> neighbours(ReleaseStore store, ItemId item) {
    int pages = manifest.part(NeighbourPages.PART).map(PartInfo::chunks).orElse(0);
    if (pages == 0) {
      return List.of();
    }
    int page = NeighbourPages.pageOf(item, pages);
    return store
        .chunk(manifest.id(), NeighbourPages.PART, page)
        .map(bytes -> NeighbourPages.find(bytes, item))
        .orElse(List.of());
  }
}
