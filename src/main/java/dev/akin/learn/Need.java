package dev.akin.learn;

/// What an algorithm must be given beside pairs of user and item.
public enum Need {
  /// [TrainingContext#texts()].
  TEXTS("texts of the items"),
  /// [TrainingContext#pairs()].
  TIMES("times"),
  /// Values that differ, such as stars.
  VALUES("values that differ, such as stars");

  private final String title;

  Need(String title) {
    this.title = title;
  }

  /// For people, e.g. `times`.
  public String title() {
    return title;
  }
}
