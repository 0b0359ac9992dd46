package dev.akin.app;

import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.model.History;
import dev.akin.model.NeighbourPages.Neighbour;
import dev.akin.model.ReleaseId;
import dev.akin.model.Trends;
import dev.akin.model.UnreadableModelException;
import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.port.ReleaseStore;
import dev.akin.port.StorageException;
import dev.akin.rank.Source;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what is like an item: one small read of the release. An item without neighbours of the
/// kind asked for gets those of another kind, see [SimilarRequest.Basis]; one without any, known or
/// not, popular items; before the first training the newest.
public final class FindSimilarItems {
  private final Live<SimilarIndex> live;
  private final ReleaseStore releases;
  private final Histories histories;
  private final Showcase showcase;
  private final UntrainedShop untrained;
  private final ServingSettings settings;

  public FindSimilarItems(
      Live<SimilarIndex> live,
      ReleaseStore releases,
      EventLog events,
      Catalog catalog,
      ServingSettings settings) {
    this.live = live;
    this.releases = releases;
    this.histories = new Histories(events, settings.strength(), settings.historyEvents());
    this.showcase = new Showcase(catalog, settings.clock());
    this.untrained = new UntrainedShop(catalog, settings.clock(), settings.recheck());
    this.settings = settings;
  }

  public SimilarItems find(SimilarRequest request) {
    Instant now = settings.clock().instant();
    Set<ItemId> excluded = new HashSet<>(request.exclude());
    excluded.add(request.item());
    UserId user = request.user();
    if (user != null) {
      excluded.addAll(seen(user, now));
    }
    Optional<SimilarIndex> index = live.get();
    if (index.isEmpty()) {
      return new SimilarItems(request.item(), null, newest(request.limit(), excluded, now));
    }
    Showcase.Look look = showcase.look(index.get().manifest().trainedAt());
    List<Candidate> candidates = candidates(index.get(), request, excluded);
    candidates.removeIf(candidate -> candidate.hidden(look, now));
    List<RecommendedItem> items =
        look
            .choose(
                candidates,
                request.limit(),
                candidate -> candidate.neighbour().item(),
                candidate -> candidate.neighbour().listed(),
                now)
            .stream()
            .map(Candidate::shown)
            .toList();
    return new SimilarItems(request.item(), index.get().manifest().id(), items);
  }

  private List<RecommendedItem> newest(int limit, Set<ItemId> excluded, Instant now) {
    ServedRelease served = untrained.served();
    Showcase.Look look = showcase.look(served.copied());
    ListOptions options =
        ListOptions.plain(limit, null, null).with(new Narrowing(null, excluded, false, List.of()));
    Visitor nobody = new Visitor(List.of(), History.EMPTY, look.over(served), now);
    ListPlan plan = new ListPlan(new ListInput(options, nobody, null, Trends.USUAL_DAYS, 0));
    return new PlaceWriter(plan, look).write(ListMaker.build(plan, look, 0, new BitSet()));
  }

  private List<Candidate> candidates(
      SimilarIndex index, SimilarRequest request, Set<ItemId> excluded) {
    Set<ItemId> taken = new HashSet<>(excluded);
    List<Candidate> candidates = new ArrayList<>();
    for (SimilarRequest.Basis basis : request.basis().inTurn()) {
      if (candidates.isEmpty()) {
        append(candidates, neighbours(index, basis, request.item()), basis.source(), taken);
      }
    }
    append(candidates, index.popular(), Source.POPULAR, taken);
    return candidates;
  }

  private static void append(
      List<Candidate> candidates, List<Neighbour> found, Source source, Set<ItemId> taken) {
    for (Neighbour neighbour : found) {
      if (taken.add(neighbour.item())) {
        candidates.add(new Candidate(neighbour, source));
      }
    }
  }

  private List<Neighbour> neighbours(SimilarIndex index, SimilarRequest.Basis basis, ItemId item) {
    try {
      return index.neighbours(releases, basis, item);
    } catch (StorageException | UnreadableModelException unreadable) {
      return List.of();
    }
  }

  private Set<ItemId> seen(UserId user, Instant now) {
    try {
      return Histories.seen(histories.steps(new HistorySource.OfSubject(user), now));
    } catch (StorageException unreadable) {
      return Set.of();
    }
  }

  private record Candidate(Neighbour neighbour, Source source) {
    /// Whether the release had the item as not to be shown and nobody has changed it since.
    boolean hidden(Showcase.Look look, Instant now) {
      return !neighbour.shownAt(now.toEpochMilli()) && look.changes().of(neighbour.item()) == null;
    }

    RecommendedItem shown() {
      return new RecommendedItem(neighbour.item(), neighbour.score(), source.word(), List.of());
    }
  }

  /// @param release the release that answered, or null while there is none
  /// @param items best first
  public record SimilarItems(
      ItemId item, @Nullable ReleaseId release, List<RecommendedItem> items) {
    public SimilarItems {
      items = List.copyOf(items);
    }
  }
}
