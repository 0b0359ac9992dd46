package dev.akin.memory;

import dev.akin.port.EventLog;
import dev.akin.shop.Event;
import dev.akin.shop.Subject;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The event log in memory. Keeps events for good; nothing ever fails.
public final class InMemoryEventLog implements EventLog {
  /// Ids in the order of their bytes, as the store sorts them, not of Java's characters.
  private static final Comparator<Place> NEWEST_FIRST =
      Comparator.comparingLong(Place::millis)
          .thenComparing(
              place -> place.id().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
          .reversed();

  private final Map<Subject, TreeMap<Place, Event>> histories = new HashMap<>();

  private record Place(long millis, String id) {}

  @Override
  public synchronized List<Appended> append(List<Event> events) {
    List<Appended> results = new ArrayList<>(events.size());
    for (Event event : events) {
      Place place = new Place(event.time().toEpochMilli(), event.id());
      boolean added =
          histories
                  .computeIfAbsent(event.subject(), _ -> new TreeMap<>(NEWEST_FIRST))
                  .putIfAbsent(place, toTheMillisecond(event))
              == null;
      results.add(added ? Appended.STORED : Appended.DUPLICATE);
    }
    return results;
  }

  @Override
  public synchronized List<Event> newest(Subject subject, int limit) {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit must be 1 to 1000, was " + limit);
    }
    TreeMap<Place, Event> history = histories.get(subject);
    return history == null ? List.of() : history.values().stream().limit(limit).toList();
  }

  @Override
  public void scan(Consumer<Event> sink) {
    all().forEach(sink);
  }

  private synchronized List<Event> all() {
    return histories.values().stream().flatMap(history -> history.values().stream()).toList();
  }

  private static Event toTheMillisecond(Event event) {
    return new Event(
        event.id(),
        event.user(),
        event.session(),
        event.item(),
        event.time().truncatedTo(ChronoUnit.MILLIS),
        event.action(),
        event.attribution());
  }
}
