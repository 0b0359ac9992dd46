package dev.akin.app;

import dev.akin.port.Catalog;
import dev.akin.port.ScenarioStore;
import dev.akin.port.ScenarioStore.Scenario;
import dev.akin.rank.Strategy;
import dev.akin.rank.filter.FilterContext;
import dev.akin.shop.InvalidFieldException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Keeps the scenarios of the shop.
public final class ManageScenarios {
  /// As many as one answer can list.
  public static final int MOST = 100;

  /// How many items of the catalogue are looked at for attributes that rules name.
  private static final int SAMPLE = 200;

  /// What a rule is refused for whose parameter is there and is no such value as it compares with.
  private static final String WRONG_TYPE = "type";

  private final ScenarioStore store;
  private final Catalog catalog;
  private final InstantSource clock;

  public ManageScenarios(ScenarioStore store, Catalog catalog, InstantSource clock) {
    this.store = store;
    this.catalog = catalog;
    this.clock = clock;
  }

  /// @param isNew whether nothing was called that before
  /// @param warnings what a request would be refused for if the catalogue were its first page and
  ///   the request gave nothing but the scenario
  public record Stored(Scenario scenario, boolean isNew, List<InvalidFieldException> warnings) {
    public Stored {
      warnings = List.copyOf(warnings);
    }
  }

  /// @throws InvalidFieldException if nothing can be called that
  public Optional<Scenario> find(String name) {
    return store.find(name);
  }

  /// All of them, by name.
  public List<Scenario> list() {
    return store.list();
  }

  /// @return whether the scenario was there
  /// @throws InvalidFieldException if nothing can be called that
  public boolean delete(String name) {
    return store.delete(name);
  }

  /// Stores or replaces a scenario.
  ///
  /// @param json at most [Scenario#MAX_BYTES]
  /// @param options what it says
  /// @throws InvalidFieldException if no request could be served by it, or if there are too many
  public Stored put(String name, String json, ListOptions options) {
    Instant now = clock.instant();
    Scenario scenario = new Scenario(name, json, now.truncatedTo(ChronoUnit.MILLIS));
    if (options.strategy() != null) {
      ListInput.strategy(options.strategy(), EnumSet.allOf(Strategy.class));
    }
    boolean isNew = store.find(name).isEmpty();
    if (isNew && store.list().size() >= MOST) {
      throw new InvalidFieldException(
          "scenario",
          "too_many",
          "a shop has at most " + MOST + " scenarios; DELETE /scenarios/{name} makes room");
    }
    List<InvalidFieldException> warnings = warnings(options, now);
    store.put(scenario);
    return new Stored(scenario, isNew, warnings);
  }

  /// @throws InvalidFieldException if a rule cannot be followed with the scenario's own parameters
  private List<InvalidFieldException> warnings(ListOptions options, Instant now) {
    FilterContext context = options.rules().context(now);
    if (options.rules().isEmpty()) {
      return List.of();
    }
    ServedRelease sample = ServedRelease.untrained(catalog.page(null, SAMPLE).items(), now);
    List<InvalidFieldException> doubts = options.rules().doubts(sample.catalogue(), context);
    for (InvalidFieldException doubt : doubts) {
      if (doubt.code().equals(WRONG_TYPE)) {
        throw doubt;
      }
    }
    return sample.catalogue().size() == 0 ? List.of() : doubts;
  }
}
