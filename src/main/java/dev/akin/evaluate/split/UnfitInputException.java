package dev.akin.evaluate.split;

/// The data cannot be evaluated as asked. The message tells what to change and is shown as it is.
public final class UnfitInputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public UnfitInputException(String message) {
    super(message);
  }
}
