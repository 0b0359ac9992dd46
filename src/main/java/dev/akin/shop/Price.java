package dev.akin.shop;

import org.jspecify.annotations.Nullable;

/// A price per piece. `currency` is three capital letters (ISO 4217), or null for the shop's own.
public record Price(double amount, @Nullable String currency) {
  private static final double MAX = 1e9;

  public Price {
    if (!(amount >= 0 && amount <= MAX)) {
      throw new InvalidFieldException("price", "out_of_range", "price must be 0 to 1000000000");
    }
    if (currency != null && !currency.matches("[A-Z]{3}")) {
      throw new InvalidFieldException(
          "currency", "not_iso_4217", "currency must be three capital letters, e.g. EUR");
    }
  }
}
