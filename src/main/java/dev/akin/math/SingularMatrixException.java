package dev.akin.math;

/// A system of equations has no single finite solution. The message says what to change.
public final class SingularMatrixException extends RuntimeException {
  public SingularMatrixException(String message) {
    super(message);
  }
}
