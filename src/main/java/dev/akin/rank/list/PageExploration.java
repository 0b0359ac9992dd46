package dev.akin.rank.list;

import dev.akin.math.SeededRandom;
import dev.akin.rank.explore.Exploration;
import dev.akin.rank.explore.Lot;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives places that the ranking filled to chance. Caps hold whatever is drawn: what could be drawn
/// counts as if it were on the page already.
final class PageExploration {
  private final Candidates candidates;
  private final Contest contest;
  private final PageDraft draft;
  private final Map<Integer, Integer> displaced = new HashMap<>();

  PageExploration(Candidates candidates, Contest contest, PageDraft draft) {
    this.candidates = candidates;
    this.contest = contest;
    this.draft = draft;
  }

  /// @param random of this page alone
  /// @param spare the best candidates that are not on the page, best first
  /// @return the items that lost their place, with its index
  Map<Integer, Integer> run(Exploration exploration, SeededRandom random, int[] spare) {
    int[] places = draft.indices(placement -> placement instanceof Placement.Ranked);
    if (exploration.rate() == 0 || places.length == 0) {
      return displaced;
    }
    int[] arrivals =
        reserved(
            exploration.arrivals(
                places.length, item -> draft.free(item) && candidates.allowed(item)));
    int[] tail = reserved(draft.free(spare));
    BitSet fresh = new BitSet();
    Arrays.stream(arrivals).forEach(fresh::set);
    List<Lot> lots = exploration.lots(places.length, arrivals, tail);
    for (int i = 0; i < places.length; i++) {
      draw(places[i], lots.get(i), random.split(places[i]).nextDouble(), fresh);
    }
    return displaced;
  }

  private int[] reserved(int[] items) {
    int size = 0;
    for (int item : items) {
      if (draft.uncapped(item)) {
        draft.counts().add(item);
        draft.close(item);
        items[size++] = item;
      }
    }
    return Arrays.copyOf(items, size);
  }

  private void draw(int index, Lot lot, double chance, BitSet fresh) {
    Place kept = draft.at(index);
    if (kept == null) {
      return;
    }
    int drawn = lot.draw(chance);
    if (drawn < 0) {
      draft.replace(index, kept.withProbability(lot.keep()));
      return;
    }
    int item = lot.items()[drawn];
    Placement placement = new Placement.Explored(fresh.get(item));
    double probability = lot.probabilities()[drawn];
    draft.replace(index, new Place(item, contest.score(item), placement, probability));
    displaced.put(kept.item(), index);
  }
}
