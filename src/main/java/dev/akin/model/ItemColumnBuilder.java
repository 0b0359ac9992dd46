package dev.akin.model;

import dev.akin.shop.AttributeValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Collects the values of one column, item by item in ascending order, and knows what the column
/// would weigh before it is made. Numbers and texts get their place in the dictionary at the end.
final class ItemColumnBuilder {
  private final SortedMap<Double, Integer> numbers = new TreeMap<>();
  private final SortedMap<String, Integer> texts = new TreeMap<>();
  private final List<Object> dictionary = new ArrayList<>(List.of(false, true));
  private int[] items = new int[16];
  private int[] values = new int[16];
  private int size;
  private boolean several;
  private long textBytes;

  void add(int item, AttributeValue value) {
    switch (value) {
      case AttributeValue.Flag flag -> append(item, flag.value() ? 1 : 0);
      case AttributeValue.Number number -> add(item, number.value());
      case AttributeValue.Text text -> add(item, text.value());
      case AttributeValue.Texts list -> list.values().forEach(text -> add(item, text));
    }
  }

  void add(int item, double number) {
    append(item, numbers.computeIfAbsent(number == 0 ? 0.0 : number, this::entry));
  }

  void add(int item, String text) {
    int before = dictionary.size();
    append(item, texts.computeIfAbsent(text, this::entry));
    if (dictionary.size() > before) {
      textBytes += text.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  private Integer entry(Object value) {
    dictionary.add(value);
    return dictionary.size() - 1;
  }

  private void append(int item, int value) {
    several |= size > 0 && items[size - 1] == item;
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    items[size] = item;
    values[size++] = value;
  }

  /// The bytes of the column that [#build] would make.
  long bytes(int itemCount) {
    int width = PackedInts.bytesFor(dictionary.size() + 1);
    long codes =
        several ? (long) width * size + Integer.BYTES * (itemCount + 1L) : (long) width * itemCount;
    return codes
        + (long) Double.BYTES * numbers.size()
        + (long) Integer.BYTES * texts.size()
        + textBytes;
  }

  ItemColumn build(int itemCount) {
    int[] code = new int[dictionary.size()];
    code[0] = ItemColumn.FALSE;
    code[1] = ItemColumn.TRUE;
    int next = ItemColumn.FIRST_NUMBER;
    for (Map.Entry<Double, Integer> number : numbers.entrySet()) {
      code[number.getValue()] = next++;
    }
    for (Map.Entry<String, Integer> text : texts.entrySet()) {
      code[text.getValue()] = next++;
    }
    int[] codes = new int[several ? size : itemCount];
    int[] starts = new int[itemCount + 1];
    for (int i = 0; i < size; i++) {
      codes[several ? i : items[i]] = code[values[i]];
      starts[items[i] + 1] = i + 1;
    }
    for (int i = 1; i <= itemCount; i++) {
      starts[i] = Math.max(starts[i], starts[i - 1]);
    }
    return new ItemColumn(
        several ? starts : null,
        PackedInts.of(codes, next),
        numbers.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
        PackedTexts.of(List.copyOf(texts.keySet())));
  }
}
