package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.shop.Item;
import dev.akin.shop.ItemChange;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LiveCatalogueTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final CatalogueSnapshot SNAPSHOT =
      CatalogueSnapshot.of(
          new String[] {"a", "b", "c", "d"},
          Map.of(
              "a", item("a", true, "Home", null),
              "b", item("b", false, "Home > Mugs", null),
              "c", item("c", true, "Garden", NOW.plusSeconds(60))));

  @Test
  void withoutChangesItIsTheSnapshot() {
    LiveCatalogue live = LiveCatalogue.of(SNAPSHOT, ItemChanges.NONE);
    for (int item = 0; item < SNAPSHOT.size(); item++) {
      assertThat(live.changed(item)).isFalse();
      assertThat(live.shownAt(item, NOW.toEpochMilli()))
          .isEqualTo(SNAPSHOT.shownAt(item, NOW.toEpochMilli()));
    }
    assertThat(live.inCategory("Home")).containsExactly(SNAPSHOT.inCategory("Home"));
    assertThat(live.added()).isEmpty();
    assertThatThrownBy(() -> live.item(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aChangedItemIsWhatItIsNow() {
    Item home = item("c", true, "Home > Lamps", NOW.plusSeconds(9));
    LiveCatalogue live =
        live(
            stored(item("a", false, "Home", null)),
            stored(item("b", true, "Office", null)),
            stored(home),
            deleted("d"));

    assertThat(shown(live, NOW)).containsExactly(false, true, true, false);
    assertThat(shown(live, NOW.plusSeconds(9))).containsExactly(false, true, false, false);
    assertThat(live.inCategory("Home")).containsExactly(true, false, true, false);
    assertThat(live.item(2)).isEqualTo(home);
    assertThat(live.item(3)).isNull();
  }

  @Test
  void itemsThatTheReleaseDoesNotKnowAreListedNewestFirst() {
    Item older = created("y", NOW);
    Item newer = created("x", NOW.plusSeconds(1));
    assertThat(live(stored(older), stored(newer), deleted("z")).added())
        .containsExactly(newer, older);
  }

  @Test
  void ofTwoChangesTheHigherNumberCountsInWhicheverOrderTheyCome() {
    ItemChange first = new ItemChange(new ItemId("a"), 1, item("a", false, "Home", null));
    ItemChange second = new ItemChange(new ItemId("a"), 2, item("a", true, "Home", null));
    ItemChanges both = ItemChanges.NONE.with(List.of(second)).with(List.of(first));
    assertThat(both.of(new ItemId("a"))).isEqualTo(second);
    assertThat(both.with(List.of(first, second))).isSameAs(both);
    assertThat(ItemChanges.NONE.with(List.of(first, second)).of(new ItemId("a"))).isEqualTo(second);
  }

  private static LiveCatalogue live(ItemChange... changes) {
    return LiveCatalogue.of(SNAPSHOT, ItemChanges.NONE.with(List.of(changes)));
  }

  private static boolean[] shown(LiveCatalogue live, Instant now) {
    boolean[] shown = new boolean[SNAPSHOT.size()];
    for (int item = 0; item < shown.length; item++) {
      shown[item] = live.shownAt(item, now.toEpochMilli());
    }
    return shown;
  }

  private static ItemChange stored(Item item) {
    return new ItemChange(item.id(), 1, item);
  }

  private static ItemChange deleted(String id) {
    return new ItemChange(new ItemId(id), 1, null);
  }

  private static Item item(
      String id, boolean available, String category, @Nullable Instant expiresAt) {
    return new Item(
        new ItemId(id),
        null,
        null,
        List.of(category),
        List.of(),
        null,
        available,
        null,
        expiresAt,
        Map.of());
  }

  private static Item created(String id, Instant createdAt) {
    return new Item(
        new ItemId(id), null, null, List.of(), List.of(), null, true, createdAt, null, Map.of());
  }
}
