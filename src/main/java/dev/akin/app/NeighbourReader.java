package dev.akin.app;

import dev.akin.model.NeighbourPages;
import dev.akin.model.NeighbourPages.Neighbour;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.port.ReleaseStore;
import dev.akin.shop.ItemId;
import java.util.List;

/// Reads the ready lists of similar items of a release, one page at a time.
public record NeighbourReader(ReleaseStore store, ReleaseManifest manifest) {
  /// The neighbours of an item, best first: one small read, none if the release has no such lists.
  /// Empty if there is no list for the item.
  ///
  /// @throws dev.akin.port.StorageException if the store does not answer
  /// @throws dev.akin.model.UnreadableModelException if the page is damaged
  List<Neighbour> neighbours(SimilarRequest.Basis basis, ItemId item) {
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
