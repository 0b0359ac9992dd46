package dev.akin.config;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a sandbox does before its first request. Lambda gives the init phase more of a processor
/// than a function of 256 MB has afterwards, about a seventh, so what the first request would wait
/// for is got ready here.
final class InitPhase {
  private InitPhase() {}

  /// Loads the live release for the function whose answers are made of a whole one. A fault costs
  /// nothing but the head start: requests are answered without until a load succeeds.
  ///
  /// @param function that the sandbox was started for, or null if it is not known
  /// @param load loads it; not called for another function
  static void run(@Nullable String function, Runnable load, Consumer<String> warnings) {
    if (!"recommend".equals(function)) {
      return;
    }
    try {
      load.run();
    } catch (RuntimeException fault) {
      warnings.accept("the release could not be loaded before the first request: " + fault);
    }
  }
}
