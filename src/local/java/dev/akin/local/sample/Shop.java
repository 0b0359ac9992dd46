package dev.akin.local.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/// A catalogue with its sales.
///
/// @param items by code
/// @param events by time, then by invoice and code
public record Shop(List<ShopItem> items, List<ShopEvent> events) {
  public Shop {
    items = items.stream().sorted(Comparator.comparing(ShopItem::code)).toList();
    events =
        events.stream()
            .sorted(Comparator.comparing(ShopEvent::time).thenComparing(ShopEvent::id))
            .toList();
  }

  /// The same shop, moved by whole days so that its last event is on `lastDay`. Hours and weeks
  /// apart stay what they were.
  public Shop endingOn(LocalDate lastDay) {
    if (events.isEmpty()) {
      return this;
    }
    long days = ChronoUnit.DAYS.between(events.getLast().time().toLocalDate(), lastDay);
    return new Shop(
        items.stream().map(item -> moved(item, days)).toList(),
        events.stream().map(event -> moved(event, days)).toList());
  }

  private static ShopItem moved(ShopItem item, long days) {
    return new ShopItem(
        item.code(),
        item.title(),
        item.tags(),
        item.price(),
        item.firstDay().plusDays(days),
        item.lastDay().plusDays(days));
  }

  private static ShopEvent moved(ShopEvent event, long days) {
    return new ShopEvent(
        event.invoice(),
        event.customer(),
        event.code(),
        event.time().plusDays(days),
        event.quantity(),
        event.price());
  }
}
