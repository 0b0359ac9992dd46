package dev.akin.app;

import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.model.LiveCatalogue;
import dev.akin.model.ReleaseId;
import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.port.StorageException;
import dev.akin.rank.RankQuery;
import dev.akin.rank.RankedItem;
import dev.akin.rank.Ranker;
import dev.akin.rank.Strategy;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    Strategy wanted = wanted(request.strategy(), ranker);
    return ranker.isEmpty()
        ? newest(request, excluded, now)
        : personal(request, task(ranker.get(), wanted, excluded, now), steps);
  }

  /// What everybody likes, whoever asks.
  public Recommendations popular(PopularRequest request) {
    return recommend(impersonal(request.limit(), request.category(), Strategy.POPULAR));
  }

  /// What sells better than it just did, whoever asks.
  public Recommendations trending(TrendingRequest request) {
    Instant now = clock.instant();
    RecommendRequest plain = impersonal(request.limit(), request.category(), Strategy.TRENDING);
    return live.get()
        .map(ranker -> task(ranker, Strategy.TRENDING, Set.of(), now))
        .map(task ->
            answer(
                plain,
                task,
                query -> task.ranker().trending(query, request.days()),
                new Reasons(null, History.EMPTY, task.catalogue())))
        .orElseGet(() -> newest(plain, Set.of(), now));
  }

  /// Who answers, how, without which items, and when.
  private record Task(
      Ranker ranker, Showcase.Look look, Strategy strategy, Set<ItemId> excluded, Instant now) {
    CatalogueSnapshot catalogue() {
      return ranker.release().catalogue();
    }

    LiveCatalogue live() {
      return look.over(catalogue());
    }

    RankQuery query(RecommendRequest request, History history) {
      return new RankQuery(
              strategy,
              history,
              request.limit() + SPARE,
              numbers(excluded, catalogue()),
              request.category(),
              now.toEpochMilli())
          .over(live());
    }

    Task following(Strategy other) {
      return new Task(ranker, look, other, excluded, now);
    }
  }

  private Task task(Ranker ranker, Strategy strategy, Set<ItemId> excluded, Instant now) {
    Showcase.Look look = showcase.look(ranker.release().manifest().trainedAt());
    return new Task(ranker, look, strategy, excluded, now);
  }

  private static RecommendRequest impersonal(
      int limit, @Nullable String category, Strategy strategy) {
    return new RecommendRequest(
        new HistorySource.Given(List.of()),
        limit,
        Set.of(),
        false,
        category,
        strategy.word(),
        false);
  }

  /// The strategy asked for; the release's own if it lacks that one or nobody asked.
  private static Strategy wanted(@Nullable String word, Optional<Ranker> ranker) {
    Set<Strategy> known =
        ranker.map(Ranker::strategies).orElseGet(() -> EnumSet.allOf(Strategy.class));
    Strategy usual = ranker.map(Ranker::usual).orElse(Strategy.POPULAR);
    if (word == null) {
      return usual;
    }
    Strategy asked =
        Strategy.of(word)
            .orElseThrow(() ->
                new InvalidFieldException(
                    "strategy",
                    "unknown_strategy",
                    "strategy must be one of " + Strategy.words(known)));
    return known.contains(asked) ? asked : usual;
  }

  private Recommendations newest(RecommendRequest request, Set<ItemId> excluded, Instant now) {
    String strategy = Strategy.POPULAR.word();
    return new Recommendations(
        signer.sign(null, strategy, now),
        null,
        strategy,
        newest.choose(request.limit(), request.category(), excluded, now));
  }

  private Recommendations personal(
      RecommendRequest request, Task asked, List<Histories.Step> steps) {
    History history = histories.history(steps, asked.catalogue(), asked.now());
    ItemScorer.@Nullable Profile profile = asked.ranker().profile(asked.query(request, history));
    boolean stranger = profile == null && asked.strategy().personal();
    Task task = stranger ? asked.following(Strategy.POPULAR) : asked;
    return answer(
        request,
        task,
        query -> task.ranker().rank(query, profile),
        new Reasons(profile, history, task.catalogue()));
  }

  private Recommendations answer(
      RecommendRequest request,
      Task task,
      Function<RankQuery, List<RankedItem>> ranking,
      Reasons reasons) {
    RankQuery query = task.query(request, reasons.history());
    List<RecommendedItem> items = new ArrayList<>();
    for (RankedItem place : shown(task, query, ranking, request.limit())) {
      items.add(item(place, task.catalogue(), reasons, request.reasons()));
    }
    items.addAll(
        NewestItems.choose(
            task.live().added(),
            request.limit() - items.size(),
            request.category(),
            task.excluded(),
            task.now()));
    ReleaseId release = task.ranker().release().manifest().id();
    String strategy = task.strategy().word();
    return new Recommendations(
        signer.sign(release, strategy, task.now()), release, strategy, items);
  }

  /// Ranks, drops what has left the shop, and ranks deeper if too much of it has.
  private static List<RankedItem> shown(
      Task task, RankQuery query, Function<RankQuery, List<RankedItem>> ranking, int limit) {
    CatalogueSnapshot catalogue = task.catalogue();
    RankQuery deeper = query;
    while (true) {
      List<RankedItem> ranked = ranking.apply(deeper);
      List<RankedItem> chosen =
          task.look()
              .choose(
                  ranked,
                  limit,
                  place -> new ItemId(catalogue.ids()[place.item()]),
                  place -> catalogue.listed()[place.item()],
                  Instant.ofEpochMilli(query.now()));
      if (chosen.size() == limit || ranked.size() < deeper.limit()) {
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
