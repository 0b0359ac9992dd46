package dev.akin.function.gorse;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// The answer to a write.
///
/// @param rows how many records are stored or gone that were not before
@RegisterForReflection
public record GorseRows(@JsonProperty("RowAffected") int rows) {}
