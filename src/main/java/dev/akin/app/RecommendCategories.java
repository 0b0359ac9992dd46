package dev.akin.app;

import dev.akin.app.Recommendations.Reason;
import dev.akin.app.RecommendedGroups.Group;
import dev.akin.model.Trends;
import dev.akin.rank.group.GroupRanking;
import dev.akin.rank.group.RankedGroup;
import dev.akin.rank.list.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says which categories, brands or other groups of items to show somebody, in order: those whose
/// best items are high up in the list that [RecommendItems] would make. It reads what that list
/// reads and nothing more, and answers whenever that answers: strangers get the groups of what is
/// popular, an untrained shop those of what is new.
final class RecommendCategories {
  /// The first slice of the list, and how much larger each next part of the list is.
  private static final int SLICE = 1_000;

  private static final int GROWTH = 8;

  private final Moments moments;
  private final Signer signer;

  RecommendCategories(Moments moments, Signer signer) {
    this.moments = moments;
    this.signer = signer;
  }

  /// @throws dev.akin.shop.InvalidFieldException naming the option that cannot be followed
  RecommendedGroups recommend(CategoriesRequest request) {
    Moment moment = moments.now(request.source());
    ListPlan plan = moment.plan(request.options(), Trends.USUAL_DAYS, moment.now().toEpochMilli());
    String category = request.options().narrowing().category();
    ItemGroups groups = new ItemGroups(moment.shelf(), request.grouping(), category);
    List<Row> rows =
        ListMaker.build(
            plan,
            moment.look(),
            () -> rows(plan, groups, request),
            found -> found.stream().flatMap(row -> row.places().stream()).toList());
    String strategy = plan.strategy().word();
    return new RecommendedGroups(
        signer.sign(moment.served().id(), strategy, moment.now()),
        moment.served().id(),
        strategy,
        groups.grouping(),
        rows.stream().map(row -> group(row, plan)).toList());
  }

  private static List<Row> rows(ListPlan plan, ItemGroups groups, CategoriesRequest request) {
    GroupRanking ranking = new GroupRanking(request.options().limit(), request.itemsEach());
    List<Place> list = List.of();
    int size = plan.input().shelf().size();
    int passed = 0;
    boolean more = true;
    for (long wanted = SLICE; more && !ranking.full(); wanted *= GROWTH) {
      list = plan.ranked((int) Math.min(wanted, size));
      ranking.add(slice(list.subList(passed, list.size()), groups));
      passed = list.size();
      more = passed == wanted;
    }
    List<Row> rows = new ArrayList<>();
    for (RankedGroup group : ranking.groups()) {
      rows.add(new Row(group, group.places().stream().map(list::get).toList()));
    }
    return rows;
  }

  private static List<Set<String>> slice(List<Place> places, ItemGroups groups) {
    return places.stream().map(place -> groups.of(place.item())).toList();
  }

  private static Group group(Row row, ListPlan plan) {
    Shelf shelf = plan.input().shelf();
    return new Group(
        row.group().value(),
        row.group().score(),
        row.places().stream().map(place -> shelf.id(place.item())).toList(),
        plan.input().options().detail().reasons() ? reasons(row, plan.reasons()) : List.of());
  }

  /// Those of the items, each item with the weight of its place in the list.
  private static List<Reason> reasons(Row row, Reasons reasons) {
    Map<Reason, Double> shares = new LinkedHashMap<>();
    double whole = 0;
    for (int i = 0; i < row.places().size(); i++) {
      double weight = GroupRanking.discount(row.group().places().get(i));
      whole += weight;
      for (Reason reason : reasons.of(row.places().get(i))) {
        Reason key = reason.withShare(0);
        shares.merge(key, weight * reason.share(), Double::sum);
      }
    }
    double sum = whole;
    return shares.entrySet().stream()
        .map(entry -> entry.getKey().withShare(entry.getValue() / sum))
        .sorted(Comparator.comparingDouble(Reason::share).reversed())
        .toList();
  }

  /// A group and its items.
  private record Row(RankedGroup group, List<Place> places) {}
}
