package dev.akin.evaluate;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Writes plain values as JSON: the core knows no JSON library, and a report must not change with
/// one. Maps keep their order.
final class JsonText {
  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  static String of(Map<String, ?> root) {
    JsonText text = new JsonText();
    text.value(root, 0);
    return text.out.append('\n').toString();
  }

  private void value(Object value, int depth) {
    switch (value) {
      case Map<?, ?> map -> map(map, depth);
      case List<?> list -> list(list, depth);
      case Boolean flag -> out.append(flag);
      case Integer whole -> out.append(whole);
      case Long whole -> out.append(whole);
      case Double number -> out.append(Double.isFinite(number) ? number.toString() : "null");
      default -> string(value.toString());
    }
  }

  private void map(Map<?, ?> map, int depth) {
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      line(depth + 1);
      string(String.valueOf(entry.getKey()));
      out.append(": ");
      value(entry.getValue(), depth + 1);
      out.append(entries.hasNext() ? "," : "");
    }
    if (!map.isEmpty()) {
      line(depth);
    }
    out.append('}');
  }

  private void list(List<?> list, int depth) {
    boolean simple =
        list.stream().noneMatch(value -> value instanceof Map || value instanceof List);
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : simple ? ", " : ",");
      if (!simple) {
        line(depth + 1);
      }
      value(list.get(i), depth + 1);
    }
    if (!simple) {
      line(depth);
    }
    out.append(']');
  }

  private void line(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
