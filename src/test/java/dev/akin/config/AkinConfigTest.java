package dev.akin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.dynamodb.DynamoEventLog;
import dev.akin.learn.AlsParameters;
import dev.akin.shop.Strength;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The keys of `application.properties`: as they stand there, and set by the environment.
class AkinConfigTest {
  static Stream<AkinConfig> defaults() {
    return Stream.of(Settings.documented(), Settings.bare());
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void whatIsDocumentedHoldsWithoutAnyKeyToo(AkinConfig config) {
    AkinConfig.Tables tables = config.tables();
    assertThat(List.of(tables.events(), tables.items(), tables.models(), tables.keys()))
        .containsExactly("akin-events", "akin-items", "akin-models", "akin-keys");
    assertThat(config.events().retention()).isEqualTo(DynamoEventLog.DEFAULT_RETENTION);
    assertThat(config.events().skew()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.events().history()).isEqualTo(100);
    assertThat(config.events().halfLife()).isEqualTo(Strength.DEFAULT.halfLife());
    assertThat(config.release().recheck()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.training().seed()).isEqualTo(AlsParameters.DEFAULT.seed());
    assertThat(config.training().threads()).isZero();
    assertThat(config.training().factors()).isEqualTo(AlsParameters.DEFAULT.factors());
    assertThat(config.training().iterations()).isEqualTo(AlsParameters.DEFAULT.iterations());
    assertThat(config.training().neighbours()).isEqualTo(50);
    assertThat(config.training().linearMegabytes()).isEqualTo(512);
    assertThat(config.training().neural()).isFalse();
    assertThat(config.training().referenceUsers()).isEqualTo(50_000);
    assertThat(config.retrain().function()).isEmpty();
    assertThat(config.retrain().endpoint()).isEmpty();
    assertThat(config.retrain().region()).isEqualTo("us-east-1");
  }

  @Test
  void everyKeyCanBeSetByTheEnvironment() {
    AkinConfig config =
        Settings.in(
            Map.ofEntries(
                Map.entry("AKIN_TABLES_EVENTS", "e"),
                Map.entry("AKIN_TABLES_ITEMS", "i"),
                Map.entry("AKIN_TABLES_MODELS", "m"),
                Map.entry("AKIN_TABLES_KEYS", "k"),
                Map.entry("AKIN_EVENTS_RETENTION", "P30D"),
                Map.entry("AKIN_EVENTS_SKEW", "PT5S"),
                Map.entry("AKIN_EVENTS_HISTORY", "50"),
                Map.entry("AKIN_EVENTS_HALF_LIFE", "P2D"),
                Map.entry("AKIN_RELEASE_RECHECK", "PT1M"),
                Map.entry("AKIN_TRAINING_SEED", "9"),
                Map.entry("AKIN_TRAINING_THREADS", "3"),
                Map.entry("AKIN_TRAINING_FACTORS", "16"),
                Map.entry("AKIN_TRAINING_ITERATIONS", "5"),
                Map.entry("AKIN_TRAINING_NEIGHBOURS", "12"),
                Map.entry("AKIN_TRAINING_LINEAR_MEGABYTES", "64"),
                Map.entry("AKIN_TRAINING_NEURAL", "true"),
                Map.entry("AKIN_TRAINING_REFERENCE_USERS", "70"),
                Map.entry("AKIN_RETRAIN_FUNCTION", "shop-retrain")));

    AkinConfig.Tables tables = config.tables();
    assertThat(List.of(tables.events(), tables.items(), tables.models(), tables.keys()))
        .containsExactly("e", "i", "m", "k");
    assertThat(config.events().retention()).isEqualTo(Duration.ofDays(30));
    assertThat(config.events().skew()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.events().history()).isEqualTo(50);
    assertThat(config.events().halfLife()).isEqualTo(Duration.ofDays(2));
    assertThat(config.release().recheck()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.training().seed()).isEqualTo(9);
    assertThat(config.training().threads()).isEqualTo(3);
    assertThat(config.training().factors()).isEqualTo(16);
    assertThat(config.training().iterations()).isEqualTo(5);
    assertThat(config.training().neighbours()).isEqualTo(12);
    assertThat(config.training().linearMegabytes()).isEqualTo(64);
    assertThat(config.training().neural()).isTrue();
    assertThat(config.training().referenceUsers()).isEqualTo(70);
    assertThat(config.retrain().function()).contains("shop-retrain");
  }

  @Test
  void lambdaAndTheLocalCloudSayWhereTheRetrainFunctionIs() {
    AkinConfig.Retrain retrain =
        Settings.in(
                Map.of(
                    "AWS_REGION", "eu-central-1",
                    "AWS_ENDPOINT_URL_LAMBDA", "http://127.0.0.1:9"))
            .retrain();

    assertThat(retrain.region()).isEqualTo("eu-central-1");
    assertThat(retrain.endpoint()).contains("http://127.0.0.1:9");
  }

  @Test
  void aMistypedKeyStopsTheStart() {
    assertThatThrownBy(() -> Settings.of(Map.of("akin.events.histroy", "5"), Map.of()))
        .hasMessageContaining("akin.events.histroy");
  }
}
