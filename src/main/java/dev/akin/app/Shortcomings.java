package dev.akin.app;

import dev.akin.app.ReportStatus.Missing;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is missing in what a shop sends, as facts with what to do: the first first.
final class Shortcomings {
  private static final long ENOUGH_TO_SPAN = 20;

  private final TrainingCounts counts;
  private final List<Missing> missing = new ArrayList<>();

  private Shortcomings(TrainingCounts counts) {
    this.counts = counts;
  }

  /// Of a shop without a release: what its first items lack, and the first step.
  ///
  /// @param counts of the first page of the catalogue
  static List<Missing> untrained(TrainingCounts counts) {
    Shortcomings data = new Shortcomings(counts);
    if (counts.items() > 0) {
      data.missing.add(
          new Missing(
              "no_release",
              "nothing has been learned yet: lists show the newest items",
              "send what customers do, POST /events, then POST /trainings"));
    }
    data.items();
    return data.missing;
  }

  /// Of a shop with a release: what its training saw.
  static List<Missing> of(TrainingCounts counts) {
    Shortcomings data = new Shortcomings(counts);
    if (counts.data().isEmpty()) {
      data.missing.add(
          new Missing(
              "not_counted",
              "the live release was trained before data was counted",
              "POST /trainings counts it"));
      return data.missing;
    }
    data.items();
    data.events();
    if (counts.events() > 0) {
      data.unlisted();
      data.customers();
      data.purchases();
      data.answers();
    }
    return data.missing;
  }

  private void items() {
    if (ShopFact.LISTED.in(counts) == 0) {
      missing.add(
          new Missing(
              "no_items",
              "the catalogue is empty",
              "PUT /items/{id} or POST /items; a title and a category are a good start"));
      return;
    }
    lacking("title", ShopFact.TITLED, "words of titles make items comparable before they sell");
    lacking("category", ShopFact.CATEGORISED, "categories carry strangers and new items");
    lacking("price", ShopFact.PRICED, "filters such as price <= 50 need it");
    lacking("createdAt", ShopFact.DATED, "without it nothing is new: newest lists and exploration");
  }

  private void lacking(String field, ShopFact fact, String why) {
    long listed = ShopFact.LISTED.in(counts);
    long have = fact.in(counts);
    if (have < listed) {
      String article =
          have == 0 ? "no item has " : (listed - have) + " of " + listed + " items lack ";
      missing.add(
          new Missing(
              "items_without_" + field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
              article + "a " + field,
              "send it with PUT /items/{id}; " + why,
              have,
              listed));
    }
  }

  private void events() {
    long events = counts.events();
    if (events == 0) {
      missing.add(
          new Missing(
              "no_events",
              "no event had arrived when the live release was trained",
              "send what customers do, POST /events; then POST /trainings"));
      return;
    }
    if (ShopFact.TYPES.in(counts) == 1) {
      missing.add(
          new Missing(
              "one_event_type",
              "all events are of one type",
              "send views, carts and purchases alike: each says something else of a taste",
              1,
              2));
    }
    if (events >= ENOUGH_TO_SPAN && ShopFact.HOURS.in(counts) == 0) {
      missing.add(
          new Missing(
              "events_at_once",
              "all " + events + " events lie within an hour",
              "send the timestamp of past events; without one an event is of its arrival"));
    }
  }

  private void unlisted() {
    long items = ShopFact.OF_EVENTS.in(counts);
    long listed = ShopFact.OF_EVENTS_LISTED.in(counts);
    if (listed < items) {
      missing.add(
          new Missing(
              "unlisted_items",
              "events name items that the catalogue does not have: "
                  + (items - listed)
                  + " of "
                  + items,
              "put them, or send the same ids in events as in items; they are recommended by id alone",
              listed,
              items));
    }
  }

  private void customers() {
    if (ShopFact.OF_USERS.in(counts) == 0) {
      missing.add(
          new Missing(
              "no_users",
              "no event has a userId: visits are served, but nobody is known again",
              "send userId once a customer is known, and POST /sessions/{id}/merge"));
    }
    if (ShopFact.TWO_ITEMS.in(counts) == 0) {
      missing.add(
          new Missing(
              "no_second_item",
              "no customer has two items, so behaviour says nothing about what goes together",
              "send every event of a visit under the same userId or sessionId",
              0,
              1));
    }
  }

  private void purchases() {
    long purchases = ShopFact.PURCHASES.in(counts);
    if (purchases == 0) {
      missing.add(
          new Missing(
              "no_purchases",
              "no event is a purchase, so nothing is known of what is bought together",
              "send purchases, all lines of an order at once"));
      return;
    }
    if (ShopFact.PURCHASES_PRICED.in(counts) == 0) {
      missing.add(
          new Missing(
              "purchases_without_price",
              "no purchase says a price, so what recommendations earn cannot be counted",
              "send price and currency with purchases; lists do not depend on it",
              0,
              purchases));
    }
    if (ShopFact.PURCHASES_OF_SEVERAL.in(counts) == 0) {
      missing.add(
          new Missing(
              "purchases_without_quantity",
              "every purchase is of one piece",
              "send quantity where several are bought; lists do not depend on it"));
    }
  }

  private void answers() {
    if (ShopFact.WITH_IMPRESSION.in(counts) == 0) {
      missing.add(
          new Missing(
              "no_impressions",
              "no impressions are reported, so rotation and exploration cannot learn",
              "send impression, the items that were on show, with a view or a click"));
    }
    if (ShopFact.ATTRIBUTED.in(counts) == 0) {
      missing.add(
          new Missing(
              "no_recommendation_id",
              "no recommendationId comes back, so nothing can be attributed to a list",
              "send the recommendationId of the answer with the events that follow from it"));
    }
    if (counts.data().containsKey(ShopFact.WITH_CONTEXT.word())
        && ShopFact.WITH_CONTEXT.in(counts) == 0) {
      missing.add(
          new Missing(
              "no_context",
              "no event has a context, so lists can follow the hour and the weekday at most",
              "send context with events and requests if you know it, such as device=mobile"));
    }
  }
}
