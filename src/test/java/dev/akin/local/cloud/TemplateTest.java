package dev.akin.local.cloud;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.local.CloudFormationYaml;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Reads the stack's own template: what the local cloud needs must be found in it.
class TemplateTest {
  private final Template template = read("java25");

  @Test
  void everyRouteAndScheduleLeadsToAFunction() {
    assertThat(template.routes()).isNotEmpty();
    assertThat(template.routes())
        .allSatisfy(route -> assertThat(template.functions()).containsKey(route.function()));
    assertThat(template.schedules())
        .allSatisfy(schedule -> assertThat(template.functions()).containsKey(schedule.function()));
  }

  @Test
  void everyFunctionSelectsItselfAndKnowsTheTables() {
    assertThat(template.functions().values())
        .allSatisfy(spec ->
            assertThat(spec.environment())
                .containsKey("QUARKUS_FUNQY_EXPORT")
                .containsEntry("AKIN_TABLES_EVENTS", "akin-events")
                .containsEntry("AKIN_TABLES_ITEMS", "akin-items")
                .containsEntry("AKIN_TABLES_MODELS", "akin-models")
                .containsEntry("AKIN_TABLES_KEYS", "akin-keys"));
  }

  @Test
  void functionsTakeWhatTheyDoNotSayFromTheGlobals() {
    FunctionSpec ingest = function(template, "IngestFunction");
    FunctionSpec retrain = function(template, "RetrainFunction");

    assertThat(ingest.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(retrain.timeout()).isEqualTo(Duration.ofMinutes(15));
    assertThat(retrain.memoryMegabytes()).isGreaterThan(ingest.memoryMegabytes());
    assertThat(ingest.environment()).containsKey("JAVA_TOOL_OPTIONS");
  }

  @Test
  void theRuntimeDecidesAboutJavasSettings() {
    assertThat(function(read("provided.al2023"), "IngestFunction").environment())
        .doesNotContainKey("JAVA_TOOL_OPTIONS");
  }

  @Test
  void theStatusFunctionIsToldTheNameByWhichTrainingsAreInvoked() {
    String name =
        requireNonNull(
            function(template, "StatusFunction").environment().get("AKIN_RETRAIN_FUNCTION"));

    assertThat(name).isEqualTo("akin-retrain");
    assertThat(template.function(name)).isSameAs(template.functions().get("RetrainFunction"));
    assertThat(template.function("arn:aws:lambda:x:y:function:akin-retrain")).isNotNull();
    assertThat(template.function("another")).isNull();
  }

  @Test
  void theAuthorizerIsFoundAndPreflightsGoWithoutIt() {
    assertThat(template.authorizer()).isEqualTo("AuthorizeFunction");
    assertThat(template.routes())
        .filteredOn(Route::open)
        .allSatisfy(route -> assertThat(route.method()).isEqualTo("OPTIONS"));
  }

  @Test
  void aboutCallsOfSdksTheAuthorizerIsAskedWhateverHeaderHoldsTheKey() {
    assertThat(template.routes())
        .allSatisfy(route ->
            assertThat(route.asked())
                .as(route.key())
                .isEqualTo(route.path().startsWith("/personalize/")));
    assertThat(template.routes()).anyMatch(Route::asked);
  }

  private static Template read(String runtime) {
    return Template.of(CloudFormationYaml.template(), Map.of("Runtime", runtime), "akin");
  }

  private static FunctionSpec function(Template template, String id) {
    return requireNonNull(template.functions().get(id));
  }
}
