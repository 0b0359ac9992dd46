package dev.akin.model;

/// Names one release. Sorts by time of training: `yyyyMMdd'T'HHmmss'Z'-` and eight hex digits of
/// the content, e.g. `20261124T031500Z-9f0c11ab`.
public record ReleaseId(String value) implements Comparable<ReleaseId> {
  public ReleaseId {
    if (!value.matches("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}")) {
      throw new IllegalArgumentException("not the id of a release: " + value);
    }
  }

  @Override
  public int compareTo(ReleaseId other) {
    return value.compareTo(other.value);
  }
}
