package dev.akin.app;

import dev.akin.model.Trends;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What lists are made of at one moment: a release, the catalogue as it is now, and who asks.
///
/// @param look also knows what changed since the release
record Moment(Showcase.Look look, Visitor visitor) {
  Instant now() {
    return visitor.now();
  }

  Shelf shelf() {
    return visitor.shelf();
  }

  ServedRelease served() {
    return shelf().served();
  }

  /// @param trendDays the window of what trends
  /// @param seed of what chance decides
  /// @throws dev.akin.shop.InvalidFieldException naming the option that cannot be followed
  ListPlan plan(ListOptions options, int trendDays, long seed) {
    return plan(options, null, trendDays, seed);
  }

  /// The plan of a ranking: all of some items and no others.
  ///
  /// @throws dev.akin.shop.InvalidFieldException naming the option that cannot be followed
  ListPlan ranking(ListOptions options, GivenItems given) {
    return plan(options, given, Trends.USUAL_DAYS, now().toEpochMilli());
  }

  /// The same moment with those of some items on the shelf that only the catalogue knows: what came
  /// within this second, or is beyond the page that stands in for a release. Reads only what is not
  /// there yet; empty if the catalogue does not answer.
  Optional<Moment> holding(Collection<ItemId> items) {
    Set<ItemId> missing =
        items.stream().filter(id -> shelf().find(id) < 0).collect(Collectors.toSet());
    return missing.isEmpty()
        ? Optional.of(this)
        : look.read(missing).map(read -> with(read.values()));
  }

  /// The same moment with some more items on the shelf; those that are there already stay as they
  /// are.
  Moment with(Collection<Item> items) {
    Shelf wider = shelf().with(items);
    return new Moment(
        look,
        new Visitor(
            visitor.steps(),
            Visitor.numbers(visitor.steps(), wider),
            visitor.history(),
            wider,
            now(),
            visitor.asOf()));
  }

  private ListPlan plan(ListOptions options, @Nullable GivenItems given, int trendDays, long seed) {
    return new ListPlan(
        new ListInput(
            options, visitor, CurrentItem.of(options.rules(), shelf(), look), trendDays, seed),
        given);
  }
}
