package dev.akin.app;

import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.model.History;
import dev.akin.model.NeighbourPages.Neighbour;
import dev.akin.model.ReleaseId;
import dev.akin.model.Trends;
import dev.akin.model.UnreadableModelException;
import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.port.StorageException;
import dev.akin.rank.Source;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what is like an item: one small read of the release. An item without neighbours of the
/// kind asked for gets those of another kind, see [SimilarRequest.Basis]; one without any, known or
/// not, popular items; before the first training the newest.
///
/// The catalogue of the release is loaded when a filter or fields are first asked for, or more than
/// the index can give, see [SimilarIndex], and not read again.
public final class FindSimilarItems {
  private final Live<SimilarIndex> live;
  private final Histories histories;
  private final Showcase showcase;
  private final UntrainedShop untrained;
  private final ServingSettings settings;

  public FindSimilarItems(
      Live<SimilarIndex> live, EventLog events, Catalog catalog, ServingSettings settings) {
    this.live = live;
    this.histories = new Histories(events, settings.strength(), settings.historyEvents());
    this.showcase = new Showcase(catalog, settings.clock());
    this.untrained = new UntrainedShop(catalog, settings.clock(), settings.recheck());
    this.settings = settings;
  }

  /// @throws StorageException if a filter or fields are asked for, and neither the release nor the
  ///   catalogue can be read
  /// @throws dev.akin.shop.InvalidFieldException if the filter cannot be followed, with the place
  public SimilarItems find(SimilarRequest request) {
    Visit visit = visit(request);
    Optional<SimilarIndex> index = live.get();
    if (index.isEmpty()) {
      return new SimilarItems(request.item(), null, newest(visit));
    }
    Showcase.Look look = showcase.look(index.get().manifest().trainedAt());
    List<RecommendedItem> items = chosen(index.get(), visit, look);
    return new SimilarItems(request.item(), index.get().manifest().id(), items);
  }

  /// Of ids alone, first by what the index holds; what it has not enough of, all items give.
  private static List<RecommendedItem> chosen(SimilarIndex index, Visit visit, Showcase.Look look) {
    List<SimilarCandidate> candidates = candidates(index, visit);
    if (!visit.request().plain()) {
      return selected(items(index, candidates, visit, look), candidates, visit, look);
    }
    List<RecommendedItem> found = plain(candidates, visit, look);
    return found.size() == visit.request().limit()
        ? found
        : index
            .items(visit.now())
            .map(items -> selected(items, candidates, visit, look))
            .orElse(found);
  }

  private Visit visit(SimilarRequest request) {
    Instant now = settings.clock().instant();
    List<Histories.Step> steps = steps(request.user(), now);
    Set<ItemId> excluded = new HashSet<>(request.exclude());
    excluded.add(request.item());
    excluded.addAll(Histories.seen(steps));
    return new Visit(request, steps, excluded, now);
  }

  private static List<RecommendedItem> plain(
      List<SimilarCandidate> candidates, Visit visit, Showcase.Look look) {
    candidates.removeIf(candidate -> candidate.hidden(look, visit.now()));
    return look
        .choose(
            candidates,
            visit.request().limit(),
            candidate -> candidate.neighbour().item(),
            candidate -> candidate.neighbour().listed(),
            visit.now())
        .stream()
        .map(SimilarCandidate::shown)
        .toList();
  }

  private static List<RecommendedItem> selected(
      ServedRelease items, List<SimilarCandidate> candidates, Visit visit, Showcase.Look look) {
    return new SimilarSelection(visit.input(look.over(items), look), look).of(candidates);
  }

  /// The items of the release; while they cannot be read, the candidates as the shop has them.
  private static ServedRelease items(
      SimilarIndex index, List<SimilarCandidate> candidates, Visit visit, Showcase.Look look) {
    return index
        .items(visit.now())
        .orElseGet(() -> {
          Set<ItemId> ids = new LinkedHashSet<>();
          candidates.forEach(candidate -> ids.add(candidate.neighbour().item()));
          Map<ItemId, Item> read =
              look.read(ids)
                  .orElseThrow(() -> new StorageException("the catalogue cannot be read"));
          return ServedRelease.untrained(List.copyOf(read.values()), index.manifest().trainedAt());
        });
  }

  private List<RecommendedItem> newest(Visit visit) {
    ServedRelease served = untrained.served();
    Showcase.Look look = showcase.look(served.copied());
    ListPlan plan = new ListPlan(visit.input(look.over(served), look));
    return new PlaceWriter(plan, look).write(ListMaker.build(plan, look, 0, new BitSet()));
  }

  private static List<SimilarCandidate> candidates(SimilarIndex index, Visit visit) {
    Set<ItemId> taken = new HashSet<>(visit.excluded());
    List<SimilarCandidate> candidates = new ArrayList<>();
    SimilarRequest request = visit.request();
    for (SimilarRequest.Basis basis : request.basis().inTurn()) {
      if (candidates.isEmpty()) {
        append(candidates, neighbours(index, basis, request.item()), basis.source(), taken);
      }
    }
    append(candidates, index.popular(), Source.POPULAR, taken);
    return candidates;
  }

  private static void append(
      List<SimilarCandidate> candidates, List<Neighbour> found, Source source, Set<ItemId> taken) {
    for (Neighbour neighbour : found) {
      if (taken.add(neighbour.item())) {
        candidates.add(new SimilarCandidate(neighbour, source));
      }
    }
  }

  private static List<Neighbour> neighbours(
      SimilarIndex index, SimilarRequest.Basis basis, ItemId item) {
    try {
      return index.neighbours(basis, item);
    } catch (StorageException | UnreadableModelException unreadable) {
      return List.of();
    }
  }

  private List<Histories.Step> steps(@Nullable UserId user, Instant now) {
    try {
      return user == null ? List.of() : histories.steps(new HistorySource.OfSubject(user), now);
    } catch (StorageException unreadable) {
      return List.of();
    }
  }

  /// One request.
  ///
  /// @param steps of the user, if any is given
  /// @param excluded what is not to be shown: the item, what was asked for, what was seen
  private record Visit(
      SimilarRequest request, List<Histories.Step> steps, Set<ItemId> excluded, Instant now) {
    ListInput input(Shelf shelf, Showcase.Look look) {
      ListOptions options =
          ListOptions.plain(request.limit(), null, null)
              .with(new Narrowing(null, request.exclude(), request.user() != null, List.of()))
              .with(request.rules())
              .with(request.detail());
      return new ListInput(
          options,
          new Visitor(steps, History.EMPTY, shelf, now),
          CurrentItem.of(request.rules(), shelf, look),
          Trends.USUAL_DAYS,
          0);
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
