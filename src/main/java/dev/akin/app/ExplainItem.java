package dev.akin.app;

import dev.akin.app.Explained.Done;
import dev.akin.app.Explained.Known;
import dev.akin.app.Explained.Score;
import dev.akin.app.Recommendations.Reason;
import dev.akin.model.Trends;
import dev.akin.port.StorageException;
import dev.akin.rank.list.BuiltList;
import dev.akin.rank.list.Place;
import dev.akin.rank.list.Placement;
import dev.akin.rank.list.Standing;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says why an item is in somebody's list, or why it is not: makes the list again and asks it what
/// became of the item. Where chance has a say it is drawn anew.
final class ExplainItem {
  private final Moments moments;

  ExplainItem(Moments moments) {
    this.moments = moments;
  }

  /// Empty if neither the release nor the catalogue knows the item.
  ///
  /// @throws dev.akin.shop.InvalidFieldException naming the option that cannot be followed
  /// @throws StorageException if the catalogue would have to be asked and does not answer
  Optional<Explained> explain(ExplainRequest request) {
    Moment moment =
        moments
            .now(request.source())
            .holding(List.of(request.item()))
            .orElseThrow(() -> new StorageException("the catalogue cannot be read"));
    ListPlan plan = moment.plan(request.options(), Trends.USUAL_DAYS, moment.now().toEpochMilli());
    int item = moment.shelf().find(request.item());
    return item < 0 ? Optional.empty() : Optional.of(explained(request, moment, plan, item));
  }

  private static Explained explained(
      ExplainRequest request, Moment moment, ListPlan plan, int item) {
    BuiltList list = ListMaker.build(plan, moment.look(), 0, new BitSet());
    Standing standing = moment.shelf().beyondPage(item) ? null : list.standing(item);
    List<Reason> reasons = reasons(plan, list, item, standing);
    return new Explained(
        request.item(),
        moment.served().id(),
        plan.strategy().word(),
        new Known(
            moment.served().id() != null && item < moment.shelf().known(),
            moment.shelf().listed(item)),
        new Verdicts(plan, list, item).verdict(reasons),
        standing == null
            ? null
            : new Score(
                standing.source().word(), standing.score(), standing.factor(), standing.rank()),
        reasons,
        moment.visitor().of(request.item()).stream()
            .map(step -> new Done(step.action().type(), step.time()))
            .toList());
  }

  private static List<Reason> reasons(
      ListPlan plan, BuiltList list, int item, @Nullable Standing standing) {
    Reasons reasons = plan.reasons();
    for (Place place : list.places()) {
      if (place.item() == item) {
        return reasons.of(place);
      }
    }
    return standing == null
        ? List.of()
        : reasons.of(new Place(item, standing.score(), new Placement.Ranked(standing.source()), 1));
  }
}
