package dev.akin.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akin.local.sample.Shop;
import dev.akin.local.sample.ShopItem;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Moves a shop of the past to where its last day is yesterday: events that are older than a stack
/// keeps them would be refused.
///
/// A stack that has items of the shop already was loaded on another day perhaps. The time is part
/// of what makes two events the same (decision 0004), so the shop is then moved to where it was
/// moved before; only that way loading again changes nothing.
final class ShopDays {
  /// Somebody may have changed an item since.
  private static final int ITEMS = 3;

  private ShopDays() {}

  static Shop moved(Shop shop, LocalDate today, ShopClient stack)
      throws IOException, InterruptedException {
    for (ShopItem item : shop.items().stream().limit(ITEMS).toList()) {
      Optional<LocalDate> there = lastSold(item, stack);
      if (there.isPresent() && !shop.events().isEmpty()) {
        LocalDate own = shop.events().getLast().time().toLocalDate();
        return shop.endingOn(own.plusDays(ChronoUnit.DAYS.between(item.lastDay(), there.get())));
      }
    }
    return shop.endingOn(today.minusDays(1));
  }

  private static Optional<LocalDate> lastSold(ShopItem item, ShopClient stack)
      throws IOException, InterruptedException {
    Optional<JsonNode> there = stack.find("items/" + ShopClient.segment(item.code()));
    try {
      return there
          .map(known -> known.at("/attributes/" + ShopRecords.LAST_SOLD).asText(""))
          .filter(day -> !day.isEmpty())
          .map(LocalDate::parse);
    } catch (DateTimeException changed) {
      return Optional.empty();
    }
  }
}
