package dev.akin.evaluate.metric;

/// How different two items are: 0 for equal ones, 1 for unrelated ones, symmetric. Safe for
/// concurrent use.
@FunctionalInterface
public interface ItemDistance {
  double between(int a, int b);

  /// The same distance, remembering what it was asked before. For one thread.
  default ItemDistance remembering() {
    return new RememberedDistance(this);
  }
}
