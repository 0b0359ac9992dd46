package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A scenario.
///
/// @param options as the shop wrote them
/// @param warnings what requests may be refused for or what is left out of them; null unless it was
///   just stored
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScenarioAnswer(
    String name, JsonNode options, String updatedAt, @Nullable List<Warning> warnings) {
  /// @param field of the options, e.g. `boost[0].when`
  /// @param column where in an expression, in characters from 1
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Warning(String code, String field, @Nullable Integer column, String message) {}

  /// All scenarios, by name.
  @RegisterForReflection
  public record Listing(List<ScenarioAnswer> scenarios) {}
}
