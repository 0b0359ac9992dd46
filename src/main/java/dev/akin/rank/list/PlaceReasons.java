package dev.akin.rank.list;

import dev.akin.rank.Explanation;
import dev.akin.rank.Reason;
import dev.akin.rank.Source;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Why each place of a list has its item.
///
/// @param shares of a personal score, e.g. from [Explanation#of]; empty if the model cannot say
/// @param together the same of what is bought together with something, where there are no shares;
///   empty if nothing is
/// @param category in which an item is popular, or null if it is popular as such
public record PlaceReasons(
    IntFunction<List<Explanation.Share>> shares,
    IntFunction<List<Explanation.Share>> together,
    IntFunction<@Nullable String> category) {
  /// At least one reason; their shares sum to 1.
  public List<Reason> of(Place place) {
    return switch (place.placement()) {
      case Placement.Pinned() -> List.of(new Reason.Pinned());
      case Placement.Promoted(String promotion) -> List.of(new Reason.Promoted(promotion));
      case Placement.Explored(boolean isNew) ->
          List.of(isNew ? new Reason.Fresh() : new Reason.Exploration());
      case Placement.Ranked(Source source) -> ranked(place.item(), source);
    };
  }

  private List<Reason> ranked(int item, Source source) {
    if (source == Source.NEWEST) {
      return List.of(new Reason.Fresh());
    }
    if (source == Source.POPULAR) {
      String where = category.apply(item);
      return List.of(where == null ? new Reason.Popular() : new Reason.PopularIn(where));
    }
    List<Reason> past = Reason.because(shares.apply(item));
    if (!past.isEmpty()) {
      return past;
    }
    List<Reason> pairs = Reason.together(together.apply(item));
    return pairs.isEmpty() ? List.of(new Reason.Model(source)) : pairs;
  }
}
