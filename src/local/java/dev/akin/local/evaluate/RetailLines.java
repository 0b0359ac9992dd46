package dev.akin.local.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Which lines of the data set Online Retail (UCI, doi 10.24432/C5BW33) are purchases: those of
/// identified customers, with quantity and price above zero, not of a cancelled invoice (its number
/// starts with C), of an article (its code starts with five digits; postage and fees have others).
final class RetailLines {
  static final String FORMAT = "online-retail";

  private static final List<String> COLUMNS =
      List.of("CustomerID", "StockCode", "Quantity", "UnitPrice", "InvoiceNo", "InvoiceDate");

  private final int[] places;

  private RetailLines(int[] places) {
    this.places = places;
  }

  /// @param header the first line's fields
  static RetailLines of(Path file, List<String> header) {
    List<Integer> places = new ArrayList<>();
    for (String column : COLUMNS) {
      if (!header.contains(column)) {
        throw BadInputException.at(
            file, 1, "has no column " + column + "; --format " + FORMAT + " needs " + COLUMNS);
      }
      places.add(header.indexOf(column));
    }
    return new RetailLines(places.stream().mapToInt(Integer::intValue).toArray());
  }

  ColumnLayout layout() {
    return new ColumnLayout(places[0], places[1], places[2], places[5]);
  }

  /// Whether the line is a purchase. What is no number is not decided here but refused later.
  boolean isPurchase(List<String> fields) {
    for (int place : places) {
      if (place >= fields.size()) {
        return true;
      }
    }
    return !fields.get(places[0]).isEmpty()
        && fields.get(places[1]).matches("[0-9]{5}.*")
        && !isNothing(fields.get(places[2]))
        && !isNothing(fields.get(places[3]))
        && !fields.get(places[4]).startsWith("C");
  }

  private static boolean isNothing(String number) {
    try {
      return Double.parseDouble(number) <= 0;
    } catch (NumberFormatException unreadable) {
      return false;
    }
  }
}
