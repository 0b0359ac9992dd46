package dev.akin.config;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// The configuration as a function would see it, without Quarkus.
public final class Settings {
  private static final Path MANUAL = Path.of("src/main/resources/application.properties");

  private Settings() {}

  /// What `application.properties` says.
  public static AkinConfig documented() {
    return of(manual(), Map.of());
  }

  /// What holds where no key is set at all.
  static AkinConfig bare() {
    return of(Map.of(), Map.of());
  }

  /// `application.properties` under an environment.
  static AkinConfig in(Map<String, String> environment) {
    return of(manual(), environment);
  }

  static AkinConfig of(Map<String, String> keys, Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(keys, "manual", 100))
        .withSources(new EnvConfigSource(environment, 300))
        .withMapping(AkinConfig.class)
        .build()
        .getConfigMapping(AkinConfig.class);
  }

  private static Map<String, String> manual() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(MANUAL)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> keys = new HashMap<>();
    properties.stringPropertyNames().stream()
        .filter(key -> key.startsWith("akin."))
        .forEach(key -> keys.put(key, properties.getProperty(key)));
    return keys;
  }
}
