package dev.akin.app;

import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.model.Trends;
import java.util.BitSet;
import java.util.List;

/// Lists the newest items, by when they came into the shop. Items without a date come last.
public final class ListNewest {
  private final Moments moments;

  public ListNewest(Moments moments) {
    this.moments = moments;
  }

  /// @param source whose seen items are left out, if the options say so
  /// @param options the strategy has no say
  public List<RecommendedItem> list(HistorySource source, ListOptions options) {
    Moment moment = moments.now(source);
    ListInput input =
        new ListInput(
            options.withStrategy(null),
            moment.visitor(),
            CurrentItem.of(options.rules(), moment.visitor().shelf(), moment.look()),
            Trends.USUAL_DAYS,
            moment.now().toEpochMilli());
    ListPlan plan = new ListPlan(input, Tiers.newest(input), null);
    return new PlaceWriter(plan, moment.look())
        .write(ListMaker.build(plan, moment.look(), 0, new BitSet()));
  }
}
