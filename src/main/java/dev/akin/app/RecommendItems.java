package dev.akin.app;

import dev.akin.model.Trends;
import dev.akin.rank.Strategy;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Recommends items for a user, a session or a given history. Always answers: strangers get popular
/// items, an empty shop its newest ones, and a fault of the store costs personality, not the
/// answer.
public final class RecommendItems {
  private final Moments moments;
  private final Signer signer;
  private final RankItems rankItems;
  private final ExplainItem explainItem;

  public RecommendItems(Moments moments, Signer signer) {
    this.moments = moments;
    this.signer = signer;
    rankItems = new RankItems(moments, signer);
    explainItem = new ExplainItem(moments);
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

  /// Given items in order.
  ///
  /// @throws dev.akin.shop.InvalidFieldException naming e.g. `items[7]` if nobody knows the item
  public Ranking rank(RankRequest request) {
    return rankItems.rank(request);
  }

  /// Why an item is in the list that [#recommend] makes of the same source and options, or why not.
  /// Empty if neither the release nor the catalogue knows the item.
  public Optional<Explained> explain(ExplainRequest request) {
    return explainItem.explain(request);
  }

  private Recommendations impersonal(ListOptions options, int trendDays) {
    return answer(new RecommendRequest(new HistorySource.Given(List.of()), options), trendDays);
  }

  private Recommendations answer(RecommendRequest request, int trendDays) {
    Moment moment = moments.now(request.source());
    ListPlan plan = moment.plan(request.options(), trendDays, moment.now().toEpochMilli());
    String strategy = plan.strategy().word();
    return new Recommendations(
        signer.sign(moment.served().id(), strategy, moment.now()),
        moment.served().id(),
        strategy,
        new PlaceWriter(plan, moment.look())
            .write(ListMaker.build(plan, moment.look(), 0, new BitSet())));
  }
}
