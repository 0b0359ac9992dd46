package dev.akin.app;

import java.time.Instant;

/// What lists are made of at one moment: a release, the catalogue as it is now, and who asks.
///
/// @param look also knows what changed since the release
record Moment(Showcase.Look look, Visitor visitor) {
  Instant now() {
    return visitor.now();
  }

  ServedRelease served() {
    return visitor.shelf().served();
  }

  /// @param trendDays the window of what trends
  /// @param seed of what chance decides
  /// @throws dev.akin.shop.InvalidFieldException naming the option that cannot be followed
  ListPlan plan(ListOptions options, int trendDays, long seed) {
    return new ListPlan(
        new ListInput(
            options,
            visitor,
            CurrentItem.of(options.rules(), visitor.shelf(), look),
            trendDays,
            seed));
  }
}
