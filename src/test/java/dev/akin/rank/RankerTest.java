package dev.akin.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.model.Popularity;
import dev.akin.model.Release;
import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RankerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final History SOMEBODY = new History(new int[] {0}, new float[] {1});

  @Test
  void personalItemsComeFirstThenPopularThenNewest() {
    Ranker ranker = ranker(scorer(0, 0, 3, 0, 4), 9, 8, 0, 7, 6);

    List<RankedItem> ranking = rank(ranker, query(SOMEBODY, 10));

    assertThat(ranking).extracting(RankedItem::item).containsExactly(4, 2, 0, 1, 3);
    assertThat(ranking)
        .extracting(RankedItem::source)
        .containsExactly(
            Source.FACTORS, Source.FACTORS, Source.POPULAR, Source.POPULAR, Source.POPULAR);
  }

  @Test
  void anItemWithoutAnyScoreIsReachedAsNewest() {
    Ranker ranker = ranker(scorer(0, 0, 0, 0, 0), 1, 0, 0, 0, 0);

    assertThat(rank(ranker, query(SOMEBODY, 2)))
        .extracting(RankedItem::source)
        .containsExactly(Source.POPULAR, Source.NEWEST);
  }

  @Test
  void strangersGetPopularItems() {
    Ranker ranker = ranker(scorer(1, 2, 3, 4, 5), 1, 5, 2, 3, 4);

    assertThat(rank(ranker, query(History.EMPTY, 3)))
        .extracting(RankedItem::item)
        .containsExactly(1, 4, 3);
  }

  @Test
  void filtersActBeforeTheCutSoTheListIsFull() {
    Ranker ranker = ranker(scorer(9, 8, 7, 6, 5), 1, 1, 1, 1, 1);
    BitSet excluded = new BitSet();
    excluded.set(0);
    excluded.set(1);
    RankQuery query =
        new RankQuery(Strategy.FACTORS, SOMEBODY, 3, excluded, null, NOW.toEpochMilli());

    assertThat(rank(ranker, query)).extracting(RankedItem::item).containsExactly(2, 3, 4);
    assertThat(excluded.cardinality()).as("the caller's set is left alone").isEqualTo(2);
  }

  @Test
  void aCategoryHoldsItsSubcategoriesButNotItsNamesakes() {
    Ranker ranker = ranker(scorer(9, 8, 7, 6, 5), 1, 1, 1, 1, 1);
    RankQuery query =
        new RankQuery(Strategy.FACTORS, SOMEBODY, 10, new BitSet(), "Home", NOW.toEpochMilli());

    assertThat(rank(ranker, query)).extracting(RankedItem::item).containsExactly(0, 1);
  }

  @Test
  void hiddenAndExpiredItemsAreNotShown() {
    Map<String, Item> items =
        Map.of(
            "a", item("a", false, null),
            "b", item("b", true, NOW.minusSeconds(1)),
            "c", item("c", true, NOW.plusSeconds(1)));
    CatalogueSnapshot catalogue = CatalogueSnapshot.of(new String[] {"a", "b", "c"}, items);
    Ranker ranker = ranker(catalogue, scorer(3, 2, 1), 1, 1, 1);

    assertThat(rank(ranker, query(SOMEBODY, 10))).extracting(RankedItem::item).containsExactly(2);
  }

  private static List<RankedItem> rank(Ranker ranker, RankQuery query) {
    return ranker.rank(query, ranker.profile(query));
  }

  private static RankQuery query(History history, int limit) {
    return new RankQuery(Strategy.FACTORS, history, limit, new BitSet(), null, NOW.toEpochMilli());
  }

  private static Ranker ranker(ItemScorer scorer, float... popularity) {
    Map<String, Item> items =
        Map.of(
            "a", inCategory("a", "Home"),
            "b", inCategory("b", "Home > Mugs"),
            "c", inCategory("c", "Homewares"),
            "d", inCategory("d", "Garden > Home"),
            "e", item("e", true, null));
    CatalogueSnapshot catalogue =
        CatalogueSnapshot.of(new String[] {"a", "b", "c", "d", "e"}, items);
    return ranker(catalogue, scorer, popularity);
  }

  private static Ranker ranker(
      CatalogueSnapshot catalogue, ItemScorer scorer, float... popularity) {
    ReleaseManifest manifest =
        new ReleaseManifest(
            new ReleaseId("20261124T120000Z-00000000"),
            ReleaseManifest.FORMAT,
            NOW,
            1,
            "factors",
            new TrainingCounts(0, 0, 0, 0, 0),
            List.of(),
            "{}");
    return new Ranker(
        new Release(
            manifest,
            catalogue,
            new Popularity(popularity),
            new TreeMap<>(Map.of(Strategy.FACTORS.word(), scorer))));
  }

  private static Item inCategory(String id, String category) {
    return new Item(
        new ItemId(id), null, null, List.of(category), List.of(), null, true, null, null, Map.of());
  }

  private static Item item(String id, boolean available, @Nullable Instant expiresAt) {
    return new Item(
        new ItemId(id),
        null,
        null,
        List.of(),
        List.of(),
        null,
        available,
        null,
        expiresAt,
        Map.of());
  }

  private static ItemScorer scorer(float... scores) {
    return new ItemScorer() {
      @Override
      public int items() {
        return scores.length;
      }

      @Override
      public Profile profile(History history) {
        return new Profile() {
          @Override
          public void scores(float[] into) {
            System.arraycopy(scores, 0, into, 0, scores.length);
          }

          @Override
          public double[] contributions(int item) {
            return new double[] {scores[item]};
          }
        };
      }
    };
  }
}
