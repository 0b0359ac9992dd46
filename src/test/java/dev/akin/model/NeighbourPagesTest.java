package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.model.NeighbourPages.Neighbour;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NeighbourPagesTest {
  @Test
  void everyItemFindsItsOwnListOnItsPage() {
    CatalogueSnapshot catalogue = catalogue(300);
    List<byte[]> pages = NeighbourPages.encode(catalogue, ring(300, 40));

    assertThat(pages).hasSizeGreaterThan(10);
    for (int item = 0; item < 300; item++) {
      ItemId id = new ItemId(catalogue.id(item));
      byte[] page = pages.get(NeighbourPages.pageOf(id, pages.size()));
      List<Neighbour> found = NeighbourPages.find(page, id);
      assertThat(found).hasSize(40);
      assertThat(found.getFirst())
          .isEqualTo(neighbour(new ItemId(catalogue.id((item + 1) % 300)), 40f, true));
    }
  }

  @Test
  void aPageCostsOneReadUnit() {
    for (byte[] page : NeighbourPages.encode(catalogue(500), ring(500, 50))) {
      assertThat(page.length).isLessThanOrEqualTo(NeighbourPages.TARGET_BYTES);
    }
  }

  @Test
  void idsOfTheGreatestLengthFit() {
    String longest = "é".repeat(128);
    CatalogueSnapshot catalogue = CatalogueSnapshot.of(new String[] {"a", longest}, Map.of());
    List<byte[]> pages =
        NeighbourPages.encode(
            catalogue,
            new NeighbourLists(new int[] {0, 1, 2}, new int[] {1, 0}, new float[] {1, 2}));

    ItemId id = new ItemId(longest);
    assertThat(NeighbourPages.find(pages.get(NeighbourPages.pageOf(id, pages.size())), id))
        .containsExactly(neighbour(new ItemId("a"), 2, false));
  }

  @Test
  void anItemWithoutNeighboursHasAnEmptyList() {
    List<byte[]> pages = NeighbourPages.encode(catalogue(3), ring(3, 1));

    assertThat(NeighbourPages.find(pages.getFirst(), new ItemId("unknown"))).isEmpty();
    assertThat(
            NeighbourPages.encode(
                catalogue(2), new NeighbourLists(new int[3], new int[0], new float[0])))
        .isEmpty();
  }

  @Test
  void aListComesBackAsItWas() {
    List<Neighbour> list =
        List.of(
            neighbour(new ItemId("x"), 3, true),
            neighbour(new ItemId("y"), 1, false),
            new Neighbour(new ItemId("sold out"), 0.5f, true, false, Long.MAX_VALUE),
            new Neighbour(new ItemId("expiring"), 0.25f, true, true, 1_795_521_600_000L));

    assertThat(NeighbourPages.decodeList(NeighbourPages.encodeList(list))).isEqualTo(list);
    assertThat(NeighbourPages.decodeList(NeighbourPages.encodeList(List.of()))).isEmpty();
  }

  @Test
  void damagedBytesAreRefused() {
    byte[] list = NeighbourPages.encodeList(List.of(neighbour(new ItemId("x"), 3, true)));
    byte[] otherFormat = list.clone();
    otherFormat[0] = 9;

    assertThatThrownBy(() -> NeighbourPages.decodeList(Arrays.copyOf(list, list.length - 1)))
        .isInstanceOf(UnreadableModelException.class);
    assertThatThrownBy(() -> NeighbourPages.decodeList(otherFormat))
        .isInstanceOf(UnreadableModelException.class);
    assertThatThrownBy(() -> NeighbourPages.decodeList(new byte[0]))
        .isInstanceOf(UnreadableModelException.class);
  }

  private static CatalogueSnapshot catalogue(int items) {
    String[] ids =
        IntStream.range(0, items).mapToObj(i -> "item-%05d".formatted(i)).toArray(String[]::new);
    Map<String, Item> listed =
        Arrays.stream(ids).collect(Collectors.toMap(id -> id, id -> Item.bare(new ItemId(id))));
    return CatalogueSnapshot.of(ids, listed);
  }

  /// Every item's neighbours are the next ones.
  private static Neighbour neighbour(ItemId item, float score, boolean listed) {
    return new Neighbour(item, score, listed, true, Long.MAX_VALUE);
  }

  private static NeighbourLists ring(int items, int neighbours) {
    int[] starts = IntStream.rangeClosed(0, items).map(i -> i * neighbours).toArray();
    int[] lists = new int[items * neighbours];
    float[] weights = new float[lists.length];
    for (int p = 0; p < lists.length; p++) {
      lists[p] = (p / neighbours + 1 + p % neighbours) % items;
      weights[p] = neighbours - p % neighbours;
    }
    return new NeighbourLists(starts, lists, weights);
  }
}
