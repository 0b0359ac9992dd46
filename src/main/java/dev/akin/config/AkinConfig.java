package dev.akin.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Everything that can be set from outside, typed. Each key is documented in
/// application.properties.
@ConfigMapping(prefix = "akin")
public interface AkinConfig {
  Tables tables();

  Events events();

  Release release();

  Training training();

  Retrain retrain();

  /// Where things are stored.
  interface Tables {
    @WithDefault("akin-events")
    String events();

    @WithDefault("akin-items")
    String items();

    @WithDefault("akin-models")
    String models();

    @WithDefault("akin-keys")
    String keys();
  }

  /// What is kept of the past and how it is read.
  interface Events {
    @WithDefault("P400D")
    Duration retention();

    @WithDefault("PT10M")
    Duration skew();

    @WithDefault("100")
    int history();

    @WithDefault("P150D")
    Duration halfLife();
  }

  /// How serving follows the live release.
  interface Release {
    @WithDefault("PT30S")
    Duration recheck();
  }

  /// How models are learned.
  interface Training {
    @WithDefault("42")
    long seed();

    @WithDefault("0")
    int threads();

    @WithDefault("128")
    int factors();

    @WithDefault("15")
    int iterations();

    @WithDefault("50")
    int neighbours();

    @WithDefault("512")
    int linearMegabytes();

    @WithDefault("false")
    boolean neural();

    @WithDefault("50000")
    int referenceUsers();
  }

  /// How the retrain function is reached.
  interface Retrain {
    Optional<String> function();

    Optional<String> endpoint();

    @WithDefault("us-east-1")
    String region();
  }
}
