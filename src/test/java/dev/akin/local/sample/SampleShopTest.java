package dev.akin.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleShopTest {
  private static final LocalDate YESTERDAY = LocalDate.parse("2026-11-23");
  private static final int RETENTION_DAYS = 400;

  @Test
  void isLargeEnoughToLearnFrom() throws IOException {
    Shop shop = SampleShop.read();

    assertThat(shop.items()).hasSizeGreaterThan(1_000);
    assertThat(shop.events()).hasSizeBetween(20_000, 50_000);
    assertThat(shop.events()).extracting(ShopEvent::isReturn).contains(true, false);
    assertThat(shop.events()).extracting(ShopEvent::id).doesNotHaveDuplicates();
  }

  @Test
  void everySaleIsOfTheCatalogue() throws IOException {
    Shop shop = SampleShop.read();
    Set<String> codes = shop.items().stream().map(ShopItem::code).collect(Collectors.toSet());

    assertThat(shop.events()).allMatch(event -> codes.contains(event.code()));
    assertThat(shop.events()).allMatch(event -> event.quantity() > 0 && event.price() > 0);
    assertThat(shop.items()).allMatch(item -> !item.title().isBlank() && item.price() > 0);
  }

  @Test
  void movedToYesterdayNothingIsTooOldToBeTaken() throws IOException {
    Shop shop = SampleShop.read();
    Shop moved = shop.endingOn(YESTERDAY);
    ShopEvent first = moved.events().getFirst();

    assertThat(moved.events().getLast().time().toLocalDate()).isEqualTo(YESTERDAY);
    assertThat(first.time().toLocalDate()).isAfter(YESTERDAY.minusDays(RETENTION_DAYS - 2));
    assertThat(ChronoUnit.SECONDS.between(first.time(), moved.events().getLast().time()))
        .isEqualTo(
            ChronoUnit.SECONDS.between(
                shop.events().getFirst().time(), shop.events().getLast().time()));
    assertThat(moved.items().getFirst().title()).isEqualTo(shop.items().getFirst().title());
  }
}
