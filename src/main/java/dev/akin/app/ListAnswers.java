package dev.akin.app;

import dev.akin.rank.list.BuiltList;
import dev.akin.rank.page.Cursor;
import java.util.Optional;

/// Says what was built, and where it leads on.
final class ListAnswers {
  private final Signer signer;
  private final Walks walks;

  ListAnswers(Signer signer, Walks walks) {
    this.signer = signer;
    this.walks = walks;
  }

  /// @param next where a walk through the list stands then; empty if it ends
  Recommendations of(Moment moment, ListPlan plan, BuiltList list, Optional<Cursor> next) {
    String strategy = plan.strategy().word();
    return new Recommendations(
        signer.sign(moment.served().id(), strategy, moment.now()),
        moment.served().id(),
        strategy,
        new PlaceWriter(plan, moment.look()).write(list),
        walks.text(next));
  }
}
