package dev.akin.local.sample;

import java.time.LocalDateTime;

/// One item of one invoice.
///
/// @param invoice its number; those of cancelled invoices start with `C`
/// @param time of the invoice, taken as UTC
/// @param quantity at least 1, also of what came back
/// @param price per piece in pounds sterling
public record ShopEvent(
    String invoice, String customer, String code, LocalDateTime time, int quantity, double price) {
  /// The same for the same item of the same invoice, so that loading twice changes nothing.
  public String id() {
    return invoice + "-" + code;
  }

  public boolean isReturn() {
    return invoice.startsWith("C");
  }
}
