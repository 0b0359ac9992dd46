package dev.akin.app;

import dev.akin.port.Catalog;
import dev.akin.port.EventLog;
import dev.akin.port.StorageException;
import java.time.Instant;
import java.util.List;

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

  /// What is there for somebody now.
  Moment now(HistorySource source) {
    Instant now = settings.clock().instant();
    ServedRelease served = live.get().orElseGet(untrained::served);
    Showcase.Look look = showcase.look(served.copied());
    Shelf shelf = look.over(served);
    List<Histories.Step> steps = steps(source, now);
    return new Moment(
        look, new Visitor(steps, histories.history(steps, shelf.release(), now), shelf, now));
  }

  private List<Histories.Step> steps(HistorySource source, Instant now) {
    try {
      return histories.steps(source, now);
    } catch (StorageException unreadable) {
      return List.of();
    }
  }
}
