package dev.akin.rank.list;

import dev.akin.math.SeededRandom;
import dev.akin.rank.diversity.MarginalRelevance;
import dev.akin.rank.diversity.Similarity;
import dev.akin.rank.score.Novelty;
import dev.akin.rank.score.UnitRange;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// One page in the making: pins, promotions, the ranking, exploration, in this order. Used once and
/// not safe for concurrent use.
final class PageAssembly {
  private final Candidates candidates;
  private final ListSettings settings;
  private final Contest contest;
  private final PageDraft draft;
  private int[] spare = {};
  private boolean capsRelaxed;

  /// @param taken items shown before; not changed
  PageAssembly(Candidates candidates, ListSettings settings, Contest contest, BitSet taken) {
    this.candidates = candidates;
    this.settings = settings;
    this.contest = contest;
    draft = new PageDraft(settings, taken);
  }

  /// Fills the places.
  ///
  /// @param page 0 for the first
  /// @return items that exploration took the place of, with that place's index
  Map<Integer, Integer> assemble(int page) {
    placePins(page);
    placePromotions();
    placeRanked();
    relaxCaps();
    return new PageExploration(candidates, contest, draft)
        .run(settings.exploration(), new SeededRandom(settings.seed()).split(page), spare);
  }

  /// Without gaps: where there is nothing to fill a place, all below move up.
  List<Place> places() {
    return draft.filled();
  }

  boolean capsRelaxed() {
    return capsRelaxed;
  }

  private void placePins(int page) {
    int first = page * draft.size();
    for (Pin pin : settings.merchandising().pins()) {
      int index = pin.place() - 1 - first;
      if (index >= 0 && draft.free(pin.item()) && candidates.allowed(pin.item())) {
        if (index < draft.size()) {
          put(index, pin.item(), new Placement.Pinned());
        } else {
          draft.close(pin.item());
        }
      }
    }
  }

  private void placePromotions() {
    List<Promotion> promotions = settings.merchandising().promotions();
    boolean[] pinned = new boolean[draft.size()];
    for (int index : draft.indices(_ -> true)) {
      pinned[index] = true;
    }
    int[] owners = PromotionSlots.of(promotions, pinned);
    for (int p = 0; p < promotions.size(); p++) {
      promote(promotions.get(p), PromotionSlots.slots(owners, p));
    }
  }

  /// One after the other, each within the strict caps as the ones before have left them. What a
  /// strict cap holds back once it holds back for good, so no pass finds it again.
  private void promote(Promotion promotion, int[] slots) {
    IntPredicate open = item -> tolerable(item) && promotion.items().test(item);
    int filled = 0;
    boolean more = true;
    while (more) {
      int wanted = slots.length - filled;
      int[] items = contest.bestOfAll(wanted, open);
      for (int item : items) {
        if (tolerable(item)) {
          put(slots[filled++], item, new Placement.Promoted(promotion.name()));
        }
      }
      more = filled < slots.length && items.length == wanted;
    }
  }

  /// Pools of one tier each; a pool that caps leave unused is followed by another.
  private void placeRanked() {
    int tier = 0;
    while (draft.missing() > 0 && tier < contest.tiers()) {
      int[] pool = contest.best(tier, settings.pool(), draft::uncapped);
      if (pool.length == 0) {
        tier++;
      } else {
        choose(pool, tier);
      }
    }
  }

  private void choose(int[] pool, int tier) {
    MarginalRelevance worth = worth(pool);
    draft.filled().forEach(place -> worth.choose(place.item()));
    IntPredicate open = i -> draft.uncapped(pool[i]);
    int best = worth.best(open);
    while (best >= 0 && draft.missing() > 0) {
      putRanked(pool[best], tier);
      worth.choose(pool[best]);
      best = worth.best(open);
    }
    spare = draft.free(pool);
  }

  private MarginalRelevance worth(int[] pool) {
    Variety variety = settings.variety();
    double[] scores = Arrays.stream(pool).mapToDouble(contest::score).toArray();
    double[] relevance = UnitRange.scaled(scores);
    if (variety.novelty() > 0) {
      double[] novelty = Novelty.of(pool, variety.popularity());
      for (int i = 0; i < relevance.length; i++) {
        relevance[i] += variety.novelty() * (novelty[i] - relevance[i]);
      }
    }
    Similarity similarity = variety.diversity() > 0 ? variety.similarity() : Similarity.NONE;
    return new MarginalRelevance(relevance, variety.diversity(), similarity.over(pool));
  }

  private void relaxCaps() {
    boolean progress = true;
    while (draft.missing() > 0 && progress) {
      progress = false;
      for (int tier = 0; tier < contest.tiers(); tier++) {
        for (int item : contest.best(tier, draft.missing(), this::tolerable)) {
          if (tolerable(item)) {
            putRanked(item, tier);
            progress = true;
            capsRelaxed = true;
          }
        }
      }
    }
  }

  /// Whether an item may fill a place once soft caps give way.
  private boolean tolerable(int item) {
    return draft.free(item) && draft.counts().tolerable(item);
  }

  private void putRanked(int item, int tier) {
    Tier held = candidates.tiers().get(tier);
    put(draft.firstGap(), item, new Placement.Ranked(held.source(item)));
  }

  private void put(int index, int item, Placement placement) {
    draft.put(index, new Place(item, contest.score(item), placement, 1));
  }
}
