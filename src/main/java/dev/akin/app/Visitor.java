package dev.akin.app;

import dev.akin.model.History;
import dev.akin.rank.filter.PastEvent;
import dev.akin.rank.score.Impression;
import dev.akin.shop.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who a list is for: what is known of the past, in the numbers of a shelf.
///
/// Rules count everything that has happened. Scores count what had happened as of a moment, which
/// stays the same for all pages of a walk.
///
/// @param steps newest first
/// @param numbers of the items of the steps; those that nobody knows are not in it
/// @param history those of them that scores count, as taste
/// @param now when the list is made
/// @param asOf no step that scores count is newer
record Visitor(
    List<Histories.Step> steps,
    Map<ItemId, Integer> numbers,
    History history,
    Shelf shelf,
    Instant now,
    Instant asOf) {
  /// Whose scores count everything.
  Visitor(List<Histories.Step> steps, History history, Shelf shelf, Instant now) {
    this(steps, numbers(steps, shelf), history, shelf, now, now);
  }

  /// The numbers of the items of some steps, looked up once for all that asks for them.
  static Map<ItemId, Integer> numbers(List<Histories.Step> steps, Shelf shelf) {
    Map<ItemId, Integer> numbers = new HashMap<>();
    for (Histories.Step step : steps) {
      if (!numbers.containsKey(step.item())) {
        int item = shelf.find(step.item());
        if (item >= 0) {
          numbers.put(step.item(), item);
        }
      }
    }
    return numbers;
  }

  /// The items of all events.
  BitSet seen() {
    return itemsOf(steps);
  }

  /// The events of one item, newest first.
  List<Histories.Step> of(ItemId item) {
    return steps.stream().filter(step -> step.item().equals(item)).toList();
  }

  /// The items of the events that an exclusion means.
  BitSet done(EventExclusion exclusion) {
    Instant since =
        exclusion.days() == null ? Instant.MIN : now.minus(Duration.ofDays(exclusion.days()));
    return itemsOf(
        steps.stream()
            .filter(step -> step.action().type().equals(exclusion.type()))
            .filter(step -> !step.time().isBefore(since))
            .toList());
  }

  private BitSet itemsOf(List<Histories.Step> some) {
    BitSet items = new BitSet(shelf.size());
    for (Histories.Step step : some) {
      Integer item = numbers.get(step.item());
      if (item != null) {
        items.set(item);
      }
    }
    return items;
  }

  /// The numbers of some items; those that nobody knows have none.
  BitSet numbers(Collection<ItemId> items) {
    BitSet numbers = new BitSet(shelf.size());
    for (ItemId id : items) {
      int item = shelf.find(id);
      if (item >= 0) {
        numbers.set(item);
      }
    }
    return numbers;
  }

  /// The events as filters ask for them.
  List<PastEvent> past() {
    List<PastEvent> past = new ArrayList<>();
    for (Histories.Step step : steps) {
      Integer item = numbers.get(step.item());
      List<String> categories = item == null ? List.of() : categories(item);
      past.add(new PastEvent(step.item(), step.action(), step.time(), categories));
    }
    return past;
  }

  /// As they are now; of a deleted item as they were.
  private List<String> categories(int item) {
    return shelf.changed(item) && !shelf.deleted(item)
        ? shelf.item(item).categories()
        : Catalogues.categories(shelf.release(), item);
  }

  /// What was on show with the events that scores count, and whether something was done to it then
  /// or later.
  List<Impression> impressions() {
    List<Histories.Step> counted = Histories.until(asOf, steps);
    Map<ItemId, Instant> touched = new HashMap<>();
    for (Histories.Step step : counted) {
      touched.merge(step.item(), step.time(), (a, b) -> a.isAfter(b) ? a : b);
    }
    List<Impression> impressions = new ArrayList<>();
    for (Histories.Step step : counted) {
      for (ItemId shown : step.impression()) {
        int item = shelf.find(shown);
        if (item >= 0) {
          boolean clicked = !touched.getOrDefault(shown, Instant.MIN).isBefore(step.time());
          impressions.add(new Impression(item, step.time().toEpochMilli(), clicked));
        }
      }
    }
    return impressions;
  }
}
