package dev.akin.dynamodb;

import dev.akin.port.StorageException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Java values as attribute values and back. A row without the attribute it must have is refused,
/// never guessed.
final class Attributes {
  /// The smallest positive number the store can hold; what is nearer to zero is zero.
  private static final double SMALLEST = 1e-130;

  private Attributes() {}

  static AttributeValue of(String text) {
    return AttributeValue.builder().s(text).build();
  }

  static AttributeValue of(long number) {
    return AttributeValue.builder().n(Long.toString(number)).build();
  }

  static AttributeValue of(double number) {
    String digits = Math.abs(number) < SMALLEST ? "0" : Double.toString(number);
    return AttributeValue.builder().n(digits).build();
  }

  static AttributeValue of(boolean flag) {
    return AttributeValue.builder().bool(flag).build();
  }

  /// Takes the array without copying it.
  static AttributeValue of(byte[] bytes) {
    return AttributeValue.builder().b(SdkBytes.fromByteArrayUnsafe(bytes)).build();
  }

  static AttributeValue of(List<String> texts) {
    return AttributeValue.builder().l(texts.stream().map(Attributes::of).toList()).build();
  }

  static AttributeValue of(Map<String, AttributeValue> fields) {
    return AttributeValue.builder().m(fields).build();
  }

  static String text(Map<String, AttributeValue> row, String name) {
    return require(name, require(name, row.get(name)).s());
  }

  static @Nullable String textOrNull(Map<String, AttributeValue> row, String name) {
    return row.containsKey(name) ? text(row, name) : null;
  }

  static String digits(Map<String, AttributeValue> row, String name) {
    return require(name, require(name, row.get(name)).n());
  }

  static long integer(Map<String, AttributeValue> row, String name) {
    return Long.parseLong(digits(row, name));
  }

  static double decimal(Map<String, AttributeValue> row, String name) {
    return Double.parseDouble(digits(row, name));
  }

  /// The bytes themselves, not a copy.
  static byte[] bytes(Map<String, AttributeValue> row, String name) {
    return require(name, require(name, row.get(name)).b()).asByteArrayUnsafe();
  }

  /// The texts of a list, empty if the row has none.
  static List<String> texts(Map<String, AttributeValue> row, String name) {
    AttributeValue list = row.get(name);
    return list == null ? List.of() : texts(name, list);
  }

  static List<String> texts(String name, AttributeValue list) {
    return list.l().stream().map(text -> require(name, text.s())).toList();
  }

  /// The fields of a map, empty if the row has none.
  static Map<String, AttributeValue> fields(Map<String, AttributeValue> row, String name) {
    AttributeValue map = row.get(name);
    return map == null ? Map.of() : map.m();
  }

  /// About the bytes that the store counts for a row: names and texts; a number or flag counts 20.
  static int size(Map<String, AttributeValue> row) {
    int bytes = 0;
    for (Map.Entry<String, AttributeValue> field : row.entrySet()) {
      bytes += field.getKey().length() + size(field.getValue());
    }
    return bytes;
  }

  private static int size(AttributeValue value) {
    if (value.s() != null) {
      return value.s().getBytes(StandardCharsets.UTF_8).length;
    }
    if (value.hasM()) {
      return size(value.m());
    }
    return value.hasL() ? value.l().stream().mapToInt(Attributes::size).sum() : 20;
  }

  private static <T> T require(String name, @Nullable T value) {
    if (value == null) {
      throw new StorageException(
          "a row lacks the attribute " + name + " or has it as another type");
    }
    return value;
  }
}
