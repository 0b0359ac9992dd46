package dev.akin.math;

/// A system of equations has no single finite solution, so its numbers cannot be learned from. The
/// message says what to change.
public final class SingularMatrixException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public SingularMatrixException(String message) {
    super(message);
  }
}
