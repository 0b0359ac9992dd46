package dev.akin.app;

import dev.akin.shop.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says why a rule keeps an item from a list.
///
/// @param item its number on the shelf
record Removal(ListInput input, int item) {
  private static final String EVENTS = "excludeEvents";

  /// @param rule as [ListPlan] names it
  Verdict verdict(String rule) {
    Narrowing narrowing = input.options().narrowing();
    return switch (rule) {
      case "available" -> Verdict.removed(rule, null, unavailable());
      case "itemId" -> Verdict.removed(rule, null, "It is the item that is being looked at.");
      case "exclude" -> Verdict.removed(rule, null, "The request lists it in exclude.");
      case "excludeSeen" ->
          Verdict.removed(
              rule, null, "excludeSeen keeps it out: the history has " + last(null) + " of it.");
      case "category" -> Verdict.removed(rule, null, elsewhere(narrowing.category()));
      case "filter" -> filtered(rule);
      default ->
          rule.startsWith(EVENTS)
              ? Verdict.removed(rule, null, done(rule))
              : Verdict.removed(rule, null, "The rule " + rule + " keeps it out.");
    };
  }

  private String unavailable() {
    Shelf shelf = input.shelf();
    Item known = shelf.item(item);
    Instant expiresAt = known.expiresAt();
    if (shelf.deleted(item)) {
      return "It cannot be shown: the shop has deleted it.";
    }
    if (!known.available()) {
      return "It cannot be shown: it is not available, as the shop says, or deleted.";
    }
    return expiresAt != null && !input.visitor().now().isBefore(expiresAt)
        ? "It cannot be shown: it expired at " + expiresAt + "."
        : "It cannot be shown: the catalogue does not have it, or not as available.";
  }

  private String elsewhere(@Nullable String category) {
    List<String> own = input.shelf().item(item).categories();
    return "It is "
        + (own.isEmpty() ? "in no category" : "in " + String.join(" and ", own))
        + ", and the list is of "
        + category
        + ".";
  }

  private Verdict filtered(String rule) {
    String part = FailedCondition.of(input, item);
    return Verdict.removed(
        rule, part, "The filter keeps it out: " + part + " does not hold for it.");
  }

  private String done(String rule) {
    int index = Integer.parseInt(rule.replaceAll("\\D", ""));
    EventExclusion exclusion = input.options().narrowing().excludeEvents().get(index);
    return rule + " keeps it out: the history has " + last(exclusion) + " of it.";
  }

  /// The newest event of the item that an exclusion means, or of all.
  private String last(@Nullable EventExclusion exclusion) {
    Instant since =
        exclusion == null || exclusion.days() == null
            ? Instant.MIN
            : input.visitor().now().minus(Duration.ofDays(exclusion.days()));
    Optional<Histories.Step> newest =
        input.visitor().of(input.shelf().id(item)).stream()
            .filter(step -> exclusion == null || step.action().type().equals(exclusion.type()))
            .filter(step -> !step.time().isBefore(since))
            .findFirst();
    return newest
        .map(step -> "a " + step.action().type() + " at " + step.time())
        .orElse("an event");
  }
}
