package dev.akin.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.port.ScenarioStore.Scenario;
import dev.akin.shop.InvalidFieldException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every scenario store does.
public abstract class ScenarioStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-25T03:15:00.123Z");

  protected abstract ScenarioStore scenarios();

  @Test
  void aScenarioIsFoundByItsNameUntilItIsDeleted() {
    Scenario home = new Scenario("home", "{\"filter\":\"price < 50 \u20ac\"}", NOW);
    scenarios().put(home);
    assertThat(scenarios().find("home")).contains(home);
    assertThat(scenarios().lately("home")).contains(home);
    assertThat(scenarios().find("hom")).isEmpty();
    assertThat(scenarios().lately("hom")).isEmpty();
    assertThat(scenarios().delete("home")).isTrue();
    assertThat(scenarios().delete("home")).isFalse();
    assertThat(scenarios().find("home")).isEmpty();
  }

  @Test
  void puttingAScenarioAgainReplacesIt() {
    scenarios().put(new Scenario("home", "{}", NOW));
    Scenario second = new Scenario("home", "{\"limit\":5}", NOW.plusMillis(1));
    scenarios().put(second);
    assertThat(scenarios().list()).containsExactly(second);
  }

  @Test
  void timesAreKeptToTheMillisecond() {
    scenarios().put(new Scenario("home", "{}", NOW.plusNanos(999_999)));
    assertThat(scenarios().find("home").orElseThrow().updatedAt()).isEqualTo(NOW);
  }

  @Test
  void theListIsSortedAndWholeHoweverManyThereAre() {
    assertThat(scenarios().list()).isEmpty();
    List<Scenario> largest =
        IntStream.range(0, 70)
            .mapToObj(i -> new Scenario("s-%02d".formatted(i), "x".repeat(16 * 1024), NOW))
            .toList();
    largest.reversed().forEach(scenarios()::put);
    assertThat(scenarios().list()).isEqualTo(largest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Home", "a b", "a#b", "\u00e4", "\n"})
  void aNameThatNothingCanHaveIsRefused(String name) {
    assertThatThrownBy(() -> scenarios().find(name)).isInstanceOf(InvalidFieldException.class);
    assertThatThrownBy(() -> scenarios().lately(name)).isInstanceOf(InvalidFieldException.class);
    assertThatThrownBy(() -> scenarios().delete(name)).isInstanceOf(InvalidFieldException.class);
    assertThatThrownBy(() -> new Scenario(name, "{}", NOW))
        .isInstanceOf(InvalidFieldException.class);
  }

  @Test
  void lengthsAreBounded() {
    scenarios().put(new Scenario("a".repeat(64), "\u20ac".repeat(5_461), NOW));
    assertThat(scenarios().find("a".repeat(64))).isPresent();
    assertThatThrownBy(() -> new Scenario("a".repeat(65), "{}", NOW))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("64");
    assertThatThrownBy(() -> new Scenario("a", "\u20ac".repeat(5_462), NOW))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("16384");
  }
}
