package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What works, what the next step needs, and what the data lacks.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusAnswer(
    @Nullable ReleaseAnswer release,
    @Nullable Training training,
    List<Rung> readiness,
    List<Missing> missing) {
  /// The latest training, running or ended.
  ///
  /// @param state `running`, `succeeded`, `rejected` or `failed`
  /// @param progress 0 to 1
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Training(
      String trainingId,
      String state,
      String stage,
      double progress,
      String startedAt,
      String updatedAt,
      @Nullable String message) {}

  /// One step of the ladder.
  @RegisterForReflection
  public record Rung(String capability, boolean ready, String needs, List<Count> counts) {}

  /// How much there is of what a step needs.
  @RegisterForReflection
  public record Count(String what, long have, long need) {}

  /// What the data lacks.
  ///
  /// @param remedy what to send
  /// @param have how many there are; null if that says nothing
  /// @param need how many there should be
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Missing(
      String code, String message, String remedy, @Nullable Long have, @Nullable Long need) {}

  /// Answer to `POST /trainings`.
  ///
  /// @param follow where the progress can be read
  @RegisterForReflection
  public record Started(String trainingId, boolean alreadyRunning, String follow) {}
}
