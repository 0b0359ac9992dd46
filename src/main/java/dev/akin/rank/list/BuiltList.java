package dev.akin.rank.list;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page of a list, and what became of every item that is not on it. Immutable; asking for a fate
/// costs one pass over the items at most.
public final class BuiltList {
  private final Candidates candidates;
  private final ListSettings settings;
  private final Contest contest;
  private final BitSet before;
  private final List<Place> places;
  private final Map<Integer, Integer> displaced;
  private final boolean capsRelaxed;
  private final int page;

  BuiltList(Candidates candidates, ListSettings settings, int page, BitSet before) {
    this.candidates = candidates;
    this.settings = settings;
    this.page = page;
    this.before = (BitSet) before.clone();
    contest = new Contest(candidates, settings.relevance());
    PageAssembly assembly = new PageAssembly(candidates, settings, contest, before);
    displaced = Map.copyOf(assembly.assemble(page));
    places = assembly.places();
    capsRelaxed = assembly.capsRelaxed();
  }

  /// Best first; at most as many as were asked for.
  public List<Place> places() {
    return places;
  }

  /// Whether places were filled with items that a cap had held back, for want of others.
  public boolean capsRelaxed() {
    return capsRelaxed;
  }

  /// Everything shown so far: what was taken before, and this page.
  public BitSet shown() {
    BitSet shown = (BitSet) before.clone();
    places.forEach(place -> shown.set(place.item()));
    return shown;
  }

  /// Whether another page would have an item that is not among some.
  ///
  /// @param shown not changed
  public boolean hasMore(BitSet shown) {
    CapCounts counts = new CapCounts(settings.merchandising().caps(), shown);
    return contest.any(item -> !shown.get(item) && counts.tolerable(item)) || pinnedLater(shown);
  }

  private boolean pinnedLater(BitSet shown) {
    return settings.merchandising().pins().stream()
        .anyMatch(pin ->
            pin.place() > (page + 1) * settings.limit()
                && !shown.get(pin.item())
                && candidates.allowed(pin.item()));
  }

  /// Where its score puts an item, by number, also one that a rule removed; null if no tier holds
  /// it.
  public @Nullable Standing standing(int item) {
    int tier = candidates.tierOf(item);
    return tier < 0
        ? null
        : new Standing(
            candidates.tiers().get(tier).source(item),
            contest.score(item),
            contest.factor(item),
            contest.rank(item));
  }

  /// What became of an item, by number.
  public Fate fate(int item) {
    for (int index = 0; index < places.size(); index++) {
      if (places.get(index).item() == item) {
        return new Fate.Shown(index + 1);
      }
    }
    for (Rule rule : candidates.rules()) {
      if (!rule.keeps().test(item)) {
        return new Fate.Removed(rule.name());
      }
    }
    return before.get(item) ? new Fate.ShownBefore() : unplaced(item);
  }

  private Fate unplaced(int item) {
    for (Pin pin : settings.merchandising().pins()) {
      if (pin.item() == item && pin.place() > (page + 1) * settings.limit()) {
        return new Fate.PinnedElsewhere(pin.place());
      }
    }
    if (candidates.tierOf(item) < 0) {
      return new Fate.Unscored();
    }
    if (!contest.relevant(item)) {
      return new Fate.BelowRelevance(contest.relevance(item), contest.minimum());
    }
    Integer index = displaced.get(item);
    return index != null ? new Fate.Displaced(index + 1) : outranked(item);
  }

  private Fate outranked(int item) {
    CapCounts counts = new CapCounts(settings.merchandising().caps(), before);
    places.forEach(place -> counts.add(place.item()));
    Cap full = counts.full(item, false);
    int rank = contest.rank(item);
    return full != null
        ? new Fate.Capped(full.name(), rank)
        : new Fate.Outranked(rank, contest.factor(item));
  }
}
