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

  /// The neighbours of an item, best first: one small read, none if the release has no such lists.
  /// Empty if there is no list for the item.
  List<Neighbour> neighbours(ReleaseStore store, SimilarRequest.Basis basis, ItemId item) {
    String part = NeighbourPages.part(basis.word());
    int pages = manifest.part(part).map(PartInfo::chunks).orElse(0);
    if (pages == 0) {
      return List.of();
    }
    return store
        .chunk(manifest.id(), part, NeighbourPages.pageOf(item, pages))
        .map(bytes -> NeighbourPages.find(bytes, item))
        .orElse(List.of());
  }
}
