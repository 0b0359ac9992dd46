package dev.akin.app;

import dev.akin.shop.Strength;
import java.time.Duration;
import java.time.InstantSource;

/// What serving may be told from outside.
///
/// @param historyEvents how many of the newest events make the history, 1 to 1000
/// @param recheck how often at most the pointer to the live release is read
/// @param strength the rule that training used as well
public record ServingSettings(
    int historyEvents, Duration recheck, Strength strength, InstantSource clock) {
  public ServingSettings {
    if (historyEvents < 1 || historyEvents > 1000) {
      throw new IllegalArgumentException("historyEvents must be 1 to 1000, was " + historyEvents);
    }
  }
}
