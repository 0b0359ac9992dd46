package dev.akin.app;

import dev.akin.model.ReleaseManifest.TrainingCounts;
import java.util.Map;

/// What a training counts beside customers and pairs: which of the things that Akin can learn from
/// the shop sends.
enum ShopFact {
  /// Items of the catalogue, sold out ones included.
  LISTED("itemsListed"),
  TITLED("itemsWithTitle"),
  CATEGORISED("itemsWithCategory"),
  PRICED("itemsWithPrice"),
  DATED("itemsWithCreatedAt"),
  /// Items with any words.
  DESCRIBED("itemsWithText"),
  /// Distinct items that events are about.
  OF_EVENTS("itemsOfEvents"),
  /// Those of them that the catalogue has, or had.
  OF_EVENTS_LISTED("itemsOfEventsListed"),
  TYPES("eventTypes"),
  /// From the first event to the last.
  HOURS("hoursOfEvents"),
  OF_USERS("eventsOfUsers"),
  PURCHASES("purchases"),
  PURCHASES_PRICED("purchasesWithPrice"),
  PURCHASES_OF_SEVERAL("purchasesOfSeveral"),
  ATTRIBUTED("eventsWithRecommendationId"),
  WITH_IMPRESSION("eventsWithImpression"),
  WITH_CONTEXT("eventsWithContext"),
  TWO_ITEMS("customersWithTwoItems"),
  /// Customers with [Supply#REGULAR_ITEMS].
  REGULARS("customersWithFiveItems"),
  /// Items that one customer bought on two days.
  BOUGHT_AGAIN("itemsBoughtAgain"),
  /// 1 if the strategies were measured on the shop's own past.
  MEASURED("measured");

  /// What the number of values of a learned key of the context is called, before the key.
  static final String CONTEXT_KEY = "contextValues.";

  private final String word;

  ShopFact(String word) {
    this.word = word;
  }

  /// The name in manifests; never changed, or older releases lose what they counted.
  String word() {
    return word;
  }

  /// 0 if it was not counted.
  long in(Map<String, Long> data) {
    return data.getOrDefault(word, 0L);
  }

  /// 0 if it was not counted.
  long in(TrainingCounts counts) {
    return in(counts.data());
  }
}
