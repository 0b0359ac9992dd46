package dev.akin.local.sample;

import java.time.LocalDate;
import java.util.List;

/// An article of the sample shop.
///
/// @param price the median of what was paid for a piece, in pounds sterling
/// @param firstDay when it was sold first
/// @param lastDay when it was sold last
public record ShopItem(
    String code,
    String title,
    List<String> tags,
    double price,
    LocalDate firstDay,
    LocalDate lastDay) {
  public ShopItem {
    tags = List.copyOf(tags);
  }
}
