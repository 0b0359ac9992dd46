package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What works and what the next step needs.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusAnswer(
    @Nullable ReleaseAnswer release, @Nullable Training training, List<Rung> readiness) {
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
  public record Rung(String capability, boolean ready, String needs) {}

  /// Answer to `POST /trainings`.
  ///
  /// @param follow where the progress can be read
  @RegisterForReflection
  public record Started(String trainingId, boolean alreadyRunning, String follow) {}
}
