package dev.akin.function.gorse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.function.Fields;
import dev.akin.shop.InvalidFieldException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what the records of Gorse have in common.
final class GorseRecords {
  private static final int MOST = 500;
  private static final String COMMENT = "Comment";

  /// The zero of the clients that always send a time.
  static final Instant NO_TIME = Instant.parse("0001-01-01T00:00:00Z");

  /// ISO 8601, also with a space for the T, without seconds, offset or time of day.
  private static final DateTimeFormatter TIMES =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd[['T'][' ']HH:mm[:ss]]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .optionalEnd()
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private GorseRecords() {}

  /// Reads all records of a list or none, as Gorse does.
  static <T> List<T> all(List<JsonNode> records, Function<Fields, T> reader) {
    if (records.isEmpty() || records.size() > MOST) {
      throw new InvalidFieldException(
          "body",
          records.isEmpty() ? "too_few" : "too_many",
          "send 1 to " + MOST + " records at once; these are " + records.size());
    }
    List<T> all = new ArrayList<>();
    for (JsonNode record : records) {
      all.add(GorseNames.NAMES.in("[" + all.size() + "]", () -> reader.apply(fields(record))));
    }
    return all;
  }

  /// The time that a record names, or null for none.
  static @Nullable Instant time(Fields fields, String field) {
    String text = fields.text(field);
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      Instant time = Instant.from(TIMES.parse(text.strip()));
      return time.equals(NO_TIME) ? null : Instant.ofEpochMilli(time.toEpochMilli());
    } catch (DateTimeException | ArithmeticException notATime) {
      throw new InvalidFieldException(
          field, "wrong_type", field + " must be a time such as 2026-01-31T12:00:00Z");
    }
  }

  /// Of one record, whose comment may have lost letters: it is for reading, if anybody does.
  static Fields fields(ObjectNode record) {
    return new Fields(record, COMMENT::equals);
  }

  private static Fields fields(JsonNode record) {
    if (record instanceof ObjectNode object) {
      return fields(object);
    }
    throw new InvalidFieldException("", "wrong_type", "a record must be a JSON object");
  }
}
