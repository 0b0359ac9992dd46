package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.model.ContextLifts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every event is of a subject of its own.
final class ContextCollectorTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final ContextCollector collector = new ContextCollector();
  private final List<Instant> times = new ArrayList<>();

  @Test
  void theMostCommonValuesAreKeptAndTheOthersCountAsOthers() {
    for (int value = 0; value < 30; value++) {
      for (int n = 0; n < 10 + value; n++) {
        add(Map.of("country", "c%02d".formatted(value)));
      }
    }
    ContextRows.Key country = key("country");

    assertThat(country.values()).hasSize(ContextLifts.MOST_VALUES).startsWith("c29", "c28");
    assertThat(country.valueOf()[0]).isEqualTo(ContextRows.OTHER);
    assertThat(country.valueOf()[times.size() - 1]).isEqualTo((byte) 0);
  }

  @Test
  void equallyCommonValuesAreKeptByName() {
    for (int value = 29; value >= 0; value--) {
      for (int n = 0; n < 10; n++) {
        add(Map.of("country", "c%02d".formatted(value)));
      }
    }
    assertThat(key("country").values())
        .containsExactlyElementsOf(IntStream.range(0, 24).mapToObj("c%02d"::formatted).toList());
  }

  @Test
  void noMoreThanEightKeysAreLearnedFrom() {
    for (int n = 0; n < 140; n++) {
      Map<String, String> context = new HashMap<>();
      for (int key = 0; key < 20; key++) {
        context.put("k%02d".formatted(key), "v" + n % 2);
      }
      add(context, MONDAY_NOON.plusSeconds(3_600L * 12 * n));
    }
    assertThat(rows().keys())
        .extracting(ContextRows.Key::name)
        .containsExactly("hour", "k00", "k01", "k02", "k03", "k04", "k05", "weekday");
  }

  @Test
  void aFloodOfKeysLeavesTheFirstByName() {
    for (int n = 0; n < 30; n++) {
      add(Map.of("a" + n % 2, "v" + n / 2 % 2, "device", n % 2 == 0 ? "mobile" : "desktop"));
    }
    for (int n = 0; n < 1_000; n++) {
      add(Map.of("x" + n, "v"));
    }
    assertThat(rows().keys()).extracting(ContextRows.Key::name).contains("device");
  }

  @Test
  void whatIsDifferentEveryTimeIsNoContext() {
    for (int n = 0; n <= ContextCollector.MOST_TRACKED_VALUES + 50; n++) {
      add(Map.of("url", n < 50 ? "/home" : "/" + n, "device", n % 2 == 0 ? "mobile" : "desktop"));
    }
    assertThat(rows().keys()).extracting(ContextRows.Key::name).containsExactly("device");
  }

  @Test
  void theClockIsAskedUnlessTheShopSaysTheHour() {
    for (int n = 0; n < 40; n++) {
      add(Map.of(), MONDAY_NOON.plusSeconds(3_600L * (n % 2)));
    }
    assertThat(key("hour").fromClock()).isTrue();
    assertThat(key("hour").values()).containsExactly("12", "13");

    for (int n = 0; n < 20; n++) {
      add(Map.of("hour", n % 2 == 0 ? "7" : "8"));
    }
    assertThat(key("hour").fromClock()).isFalse();
    assertThat(key("hour").values()).containsExactly("7", "8");
    assertThat(key("hour").valueOf()[0]).as("no hour of the clock beside").isEqualTo((byte) -1);
  }

  @Test
  void aKeyThatAlwaysSaysTheSameIsNone() {
    for (int n = 0; n < 40; n++) {
      add(Map.of("shop", "main"));
    }
    assertThat(rows().keys()).isEmpty();
  }

  private void add(Map<String, String> context) {
    add(context, MONDAY_NOON);
  }

  private void add(Map<String, String> context, Instant time) {
    collector.add(context);
    times.add(time);
  }

  private ContextRows.Key key(String name) {
    return rows().keys().stream().filter(key -> key.name().equals(name)).findFirst().orElseThrow();
  }

  private ContextRows rows() {
    int[] order = IntStream.range(0, times.size()).toArray();
    int[] starts = IntStream.rangeClosed(0, times.size()).toArray();
    return collector.rows(order, starts, times.stream().mapToLong(Instant::toEpochMilli).toArray());
  }
}
