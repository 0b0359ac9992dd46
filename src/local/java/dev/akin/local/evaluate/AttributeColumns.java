package dev.akin.local.evaluate;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.IdIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Attributes as a matrix: a column per value of those with few values, ten columns for those that
/// are numbers or hold a year, each for a tenth of the ids. What is neither, such as a title, says
/// nothing in a matrix.
final class AttributeColumns {
  private static final int BANDS = 10;
  private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)[0-9]{2}\\b");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(?:\\.[0-9]{1,9})?");

  private final IdIndex ids;
  private final CsrBuilder cells = new CsrBuilder();
  private int columns;

  private AttributeColumns(IdIndex ids) {
    this.ids = ids;
  }

  /// One row per id; no rows at all if nothing is known.
  static CsrMatrix of(AttributeTable table, IdIndex ids) {
    AttributeColumns matrix = new AttributeColumns(ids);
    Set<String> kinds = table.kinds().keySet();
    table
        .attributes()
        .forEach((name, values) -> {
          if (kinds.contains(name)) {
            matrix.addKinds(values);
          } else {
            matrix.addBands(values);
          }
        });
    return matrix.columns == 0
        ? new CsrBuilder().build(0, 0)
        : matrix.cells.build(ids.size(), matrix.columns);
  }

  private void addKinds(Map<String, Set<String>> values) {
    Set<String> distinct = new TreeSet<>();
    values.values().forEach(distinct::addAll);
    List<String> order = new ArrayList<>(distinct);
    values.forEach((id, own) -> {
      int row = ids.indexOf(id);
      for (String value : own) {
        add(row, columns + order.indexOf(value));
      }
    });
    columns += order.size();
  }

  private void addBands(Map<String, Set<String>> values) {
    double[] numbers =
        values.values().stream()
            .mapToDouble(AttributeColumns::number)
            .filter(number -> !Double.isNaN(number))
            .sorted()
            .toArray();
    if (numbers.length < 0.9 * values.size()) {
      return;
    }
    values.forEach((id, own) -> {
      double number = number(own);
      if (!Double.isNaN(number)) {
        int place = Arrays.binarySearch(numbers, number);
        while (place > 0 && numbers[place - 1] == number) {
          place--;
        }
        add(ids.indexOf(id), columns + (int) ((long) place * BANDS / numbers.length));
      }
    });
    columns += BANDS;
  }

  private void add(int row, int column) {
    if (row >= 0) {
      cells.add(row, column, 1);
    }
  }

  private static double number(Set<String> values) {
    String text = values.iterator().next();
    if (values.size() == 1 && NUMBER.matcher(text).matches()) {
      return Double.parseDouble(text);
    }
    Matcher year = YEAR.matcher(text);
    return values.size() == 1 && text.length() < 20 && year.find()
        ? Double.parseDouble(year.group())
        : Double.NaN;
  }
}
