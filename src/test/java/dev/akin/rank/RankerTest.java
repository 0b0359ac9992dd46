package dev.akin.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.akin.model.BlendModel;
import dev.akin.model.BlendModel.Member;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.model.Popularity;
import dev.akin.model.Release;
import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.model.Trends;
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
  void aBlendNamesTheMemberThatAddsMost() {
    BlendModel blend =
        new BlendModel(
            List.of(
                new Member("linear", 1, scorer(5, 0, 1, 0, 0)),
                new Member("content", 2, scorer(1, 0, 1, 0, 0))));
    Ranker ranker =
        new Ranker(release("blend", new TreeMap<>(Map.of("blend", blend)), 1, 2, 3, 4, 5));

    List<RankedItem> ranking = rank(ranker, query(Strategy.BLEND, 3));

    assertThat(ranking).extracting(RankedItem::item).containsExactly(0, 2, 4);
    assertThat(ranking)
        .extracting(RankedItem::source)
        .containsExactly(Source.LINEAR, Source.CONTENT, Source.POPULAR);
    assertThat(ranking.getFirst().score()).isEqualTo(7);
  }

  @Test
  void whatTrendsIsFilledUpWithWhatIsPopular() {
    Ranker ranker = ranker(scorer(1, 2, 3, 4, 5), 5, 0, 0, 0, 1);

    assertThat(ranker.rank(query(Strategy.TRENDING, 3), null))
        .extracting(RankedItem::item, RankedItem::source)
        .containsExactly(
            tuple(3, Source.TRENDING), tuple(0, Source.POPULAR), tuple(4, Source.POPULAR));
    assertThat(ranker.trending(query(Strategy.TRENDING, 1), 1))
        .extracting(RankedItem::item)
        .containsExactly(2);
  }

  @Test
  void theUsualStrategyIsOneThatTheReleaseHas() {
    TreeMap<String, ItemScorer> factors = new TreeMap<>(Map.of("factors", scorer(1, 1, 1, 1, 1)));
    Ranker ranker = new Ranker(release("factors", factors, 1, 1, 1, 1, 1));
    Ranker broken = new Ranker(release("blend", factors, 1, 1, 1, 1, 1));

    assertThat(ranker.strategies())
        .containsExactly(Strategy.FACTORS, Strategy.POPULAR, Strategy.TRENDING);
    assertThat(ranker.usual()).isEqualTo(Strategy.FACTORS);
    assertThat(broken.usual()).isEqualTo(Strategy.POPULAR);
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

  private static RankQuery query(Strategy strategy, int limit) {
    return new RankQuery(strategy, SOMEBODY, limit, new BitSet(), null, NOW.toEpochMilli());
  }

  private static Ranker ranker(ItemScorer scorer, float... popularity) {
    return new Ranker(release("factors", new TreeMap<>(Map.of("factors", scorer)), popularity));
  }

  /// Item 2 trends today, item 3 this week.
  private static Release release(
      String strategy, TreeMap<String, ItemScorer> scorers, float... popularity) {
    Trends trends =
        new Trends(
            new TreeMap<>(
                Map.of(
                    1, new Popularity(new float[] {0, 0, 4, 0, 0}),
                    7, new Popularity(new float[] {0, 0, 0, 9, 0}))));
    return new Release(
        manifest(strategy), fiveItems(), new Popularity(popularity), trends, scorers);
  }

  private static CatalogueSnapshot fiveItems() {
    Map<String, Item> items =
        Map.of(
            "a", inCategory("a", "Home"),
            "b", inCategory("b", "Home > Mugs"),
            "c", inCategory("c", "Homewares"),
            "d", inCategory("d", "Garden > Home"),
            "e", item("e", true, null));
    return CatalogueSnapshot.of(new String[] {"a", "b", "c", "d", "e"}, items);
  }

  private static Ranker ranker(
      CatalogueSnapshot catalogue, ItemScorer scorer, float... popularity) {
    return new Ranker(
        new Release(
            manifest("factors"),
            catalogue,
            new Popularity(popularity),
            new TreeMap<>(Map.of(Strategy.FACTORS.word(), scorer))));
  }

  private static ReleaseManifest manifest(String strategy) {
    return new ReleaseManifest(
        new ReleaseId("20261124T120000Z-00000000"),
        ReleaseManifest.FORMAT,
        NOW,
        1,
        strategy,
        new TrainingCounts(0, 0, 0, 0, 0),
        List.of(),
        "{}");
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
