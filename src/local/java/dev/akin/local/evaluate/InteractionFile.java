package dev.akin.local.evaluate;

import dev.akin.evaluate.split.ObservationCollector;
import dev.akin.evaluate.split.Part;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Reads interactions from a text file, gzipped or not: CSV with or without header, TSV, MovieLens
/// (`u.data`, `ratings.dat`, `ratings.csv`). Separator and header are found by looking at the first
/// line.
///
/// Times are seconds or milliseconds since 1970, or ISO dates; without a zone they count as UTC.
final class InteractionFile {
  /// Larger numbers cannot be seconds: that would be after the year 5000.
  private static final double MOST_SECONDS = 1e11;

  /// What every algorithm can still tell from 1: a larger value is a time or a number of an
  /// article.
  private static final float MOST = 1e9f;

  /// The end of the year 9999.
  private static final double MOST_MILLISECONDS = 253_402_300_800_000.0;

  private final Path file;
  private final boolean skipBadLines;
  private final ObservationCollector into;
  private final Part part;
  private @Nullable Separator separator;
  private @Nullable ColumnLayout layout;
  private final boolean isRetail;
  private @Nullable RetailLines retail;
  private long rows;
  private long passedOver;
  private long skipped;

  /// @param format columns by name, or null to find out
  /// @param skipBadLines count unreadable lines instead of refusing the file
  InteractionFile(
      Path file,
      @Nullable String format,
      boolean skipBadLines,
      ObservationCollector into,
      Part part) {
    this.file = file;
    this.skipBadLines = skipBadLines;
    this.into = into;
    this.part = part;
    isRetail = RetailLines.FORMAT.equals(format);
    layout = format == null || isRetail ? null : ColumnLayout.ofFormat(format);
  }

  /// Reads all lines.
  ///
  /// @return how many lines were skipped
  /// @throws BadInputException if the file cannot be read or has no rows
  long read() {
    TextLines.forEach(file, this::line);
    if (rows == 0) {
      throw new BadInputException(file + ": no interactions in it");
    }
    return skipped;
  }

  /// Lines that the format tells to leave out.
  long passedOver() {
    return passedOver;
  }

  private void line(long number, String line) {
    if (line.isBlank()) {
      return;
    }
    Separator by = separator == null ? Separator.in(line) : separator;
    List<String> fields = by.split(line);
    if (separator == null) {
      separator = by;
      if (isRetail) {
        retail = RetailLines.of(file, fields);
        layout = retail.layout();
        return;
      }
      Optional<ColumnLayout> header = ColumnLayout.ofHeader(fields);
      boolean foreignHeader = layout != null && layout.notNumeric(fields);
      if (header.isPresent() || foreignHeader) {
        layout = layout == null ? header.orElseThrow() : layout;
        return;
      }
      if (layout == null && ColumnLayout.isHalfHeader(fields)) {
        throw BadInputException.at(
            file,
            number,
            "the header names no column for "
                + (ColumnLayout.names(fields, "user") ? "the item" : "the user")
                + "; name the columns with --format, e.g. --format user,item,value");
      }
    }
    if (retail != null && !retail.isPurchase(fields)) {
      passedOver++;
      return;
    }
    if (layout == null) {
      layout = ColumnLayout.usual(fields.size());
    }
    try {
      add(layout, fields, number);
      rows++;
    } catch (BadInputException bad) {
      if (!skipBadLines) {
        throw new BadInputException(bad.getMessage() + "; --skip-bad-lines leaves such lines out");
      }
      skipped++;
    }
  }

  private void add(ColumnLayout columns, List<String> fields, long number) {
    columns.require(fields, file, number);
    String user = fields.get(columns.user());
    String item = fields.get(columns.item());
    if (user.isEmpty() || item.isEmpty()) {
      throw BadInputException.at(file, number, (user.isEmpty() ? "user" : "item") + " is empty");
    }
    float value = columns.value() < 0 ? 1 : value(fields.get(columns.value()), number);
    long time = columns.timestamp() < 0 ? 0 : time(fields.get(columns.timestamp()), number);
    into.add(user, item, value, time, part);
  }

  private float value(String text, long number) {
    try {
      float value = Float.parseFloat(text);
      if (Float.isFinite(value) && Math.abs(value) > MOST) {
        throw BadInputException.at(
            file,
            number,
            "the value \""
                + shortened(text)
                + "\" is beyond 1,000,000,000; if it is no value, name the columns with --format");
      }
      if (Float.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, as for infinite values.
    }
    throw BadInputException.at(
        file, number, "the value \"" + shortened(text) + "\" is not a finite number");
  }

  /// Before 1970 is before 1970: negative times are as good as others, except that the years are
  /// those of a calendar, so that no difference of two overflows.
  private long time(String text, long number) {
    double time =
        milliseconds(text)
            .orElseThrow(() ->
                BadInputException.at(
                    file,
                    number,
                    "the timestamp \""
                        + shortened(text)
                        + "\" is neither a number nor an ISO date"));
    if (Math.abs(time) > MOST_MILLISECONDS) {
      throw BadInputException.at(
          file, number, "the timestamp \"" + shortened(text) + "\" is beyond the year 9999");
    }
    return Math.round(time);
  }

  private static OptionalDouble milliseconds(String text) {
    try {
      double time = Double.parseDouble(text);
      return Double.isFinite(time)
          ? OptionalDouble.of(Math.abs(time) < MOST_SECONDS ? time * 1000 : time)
          : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return date(text)
          .map(instant ->
              OptionalDouble.of(instant.getEpochSecond() * 1000.0 + instant.getNano() / 1e6))
          .orElse(OptionalDouble.empty());
    }
  }

  /// A broken file may be one line.
  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  private static Optional<Instant> date(String text) {
    String iso = text.replace(' ', 'T');
    try {
      if (iso.endsWith("Z") || iso.matches(".*[+-][0-9]{2}:[0-9]{2}")) {
        return Optional.of(OffsetDateTime.parse(iso).toInstant());
      }
      if (iso.contains("T")) {
        return Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
      }
      return Optional.of(LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
