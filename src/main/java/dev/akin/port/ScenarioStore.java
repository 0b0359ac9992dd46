package dev.akin.port;

import dev.akin.shop.InvalidFieldException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Named list options of the shop: a request says `scenario=home` instead of repeating them.
public interface ScenarioStore {
  /// List options under a name.
  ///
  /// @param name 1 to 64 of a-z, 0-9 and -
  /// @param json the options as the shop wrote them, a JSON object of at most 16 KB of UTF-8; what
  ///   it means is for those to say who store and read it
  /// @param updatedAt when it was stored, to the millisecond
  record Scenario(String name, String json, Instant updatedAt) {
    public static final int MAX_BYTES = 16 * 1024;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    public Scenario {
      requireName(name);
      if (json.length() > MAX_BYTES || json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
        throw new InvalidFieldException(
            "scenario", "too_large", "a scenario has at most " + MAX_BYTES + " bytes of UTF-8");
      }
    }

    /// Returns `name` if a scenario can be called that.
    public static String requireName(String name) {
      if (!NAME.matcher(name).matches()) {
        throw new InvalidFieldException(
            "scenario", "bad_name", "names of scenarios have 1 to 64 of a-z, 0-9 and -");
      }
      return name;
    }
  }

  /// The scenario, as of all writes that have returned.
  ///
  /// @throws InvalidFieldException if nothing can be called that
  Optional<Scenario> find(String name);

  /// The scenario for half the cost, perhaps as it was a second ago.
  ///
  /// @throws InvalidFieldException if nothing can be called that
  Optional<Scenario> lately(String name);

  /// Stores or replaces a scenario.
  void put(Scenario scenario);

  /// @return whether the scenario was there
  /// @throws InvalidFieldException if nothing can be called that
  boolean delete(String name);

  /// All of them, by name.
  List<Scenario> list();
}
