package dev.akin.app;

import dev.akin.app.Recommendations.Reason;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.rank.Explanation;
import dev.akin.rank.RankedItem;
import dev.akin.rank.Source;
import dev.akin.shop.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says why an item is in an answer.
///
/// @param profile what scored the personal part, or null
record Reasons(ItemScorer.@Nullable Profile profile, History history, CatalogueSnapshot catalogue) {
  /// The kind of the share that belongs to the rest of the history.
  static final String HISTORY = "history";

  /// The kind of the share that is the same for everybody: only what trends is blended.
  private static final String EVERYBODY = Source.TRENDING.word();

  /// Shares that sum to 1.
  List<Reason> of(RankedItem place) {
    List<Explanation.Share> shares =
        profile != null && place.source().scored()
            ? Explanation.of(profile, history, place.item())
            : List.of();
    if (shares.isEmpty()) {
      return List.of(new Reason(null, place.source().word(), 1));
    }
    return shares.stream().map(this::reason).toList();
  }

  private Reason reason(Explanation.Share share) {
    return switch (share.item()) {
      case Explanation.Share.REST -> new Reason(null, HISTORY, share.share());
      case Explanation.Share.EVERYBODY -> new Reason(null, EVERYBODY, share.share());
      default -> new Reason(new ItemId(catalogue.ids()[share.item()]), null, share.share());
    };
  }
}
