package dev.akin.app;

import dev.akin.model.Trends;
import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.port.StorageException;
import dev.akin.rank.Strategy;
import dev.akin.rank.list.BuiltList;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;

/// Recommends items for a user, a session or a given history. Always answers: strangers get popular
/// items, an empty shop its newest ones, and a fault of the store costs personality, not the
/// answer.
public final class RecommendItems {
  private final Live<ServedRelease> live;
  private final Histories histories;
  private final Showcase showcase;
  private final UntrainedShop untrained;
  private final Signer signer;
  private final InstantSource clock;

  public RecommendItems(
      Live<ServedRelease> live,
      EventLog events,
      Catalog catalog,
      Signer signer,
      ServingSettings settings) {
    this.live = live;
    this.histories = new Histories(events, settings.strength(), settings.historyEvents());
    this.showcase = new Showcase(catalog, settings.clock());
    this.untrained = new UntrainedShop(catalog, settings.clock(), settings.recheck());
    this.signer = signer;
    this.clock = settings.clock();
  }

  public Recommendations recommend(RecommendRequest request) {
    return answer(request, Trends.USUAL_DAYS);
  }

  /// What everybody likes, whoever asks.
  public Recommendations popular(PopularRequest request) {
    return impersonal(request.options().withStrategy(Strategy.POPULAR.word()), Trends.USUAL_DAYS);
  }

  /// What sells better than it just did, whoever asks.
  public Recommendations trending(TrendingRequest request) {
    return impersonal(request.options().withStrategy(Strategy.TRENDING.word()), request.days());
  }

  private Recommendations impersonal(ListOptions options, int trendDays) {
    return answer(new RecommendRequest(new HistorySource.Given(List.of()), options), trendDays);
  }

  private Recommendations answer(RecommendRequest request, int trendDays) {
    Instant now = clock.instant();
    ServedRelease served = live.get().orElseGet(untrained::served);
    Showcase.Look look = showcase.look(served.copied());
    Visitor visitor = visitor(request.source(), look.over(served), now);
    ListOptions options = request.options();
    ListInput input =
        new ListInput(
            options,
            visitor,
            CurrentItem.of(options.rules(), visitor.shelf(), look),
            trendDays,
            now.toEpochMilli());
    ListPlan plan = new ListPlan(input);
    BuiltList list = ListMaker.build(plan, look, 0, new BitSet());
    String strategy = plan.strategy().word();
    return new Recommendations(
        signer.sign(served.id(), strategy, now),
        served.id(),
        strategy,
        new PlaceWriter(plan, look).write(list));
  }

  private Visitor visitor(HistorySource source, Shelf shelf, Instant now) {
    List<Histories.Step> steps = steps(source, now);
    return new Visitor(steps, histories.history(steps, shelf.release(), now), shelf, now);
  }

  private List<Histories.Step> steps(HistorySource source, Instant now) {
    try {
      return histories.steps(source, now);
    } catch (StorageException unreadable) {
      return List.of();
    }
  }
}
