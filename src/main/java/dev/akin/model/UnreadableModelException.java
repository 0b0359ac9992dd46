package dev.akin.model;

/// Stored bytes are not what this version writes: another format, cut off, or damaged. Train again
/// or activate an older release.
public final class UnreadableModelException extends RuntimeException {
  public UnreadableModelException(String message) {
    super(message);
  }
}
