package dev.akin.app;

import dev.akin.port.ScenarioStore;
import dev.akin.port.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The scenarios that a sandbox serves by, each at most `recheck` old. A fault of the store costs
/// the options of a scenario, never the answer.
///
/// Safe for concurrent use.
public final class Scenarios {
  private static final String NO_OPTIONS = "{}";

  private final ScenarioStore store;
  private final InstantSource clock;
  private final Duration recheck;
  private final Consumer<String> warnings;
  private final Map<String, Held> held = new HashMap<>();

  /// @param warnings told in a sentence when something else is served than a scenario asks for
  public Scenarios(
      ScenarioStore store, InstantSource clock, Duration recheck, Consumer<String> warnings) {
    this.store = store;
    this.clock = clock;
    this.recheck = recheck;
    this.warnings = warnings;
  }

  /// A scenario as one look at the store found it.
  ///
  /// @param leftOut the options of which it is known since then that they cannot be followed
  /// @param unfit those that cannot with the scenario's own parameters
  private record Held(String json, Instant until, Set<String> leftOut, Set<String> unfit) {}

  /// The options of a scenario as JSON. While the store does not answer, what it said last; at
  /// first, no options. That a scenario is missing is not remembered: it may be stored any moment.
  ///
  /// @throws dev.akin.shop.InvalidFieldException if nothing can be called that
  public synchronized Optional<String> find(String name) {
    Instant now = clock.instant();
    Held known = held.get(name);
    if (known != null && now.isBefore(known.until())) {
      return Optional.of(known.json());
    }
    try {
      Optional<String> json =
          store.lately(name).or(() -> store.find(name)).map(ScenarioStore.Scenario::json);
      json.ifPresentOrElse(found -> hold(name, found, now), () -> held.remove(name));
      return json;
    } catch (StorageException unreadable) {
      warnings.accept("scenario " + name + " cannot be read: " + unreadable.getMessage());
      return Optional.of(lastKnown(name, known, now));
    }
  }

  /// Remembers until the next look at the store that an option of a scenario cannot be followed,
  /// and tells it once.
  ///
  /// @param unfit whether it can with other parameters than the scenario's
  public synchronized void leaveOut(String name, String option, boolean unfit, String why) {
    Held known = held.get(name);
    if (known == null || (unfit ? known.unfit() : known.leftOut()).add(option)) {
      warnings.accept("scenario " + name + " is served without its option " + option + ": " + why);
    }
  }

  /// The options of a scenario that are known not to be followed, so that no answer is made twice
  /// to find out again.
  ///
  /// @param ownParameters whether the parameters are those of the scenario
  public synchronized Set<String> leftOut(String name, boolean ownParameters) {
    Held known = held.get(name);
    if (known == null) {
      return Set.of();
    }
    Set<String> options = new HashSet<>(known.leftOut());
    if (ownParameters) {
      options.addAll(known.unfit());
    }
    return options;
  }

  private String lastKnown(String name, @Nullable Held known, Instant now) {
    if (known == null) {
      return NO_OPTIONS;
    }
    hold(name, known.json(), now);
    return known.json();
  }

  private void hold(String name, String json, Instant now) {
    held.put(name, new Held(json, now.plus(recheck), new HashSet<>(), new HashSet<>()));
  }
}
