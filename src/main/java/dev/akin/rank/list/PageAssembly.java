package dev.akin.rank.list;

import dev.akin.math.SeededRandom;
import dev.akin.rank.Source;
import dev.akin.rank.diversity.MarginalRelevance;
import dev.akin.rank.explore.Exploration;
import dev.akin.rank.explore.Lot;
import dev.akin.rank.score.Novelty;
import dev.akin.rank.score.UnitRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// One page in the making: pins, promotions, the ranking, exploration, in this order. Used once and
/// not safe for concurrent use.
final class PageAssembly {
  private final Candidates candidates;
  private final ListSettings settings;
  private final Contest contest;
  private final int page;
  private final BitSet closed;
  private final CapCounts counts;
  private final @Nullable Place[] places;
  private final Map<Integer, Integer> displaced = new HashMap<>();
  private int[] spare = {};
  private int missing;
  private boolean capsRelaxed;

  /// @param page 0 for the first
  /// @param taken items shown before; not changed
  PageAssembly(Candidates candidates, ListSettings settings, int page, BitSet taken) {
    this.candidates = candidates;
    this.settings = settings;
    this.page = page;
    contest = new Contest(candidates, settings.relevance());
    counts = new CapCounts(settings.merchandising().caps());
    closed = (BitSet) taken.clone();
    places = new Place[settings.limit()];
    missing = places.length;
  }

  Contest contest() {
    return contest;
  }

  /// The places, without gaps: where there is nothing to fill one, all below move up.
  List<Place> assemble() {
    placePins();
    placePromotions();
    placeRanked();
    relaxCaps();
    explore();
    List<Place> filled = new ArrayList<>();
    for (Place place : places) {
      if (place != null) {
        filled.add(place);
      }
    }
    return filled;
  }

  boolean capsRelaxed() {
    return capsRelaxed;
  }

  /// Items that exploration took the place of, with that place's index.
  Map<Integer, Integer> displaced() {
    return displaced;
  }

  private void placePins() {
    int first = page * places.length;
    for (Pin pin : settings.merchandising().pins()) {
      int index = pin.place() - 1 - first;
      if (index >= 0 && !closed.get(pin.item()) && candidates.allowed(pin.item())) {
        if (index < places.length) {
          put(index, pin.item(), new Placement.Pinned());
        } else {
          closed.set(pin.item());
        }
      }
    }
  }

  private void placePromotions() {
    List<Promotion> promotions = settings.merchandising().promotions();
    boolean[] pinned = new boolean[places.length];
    for (int index = 0; index < pinned.length; index++) {
      pinned[index] = places[index] != null;
    }
    int[] owners = PromotionSlots.of(promotions, pinned);
    for (int p = 0; p < promotions.size(); p++) {
      Promotion promotion = promotions.get(p);
      int wanted = (int) count(owners, p);
      int[] items = contest.bestOfAll(wanted, item -> free(item) && promotion.items().test(item));
      int next = 0;
      for (int index = 0; index < owners.length && next < items.length; index++) {
        if (owners[index] == p) {
          put(index, items[next++], new Placement.Promoted(promotion.name()));
        }
      }
    }
  }

  private static long count(int[] owners, int owner) {
    return Arrays.stream(owners).filter(o -> o == owner).count();
  }

  /// Pools of one tier each; a pool that caps leave unused is followed by another.
  private void placeRanked() {
    int tier = 0;
    while (missing > 0 && tier < contest.tiers()) {
      int[] pool = contest.best(tier, settings.pool(), item -> free(item) && counts.open(item));
      if (pool.length == 0) {
        tier++;
      } else {
        choose(pool, tier);
      }
    }
  }

  private void choose(int[] pool, int tier) {
    MarginalRelevance worth = worth(pool);
    for (Place place : places) {
      if (place != null) {
        worth.choose(place.item());
      }
    }
    IntPredicate open = i -> free(pool[i]) && counts.open(pool[i]);
    int best = missing == 0 ? -1 : worth.best(open);
    while (best >= 0) {
      put(firstGap(), pool[best], ranked(pool[best], tier));
      worth.choose(pool[best]);
      best = missing == 0 ? -1 : worth.best(open);
    }
    spare = Arrays.stream(pool).filter(this::free).toArray();
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
    return new MarginalRelevance(relevance, variety.diversity(), variety.similarity().over(pool));
  }

  private void relaxCaps() {
    boolean progress = true;
    while (missing > 0 && progress) {
      progress = false;
      for (int tier = 0; tier < contest.tiers(); tier++) {
        IntPredicate open = item -> free(item) && counts.tolerable(item);
        for (int item : contest.best(tier, missing, open)) {
          if (missing > 0 && counts.tolerable(item)) {
            put(firstGap(), item, ranked(item, tier));
            progress = true;
            capsRelaxed = true;
          }
        }
      }
    }
  }

  /// Caps hold whatever is drawn: what could be drawn counts as if it were on the page already.
  private void explore() {
    Exploration exploration = settings.exploration();
    int[] open = rankedPlaces();
    if (exploration.rate() == 0 || open.length == 0) {
      return;
    }
    int[] arrivals =
        reserve(exploration.arrivals(open.length, item -> free(item) && candidates.allowed(item)));
    int[] tail = reserve(Arrays.stream(spare).filter(this::free).toArray());
    List<Lot> lots = exploration.lots(open.length, arrivals, tail);
    BitSet fresh = new BitSet();
    Arrays.stream(arrivals).forEach(fresh::set);
    SeededRandom random = new SeededRandom(settings.seed()).split(page);
    for (int i = 0; i < open.length; i++) {
      draw(open[i], lots.get(i), random.split(open[i]).nextDouble(), fresh);
    }
  }

  private void draw(int index, Lot lot, double chance, BitSet fresh) {
    Place kept = places[index];
    if (kept == null) {
      return;
    }
    int drawn = lot.draw(chance);
    if (drawn < 0) {
      places[index] = new Place(kept.item(), kept.score(), kept.placement(), lot.keep());
      return;
    }
    int item = lot.items()[drawn];
    places[index] =
        new Place(
            item,
            contest.score(item),
            new Placement.Explored(fresh.get(item)),
            lot.probabilities()[drawn]);
    displaced.put(kept.item(), index);
  }

  private int[] reserve(int[] items) {
    int size = 0;
    for (int item : items) {
      if (counts.open(item)) {
        counts.add(item);
        closed.set(item);
        items[size++] = item;
      }
    }
    return Arrays.copyOf(items, size);
  }

  private int[] rankedPlaces() {
    int[] indices = new int[places.length];
    int size = 0;
    for (int index = 0; index < places.length; index++) {
      if (places[index] != null && places[index].placement() instanceof Placement.Ranked) {
        indices[size++] = index;
      }
    }
    return Arrays.copyOf(indices, size);
  }

  private void put(int index, int item, Placement placement) {
    places[index] = new Place(item, contest.score(item), placement, 1);
    closed.set(item);
    counts.add(item);
    missing--;
  }

  private Placement ranked(int item, int tier) {
    Source source = candidates.tiers().get(tier).sources().apply(item);
    return new Placement.Ranked(source);
  }

  private boolean free(int item) {
    return !closed.get(item);
  }

  private int firstGap() {
    int index = 0;
    while (places[index] != null) {
      index++;
    }
    return index;
  }
}
