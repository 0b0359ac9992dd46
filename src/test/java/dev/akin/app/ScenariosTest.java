package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.memory.InMemoryScenarioStore;
import dev.akin.port.ScenarioStore;
import dev.akin.port.ScenarioStore.Scenario;
import dev.akin.port.StorageException;
import dev.akin.shop.InvalidFieldException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenariosTest {
  private static final Duration RECHECK = Duration.ofSeconds(30);

  private final WatchedStore store = new WatchedStore();
  private final List<String> warnings = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");
  private final Scenarios scenarios = new Scenarios(store, () -> now, RECHECK, warnings::add);

  @Test
  void aScenarioIsReadOnceInThirtySeconds() {
    put("{\"limit\":1}");
    assertThat(scenarios.find("home")).contains("{\"limit\":1}");
    put("{\"limit\":2}");
    now = now.plus(RECHECK).minusMillis(1);
    assertThat(scenarios.find("home")).contains("{\"limit\":1}");
    assertThat(store.looks).isEqualTo(1);

    now = now.plusMillis(1);
    assertThat(scenarios.find("home")).contains("{\"limit\":2}");
    store.delete("home");
    now = now.plus(RECHECK);
    assertThat(scenarios.find("home")).isEmpty();
  }

  @Test
  void aScenarioServesFromTheMomentItIsStored() {
    assertThat(scenarios.find("home")).isEmpty();
    put("{}");
    assertThat(scenarios.find("home")).contains("{}");
  }

  @Test
  void aScenarioIsToldWithTheTimeThatTheStoreKeeps() {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00.123456789Z"));
    ManageScenarios manage = new ManageScenarios(store, new TestShop().catalog, clock);

    Scenario told = manage.put("home", "{}", ListOptions.plain(10, null, null)).scenario();

    assertThat(told.updatedAt()).isEqualTo(Instant.parse("2026-11-24T12:00:00.123Z"));
  }

  @Test
  void whatAnEventualReadMissesIsLookedForOnceMore() {
    put("{}");
    store.late = true;
    assertThat(scenarios.find("home")).contains("{}");
  }

  @Test
  void whileTheStoreDoesNotAnswerTheLastWordHoldsAndAtFirstThereAreNoOptions() {
    store.broken = true;
    assertThat(scenarios.find("home")).contains("{}");
    assertThat(warnings).singleElement().asString().contains("home", "cannot be read");
    store.broken = false;
    put("{\"limit\":1}");
    assertThat(scenarios.find("home")).as("asked again at once").contains("{\"limit\":1}");

    store.broken = true;
    now = now.plus(RECHECK);
    assertThat(scenarios.find("home")).contains("{\"limit\":1}");
    assertThat(scenarios.find("home")).contains("{\"limit\":1}");
    assertThat(warnings).as("asked again after the recheck").hasSize(2);
  }

  @Test
  void anOptionThatIsLeftOutIsToldOncePerLook() {
    put("{}");
    scenarios.find("home");
    scenarios.leaveOut("home", "filter", false, "no item has it");
    scenarios.leaveOut("home", "filter", false, "no item has it");
    assertThat(warnings)
        .containsExactly("scenario home is served without its option filter: no item has it");
    now = now.plus(RECHECK);
    scenarios.find("home");
    scenarios.leaveOut("home", "filter", false, "no item has it");
    assertThat(warnings).hasSize(2);
  }

  @Test
  void whatIsLeftOutIsRememberedUntilTheNextLook() {
    put("{}");
    scenarios.find("home");
    scenarios.leaveOut("home", "boost", false, "no item has it");
    scenarios.leaveOut("home", "filter", true, "the parameter is a text");
    assertThat(scenarios.leftOut("home", true)).containsExactlyInAnyOrder("boost", "filter");
    assertThat(scenarios.leftOut("home", false)).containsExactly("boost");
    assertThat(scenarios.leftOut("other", true)).isEmpty();
    now = now.plus(RECHECK);
    scenarios.find("home");
    assertThat(scenarios.leftOut("home", true)).isEmpty();
  }

  @Test
  void aNameThatNothingCanHaveIsRefused() {
    assertThatThrownBy(() -> scenarios.find("Home")).isInstanceOf(InvalidFieldException.class);
  }

  private void put(String json) {
    store.put(new ScenarioStore.Scenario("home", json, now));
  }

  /// A store that counts looks and can be late or broken.
  private static final class WatchedStore implements ScenarioStore {
    private final ScenarioStore store = new InMemoryScenarioStore();
    private int looks;
    private boolean late;
    private boolean broken;

    @Override
    public Optional<Scenario> find(String name) {
      return store.find(name);
    }

    @Override
    public Optional<Scenario> lately(String name) {
      looks++;
      if (broken) {
        throw new StorageException("out of order");
      }
      return late ? Optional.empty() : store.lately(name);
    }

    @Override
    public void put(Scenario scenario) {
      store.put(scenario);
    }

    @Override
    public boolean delete(String name) {
      return store.delete(name);
    }

    @Override
    public List<Scenario> list() {
      return store.list();
    }
  }
}
