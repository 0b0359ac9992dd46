package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a batch.
///
/// @param accepted how many are stored now
/// @param duplicates how many had been stored before; null where that means nothing
/// @param rejected those that were not stored, with field and remedy
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchAnswer(int accepted, @Nullable Integer duplicates, List<Rejected> rejected) {
  /// @param index place in the batch, from 0
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Rejected(int index, String code, @Nullable String field, String message) {}
}
