package dev.akin.app;

import dev.akin.model.Trends;
import dev.akin.rank.Strategy;
import dev.akin.rank.list.BuiltList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Recommends items for a user, a session or a given history. Always answers: strangers get popular
/// items, an empty shop its newest ones, and a fault of the store costs personality, not the
/// answer.
public final class RecommendItems {
  private final Moments moments;
  private final Walks walks;
  private final ListAnswers answers;
  private final RecommendLists lists;
  private final RankItems rankItems;
  private final ExplainItem explainItem;
  private final RecommendCategories recommendCategories;

  public RecommendItems(Moments moments, Signer signer) {
    this.moments = moments;
    walks = new Walks(signer);
    answers = new ListAnswers(signer, walks);
    lists = new RecommendLists(moments, answers);
    rankItems = new RankItems(moments, answers);
    explainItem = new ExplainItem(moments);
    recommendCategories = new RecommendCategories(moments, signer);
  }

  public Recommendations recommend(RecommendRequest request) {
    return answer(request, Trends.USUAL_DAYS);
  }

  /// Several lists for one screen that share nothing.
  public RecommendedLists recommend(ListsRequest request) {
    return lists.recommend(request);
  }

  /// What everybody likes, whoever asks.
  public Recommendations popular(PopularRequest request) {
    ListOptions options = request.options().withStrategy(Strategy.POPULAR.word());
    return answer(impersonal(options, request.cursor()), Trends.USUAL_DAYS);
  }

  /// What sells better than it just did, whoever asks.
  public Recommendations trending(TrendingRequest request) {
    ListOptions options = request.options().withStrategy(Strategy.TRENDING.word());
    return answer(impersonal(options, request.cursor()), request.days());
  }

  /// Given items in order.
  ///
  /// @throws dev.akin.shop.InvalidFieldException naming e.g. `items[7]` if nobody knows the item
  public Ranking rank(RankRequest request) {
    return rankItems.rank(request);
  }

  /// Categories, brands or other groups of items in order.
  ///
  /// @throws dev.akin.shop.InvalidFieldException naming the option that cannot be followed
  public RecommendedGroups categories(CategoriesRequest request) {
    return recommendCategories.recommend(request);
  }

  /// Why an item is in the list that [#recommend] makes of the same source and options, or why not.
  /// Empty if neither the release nor the catalogue knows the item.
  public Optional<Explained> explain(ExplainRequest request) {
    return explainItem.explain(request);
  }

  private static RecommendRequest impersonal(ListOptions options, @Nullable String cursor) {
    return new RecommendRequest(new HistorySource.Given(List.of()), options, cursor);
  }

  private Recommendations answer(RecommendRequest request, int trendDays) {
    Moments.Scene scene = moments.scene();
    Walk walk =
        walks.open(
            request.cursor(), Walks.request(request.source(), request.options(), trendDays), scene);
    Moment moment = moments.at(scene, request.source(), walk.asOf());
    long seed = walk.seed(moment.now().toEpochMilli());
    ListPlan plan = moment.plan(request.options(), trendDays, seed);
    BuiltList list = ListMaker.build(plan, moment.look(), walk.page(), walk.taken(scene.shelf()));
    return answers.of(moment, plan, list, walk.after(list, list.shown(), plan.input()));
  }
}
