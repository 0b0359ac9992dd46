package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ReleaseCodecTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final NeighbourLists LISTS =
      new NeighbourLists(new int[] {0, 1, 2, 2}, new int[] {1, 0}, new float[] {0.5f, 0.5f});

  @Test
  void aReleaseComesBackAsItWas() {
    List<ReleasePart> parts = parts();
    ReleaseManifest manifest = manifest(parts);

    Release release = ReleaseCodec.decode(manifest, bytes(parts));

    assertThat(release.catalogue().ids()).containsExactly("mug", "tea", "ünknown");
    assertThat(release.catalogue().listed()).containsExactly(true, true, false);
    assertThat(release.catalogue().available()).containsExactly(false, true, true);
    assertThat(release.catalogue().expiresAt()[1]).isEqualTo(NOW.toEpochMilli());
    assertThat(release.catalogue().inCategory("Home")).containsExactly(true, false, false);
    assertThat(release.popularity().scores()).containsExactly(3, 2, 1);
    assertThat(release.scorers()).containsOnlyKeys("neighbours");
  }

  @Test
  void theIdTellsTimeAndContent() {
    ReleaseManifest manifest = manifest(parts());

    assertThat(manifest.id().value()).startsWith("20261124T120000Z-");
    assertThat(manifest(parts()).id()).as("same bytes, same id").isEqualTo(manifest.id());
    assertThat(manifest.parts())
        .extracting(ReleaseManifest.PartInfo::name)
        .containsExactly(
            "catalogue", "popularity", "scorer-neighbours", "similar-pages", "popular-list");
  }

  @Test
  void aMissingPartIsRefused() {
    List<ReleasePart> parts = parts();
    Map<String, byte[]> bytes = bytes(parts);
    bytes.remove("popularity");

    assertThatThrownBy(() -> ReleaseCodec.decode(manifest(parts), bytes))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("popularity");
  }

  @Test
  void anUnknownFormatIsRefused() {
    ReleaseManifest known = manifest(parts());
    ReleaseManifest newer =
        new ReleaseManifest(known.id(), 99, NOW, 1, "popular", known.counts(), known.parts(), "{}");

    assertThatThrownBy(() -> ReleaseCodec.decode(newer, bytes(parts())))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("99");
  }

  private static List<ReleasePart> parts() {
    Item mug =
        new Item(
            new ItemId("mug"),
            null,
            null,
            List.of("Home > Mugs"),
            List.of(),
            null,
            false,
            NOW,
            null,
            Map.of());
    Item tea =
        new Item(
            new ItemId("tea"), null, null, List.of(), List.of(), null, true, null, NOW, Map.of());
    CatalogueSnapshot catalogue =
        CatalogueSnapshot.of(
            new String[] {"mug", "tea", "ünknown"}, Map.of("mug", mug, "tea", tea));
    SortedMap<String, ItemScorer> scorers =
        new TreeMap<>(Map.of("neighbours", new NeighbourModel(LISTS)));
    return ReleaseCodec.encode(catalogue, new Popularity(new float[] {3, 2, 1}), scorers, LISTS);
  }

  private static ReleaseManifest manifest(List<ReleasePart> parts) {
    return ReleaseCodec.manifest(
        parts, NOW, 1, "neighbours", new TrainingCounts(5, 2, 3, 4, 0), "{}");
  }

  private static Map<String, byte[]> bytes(List<ReleasePart> parts) {
    Map<String, byte[]> bytes = new HashMap<>();
    for (ReleasePart part : parts) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      part.chunks().forEach(joined::writeBytes);
      bytes.put(part.name(), joined.toByteArray());
    }
    return bytes;
  }
}
