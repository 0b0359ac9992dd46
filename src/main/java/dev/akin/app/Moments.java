package dev.akin.app;

import dev.akin.model.History;
import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.port.StorageException;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gets together what lists are made of: one query of the history, and what the sandbox holds of
/// the release and the catalogue. A fault of the store costs personality, never the answer.
public final class Moments {
  private final Live<ServedRelease> live;
  private final Histories histories;
  private final Showcase showcase;
  private final UntrainedShop untrained;
  private final ServingSettings settings;

  public Moments(
      Live<ServedRelease> live, EventLog events, Catalog catalog, ServingSettings settings) {
    this.live = live;
    this.histories = new Histories(events, settings.strength(), settings.historyEvents());
    this.showcase = new Showcase(catalog, settings.clock());
    this.untrained = new UntrainedShop(catalog, settings.clock(), settings.recheck());
    this.settings = settings;
  }

  /// Loads the live release if it is not loaded yet.
  ///
  /// @return whether there is one
  public boolean load() {
    return live.get().isPresent();
  }

  /// What is there for somebody now.
  Moment now(HistorySource source) {
    return at(scene(), source, null);
  }

  /// What is there for everybody now.
  Scene scene() {
    Instant now = settings.clock().instant();
    ServedRelease served = live.get().orElseGet(untrained::served);
    Showcase.Look look = showcase.look(served.copied());
    return new Scene(look, look.over(served), now);
  }

  /// @param asOf the moment after which scores count no event any more; null for all that there are
  Moment at(Scene scene, HistorySource source, @Nullable Instant asOf) {
    Instant now = scene.now();
    List<Histories.Step> steps = steps(source, asOf == null ? now : asOf);
    Instant until = asOf == null ? newest(steps, now) : asOf;
    Shelf shelf = scene.shelf();
    Map<ItemId, Integer> numbers = Visitor.numbers(steps, shelf);
    History history =
        histories.history(
            Histories.until(until, steps),
            shelf.known(),
            id -> numbers.getOrDefault(id, -1),
            until);
    return new Moment(scene.look(), new Visitor(steps, numbers, history, shelf, now, until));
  }

  /// Whoever sends events may have a clock that is ahead.
  private static Instant newest(List<Histories.Step> steps, Instant now) {
    return steps.stream()
        .map(Histories.Step::time)
        .filter(time -> time.isAfter(now))
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  private List<Histories.Step> steps(HistorySource source, Instant now) {
    try {
      return histories.steps(source, now);
    } catch (StorageException unreadable) {
      return List.of();
    }
  }

  /// What lists for everybody are made of.
  ///
  /// @param look also knows what changed since the release
  record Scene(Showcase.Look look, Shelf shelf, Instant now) {}
}
