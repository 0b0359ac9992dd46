package dev.akin.app;

import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.model.LiveCatalogue;
import dev.akin.model.Release;
import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.port.StorageException;
import dev.akin.rank.RankQuery;
import dev.akin.rank.RankedItem;
import dev.akin.rank.Ranker;
import dev.akin.rank.Strategy;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Recommends items for a user, a session or a given history. Always answers: strangers get popular
/// items, an empty shop its newest ones, and a fault of the store costs personality, not the
/// answer.
public final class RecommendItems {
  /// More candidates than asked for, because some may have left the shop since the training.
  private static final int SPARE = 20;

  private final Live<Ranker> live;
  private final Histories histories;
  private final Showcase showcase;
  private final NewestItems newest;
  private final Signer signer;
  private final InstantSource clock;

  public RecommendItems(
      Live<Ranker> live,
      EventLog events,
      Catalog catalog,
      Signer signer,
      ServingSettings settings) {
    this.live = live;
    this.histories = new Histories(events, settings.strength(), settings.historyEvents());
    this.showcase = new Showcase(catalog, settings.clock());
    this.newest = new NewestItems(catalog, showcase, settings.clock(), settings.recheck());
    this.signer = signer;
    this.clock = settings.clock();
  }

  public Recommendations recommend(RecommendRequest request) {
    Instant now = clock.instant();
    List<Histories.Step> steps = steps(request.source(), now);
    Set<ItemId> excluded = new HashSet<>(request.exclude());
    if (request.excludeSeen()) {
      excluded.addAll(Histories.seen(steps));
    }
    Optional<Ranker> ranker = live.get();
    if (ranker.isEmpty()) {
      String strategy = Strategy.POPULAR.word();
      return new Recommendations(
          signer.sign(null, strategy, now),
          null,
          strategy,
          newest.choose(request.limit(), request.category(), excluded, now));
    }
    return personal(request, ranker.get(), steps, excluded, now);
  }

  /// What everybody likes, whoever asks.
  public Recommendations popular(PopularRequest request) {
    return recommend(
        new RecommendRequest(
            new HistorySource.Given(List.of()),
            request.limit(),
            Set.of(),
            false,
            request.category(),
            Strategy.POPULAR.word(),
            false));
  }

  private Recommendations personal(
      RecommendRequest request,
      Ranker ranker,
      List<Histories.Step> steps,
      Set<ItemId> excluded,
      Instant now) {
    Release release = ranker.release();
    History history = histories.history(steps, release.catalogue(), now);
    String word = request.strategy() != null ? request.strategy() : release.manifest().strategy();
    Strategy wanted = Strategy.of(word).orElse(Strategy.POPULAR);
    Showcase.Look look = showcase.look(release.manifest().trainedAt());
    LiveCatalogue catalogue = look.over(release.catalogue());
    RankQuery query =
        new RankQuery(
                wanted,
                history,
                request.limit() + SPARE,
                numbers(excluded, release.catalogue()),
                request.category(),
                now.toEpochMilli())
            .over(catalogue);
    ItemScorer.@Nullable Profile profile = ranker.profile(query);
    String strategy = profile == null ? Strategy.POPULAR.word() : wanted.word();
    Reasons reasons = new Reasons(profile, history, release.catalogue());
    List<RecommendedItem> items = new ArrayList<>();
    for (RankedItem place : shown(look, ranker, query, profile, request.limit())) {
      items.add(item(place, release.catalogue(), reasons, request.reasons()));
    }
    items.addAll(
        NewestItems.choose(
            catalogue.added(), request.limit() - items.size(), request.category(), excluded, now));
    return new Recommendations(
        signer.sign(release.manifest().id(), strategy, now),
        release.manifest().id(),
        strategy,
        items);
  }

  /// Ranks, drops what has left the shop, and ranks deeper if too much of it has.
  private static List<RankedItem> shown(
      Showcase.Look look,
      Ranker ranker,
      RankQuery query,
      ItemScorer.@Nullable Profile profile,
      int limit) {
    CatalogueSnapshot catalogue = ranker.release().catalogue();
    RankQuery deeper = query;
    while (true) {
      List<RankedItem> ranking = ranker.rank(deeper, profile);
      List<RankedItem> chosen =
          look.choose(
              ranking,
              limit,
              place -> new ItemId(catalogue.ids()[place.item()]),
              place -> catalogue.listed()[place.item()],
              Instant.ofEpochMilli(query.now()));
      if (chosen.size() == limit || ranking.size() < deeper.limit()) {
        return chosen;
      }
      deeper = deeper.withLimit(4 * deeper.limit());
    }
  }

  private List<Histories.Step> steps(HistorySource source, Instant now) {
    try {
      return histories.steps(source, now);
    } catch (StorageException unreadable) {
      return List.of();
    }
  }

  private static RecommendedItem item(
      RankedItem place, CatalogueSnapshot catalogue, Reasons reasons, boolean explain) {
    return new RecommendedItem(
        new ItemId(catalogue.ids()[place.item()]),
        place.score(),
        place.source().word(),
        explain ? reasons.of(place) : List.of());
  }

  private static BitSet numbers(Set<ItemId> items, CatalogueSnapshot catalogue) {
    BitSet numbers = new BitSet(catalogue.size());
    for (ItemId item : items) {
      int number = catalogue.find(item.value());
      if (number >= 0) {
        numbers.set(number);
      }
    }
    return numbers;
  }
}
