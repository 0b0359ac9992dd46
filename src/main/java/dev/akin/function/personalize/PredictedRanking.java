package dev.akin.function.personalize;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Given items in order, the likeliest first.
///
/// @param recommendationId to be sent back with events; null while it cannot be signed
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PredictedRanking(
    List<PredictedItem> personalizedRanking, @Nullable String recommendationId) {}
