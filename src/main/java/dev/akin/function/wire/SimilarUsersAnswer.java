package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Users like one user, best first.
///
/// @param release the release that answered; null while there is none
/// @param needs what it takes to find any; null if some were found
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SimilarUsersAnswer(
    String userId, @Nullable String release, List<Entry> users, @Nullable String needs) {
  /// @param score 1 for the very same taste, hardly above 0 for little in common
  @RegisterForReflection
  public record Entry(String userId, double score) {}
}
