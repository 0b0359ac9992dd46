package dev.akin.app;

import dev.akin.app.ReportStatus.Count;
import dev.akin.app.ReportStatus.Rung;
import dev.akin.model.ReleaseCodec;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.rank.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What the data that the live release saw unlocks, in the order of climbing.
final class ReadinessLadder {
  private static final int TREND_DAYS = 2;
  private static final int DESCRIBED_ITEMS = 2;

  private final TrainingCounts counts;
  private final List<String> strategies;
  private final boolean comparesUsers;

  private ReadinessLadder(TrainingCounts counts, List<String> strategies, boolean comparesUsers) {
    this.counts = counts;
    this.strategies = strategies;
    this.comparesUsers = comparesUsers;
  }

  /// Before the first training items can be shown, and nothing else.
  static List<Rung> untrained(TrainingCounts counts) {
    return new ReadinessLadder(counts, List.of(), false).rungs();
  }

  static List<Rung> of(ReleaseManifest live) {
    return new ReadinessLadder(
            live.counts(),
            ReleaseCodec.strategies(live),
            !ReleaseCodec.neededForUsers(live).isEmpty())
        .rungs();
  }

  private List<Rung> rungs() {
    List<Rung> rungs = new ArrayList<>();
    rungs.add(
        new Rung(
            "newest items",
            counts.items() > 0,
            "one item in the catalogue, from the first request on",
            List.of(new Count("items", counts.items(), 1))));
    rungs.add(
        new Rung(
            "popular items",
            counts.events() > 0,
            "one event, then a training; that an event counts in the visitor's next list needs none",
            List.of(new Count("events", counts.events(), 1))));
    if (!counts.data().isEmpty()) {
      rungs.addAll(byData());
    }
    rungs.add(byBehaviour());
    rungs.add(
        new Rung(
            "personal recommendations",
            has(Strategy.FACTORS) || has(Strategy.LINEAR),
            TrainingPlan.FACTORS_NEED + ", then a training: learned models",
            factorCounts()));
    rungs.add(similarUsers());
    if (!counts.data().isEmpty()) {
      rungs.addAll(byRegulars());
      rungs.add(byContext());
    }
    return rungs;
  }

  private List<Rung> byData() {
    long days = ShopFact.HOURS.in(counts) / 24;
    long described = ShopFact.DESCRIBED.in(counts);
    return List.of(
        new Rung(
            "trending items",
            days >= TREND_DAYS,
            "events of two days, then a training; 14 and 60 days for windows of 7 and 30",
            List.of(new Count("days of events", days, TREND_DAYS))),
        new Rung(
            "similar items and personal lists by words",
            has(Strategy.CONTENT),
            "two items with a title, a description, categories or tags, then a training",
            List.of(new Count("items with words", described, DESCRIBED_ITEMS))),
        new Rung(
            "what to buy again",
            has(Strategy.AGAIN),
            "one item that a customer bought on two days, then a training",
            List.of(new Count("items bought again", ShopFact.BOUGHT_AGAIN.in(counts), 1))));
  }

  private Rung byBehaviour() {
    return new Rung(
        "similar items",
        has(Strategy.NEIGHBOURS),
        "one customer with two items, then a training; good from about 50 customers",
        counts.data().isEmpty()
            ? List.of()
            : List.of(new Count("customers with two items", ShopFact.TWO_ITEMS.in(counts), 1)));
  }

  private List<Count> factorCounts() {
    return List.of(
        new Count("customers", counts.users(), TrainingPlan.USERS),
        new Count("pairs", counts.interactions(), TrainingPlan.PAIRS));
  }

  private Rung similarUsers() {
    List<Count> needed = new ArrayList<>(factorCounts());
    if (!counts.data().isEmpty()) {
      needed.add(new Count("events with a userId", ShopFact.OF_USERS.in(counts), 1));
    }
    return new Rung(
        "similar users",
        comparesUsers,
        TrainingPlan.FACTORS_NEED
            + ", userId with the events, akin.training.reference-users above 0, then a training",
        needed);
  }

  private List<Rung> byRegulars() {
    return List.of(
        new Rung(
            "a blend of all models",
            has(Strategy.BLEND),
            Selection.FEWEST_REGULARS
                + " customers with "
                + Supply.REGULAR_ITEMS
                + " items, then a training",
            List.of(
                new Count(
                    "customers with five items",
                    ShopFact.REGULARS.in(counts),
                    Selection.FEWEST_REGULARS))),
        new Rung(
            "the strategy that is best on the shop's own past",
            ShopFact.MEASURED.in(counts) > 0,
            ReleaseAssessment.FEWEST_USERS
                + " customers who come back after 80 % of the events, and 10 items, then a training",
            List.of()));
  }

  private Rung byContext() {
    List<Count> values = new ArrayList<>();
    values.add(new Count("events with a context", ShopFact.WITH_CONTEXT.in(counts), 1));
    new TreeMap<>(counts.data())
        .forEach((name, count) -> {
          if (name.startsWith(ShopFact.CONTEXT_KEY)) {
            String key = name.substring(ShopFact.CONTEXT_KEY.length());
            values.add(new Count("values of " + key + " that lists follow", count, 1));
          }
        });
    return new Rung(
        "lists that follow the context",
        values.size() > 1,
        "context with the events, such as device=mobile, of "
            + ContextLearning.FEWEST_USERS
            + " customers who come back, then a training: it follows the keys, hour and weekday"
            + " among them, that make lists better",
        values);
  }

  private boolean has(Strategy strategy) {
    return strategies.contains(strategy.word());
  }
}
