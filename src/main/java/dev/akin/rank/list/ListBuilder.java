package dev.akin.rank.list;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Makes lists from scores: the last stage of serving.
///
/// 1. Rules remove items before anything is cut, so a list is full if enough items are allowed.
/// 2. Boosts and rotation change the scores within their tier.
/// 3. Pins take their places, promotions theirs, within the strict caps.
/// 4. The other places are chosen from a pool of the best [ListSettings#POOL_PER_PLACE] candidates
///    per place (at least [ListSettings#LEAST_POOL]), one after the other, each for its relevance
///    and novelty beside its likeness to what is on the page, within the caps. A pool never mixes
///    tiers; the next tier is touched when this one has nothing left.
/// 5. Exploration exchanges some of these places, with known probabilities.
///
/// Nothing is on a page twice, and nothing that is in `taken`. Without variety, merchandising,
/// factors and exploration the page is the top of the order, exactly. Costs one pass over the
/// scores, `limit * pool * k` for the choice, and one more pass for each promotion, for new items,
/// and for each time that caps use up a pool or what was found for a promotion. Immutable and safe
/// for concurrent use if the rules and factors are; the same arguments make the same list.
public final class ListBuilder {
  private final Candidates candidates;
  private final ListSettings settings;

  public ListBuilder(Candidates candidates, ListSettings settings) {
    for (Pin pin : settings.merchandising().pins()) {
      if (pin.item() < 0 || pin.item() >= candidates.items()) {
        throw new IllegalArgumentException("no item " + pin.item() + " to pin");
      }
    }
    this.candidates = candidates;
    this.settings = settings;
  }

  /// The first page.
  public BuiltList build() {
    return build(0, new BitSet());
  }

  /// Any page of a walk. Pages never repeat an item as long as `taken` holds what was shown before,
  /// and never skip one: what was not shown is a candidate still, whatever has changed meanwhile.
  ///
  /// @param page 0 for the first
  /// @param taken what earlier pages and other lists have shown; not changed
  public BuiltList build(int page, BitSet taken) {
    if (page < 0 || page > Integer.MAX_VALUE / settings.limit() - 1) {
      throw new IllegalArgumentException("no page " + page);
    }
    return new BuiltList(candidates, settings, page, taken);
  }

  /// The best items as the rules, factors and the minimum relevance leave them: no page, so nothing
  /// is pinned, promoted, capped, diversified or explored.
  ///
  /// @return at most `count` places, best first
  public List<Place> ranked(int count) {
    Contest contest = new Contest(candidates, settings.relevance());
    List<Place> ranked = new ArrayList<>();
    for (int tier = 0; tier < contest.tiers() && ranked.size() < count; tier++) {
      Tier held = candidates.tiers().get(tier);
      for (int item : contest.best(tier, count - ranked.size(), _ -> true)) {
        Placement placement = new Placement.Ranked(held.source(item));
        ranked.add(new Place(item, contest.score(item), placement, 1));
      }
    }
    return ranked;
  }
}
