package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One release.
///
/// @param strategy what it serves by default
/// @param strategies the personal ones that it has; `popular`, `trending` and `newest` always work
/// @param bytes size of all its parts
/// @param report its evaluation, as JSON
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleaseAnswer(
    String id,
    boolean live,
    String trainedAt,
    String strategy,
    List<String> strategies,
    Counts counts,
    long bytes,
    @JsonRawValue @Nullable String report) {
  /// What the training saw.
  @RegisterForReflection
  public record Counts(
      long events, long users, long items, long interactions, long robotSessions) {}

  /// Newest first.
  @RegisterForReflection
  public record Listing(List<ReleaseAnswer> releases) {}
}
