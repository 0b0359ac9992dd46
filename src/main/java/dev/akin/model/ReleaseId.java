package dev.akin.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Names one release. Sorts by time of training: `yyyyMMdd'T'HHmmss'Z'-` and eight hex digits of
/// the content, e.g. `20261124T031500Z-9f0c11ab`.
public record ReleaseId(String value) implements Comparable<ReleaseId> {
  public ReleaseId {
    if (!value.matches("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}")) {
      throw new IllegalArgumentException("not the id of a release: " + value);
    }
  }

  /// Whether the second that this release is named after is earlier than the second of `moment`.
  public boolean isBefore(Instant moment) {
    DateTimeFormatter seconds = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    return value.substring(0, 16).compareTo(seconds.format(moment.atOffset(ZoneOffset.UTC))) < 0;
  }

  @Override
  public int compareTo(ReleaseId other) {
    return value.compareTo(other.value);
  }
}
