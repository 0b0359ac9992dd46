package dev.akin.model;

/// How customers buy something again.
///
/// @param rate how many further purchases a customer makes in a day, those who never come back
///   included; above 0
/// @param interval mean days from one purchase to the next of those who do; above 0
/// @param spread variance of these intervals over their squared mean: 0 like a clock, about 0.5 as
///   if by chance
public record Habit(float rate, float interval, float spread) {
  public Habit {
    require("rate", rate > 0 && rate < Float.POSITIVE_INFINITY, rate);
    require("interval", interval > 0 && interval < Float.POSITIVE_INFINITY, interval);
    require("spread", spread >= 0 && spread < Float.POSITIVE_INFINITY, spread);
  }

  private static void require(String what, boolean holds, float value) {
    if (!holds) {
      throw new IllegalArgumentException("bad " + what + " of a habit: " + value);
    }
  }
}
