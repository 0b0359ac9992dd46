package dev.akin.app;

import dev.akin.model.History;
import dev.akin.model.HistoryBuilder;
import dev.akin.port.EventLog;
import dev.akin.shop.Action;
import dev.akin.shop.Event;
import dev.akin.shop.ItemId;
import dev.akin.shop.Strength;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/// The past that an answer is made from, read by one query or taken from the request.
final class Histories {
  private final EventLog events;
  private final Strength strength;
  private final int limit;

  /// @param limit how many of the newest events are read, 1 to 1000
  Histories(EventLog events, Strength strength, int limit) {
    this.events = events;
    this.strength = strength;
    this.limit = limit;
  }

  /// What happened to which item when; dislikes and returns included.
  ///
  /// @param now when what a request gives has happened
  List<Step> steps(HistorySource source, Instant now) {
    return switch (source) {
      case HistorySource.OfSubject subject ->
          events.newest(subject.subject(), limit).stream().map(Histories::step).toList();
      case HistorySource.Given given ->
          given.past().stream()
              .map(past -> new Step(past.item(), past.action(), now, List.of()))
              .toList();
    };
  }

  /// The steps as a row over some items; others are left out.
  ///
  /// @param items how many are numbered, from 0 on
  /// @param numbers of an item, negative for one that nobody knows
  History history(List<Step> steps, int items, ToIntFunction<ItemId> numbers, Instant now) {
    HistoryBuilder builder = new HistoryBuilder(strength, now);
    for (Step step : steps) {
      int item = numbers.applyAsInt(step.item());
      if (item >= 0 && item < items) {
        builder.add(item, Strength.weight(step.action()), step.time().toEpochMilli());
      }
    }
    return builder.build();
  }

  /// Those that are not newer than a moment, in the same order.
  static List<Step> until(Instant moment, List<Step> steps) {
    return steps.stream().filter(step -> !step.time().isAfter(moment)).toList();
  }

  static Set<ItemId> seen(List<Step> steps) {
    Set<ItemId> seen = new HashSet<>();
    steps.forEach(step -> seen.add(step.item()));
    return seen;
  }

  private static Step step(Event event) {
    return new Step(event.item(), event.action(), event.time(), event.attribution().impression());
  }

  /// One event.
  ///
  /// @param impression what was on show then
  record Step(ItemId item, Action action, Instant time, List<ItemId> impression) {}
}
