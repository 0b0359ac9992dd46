package dev.akin.function.personalize;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// Given items in order, the likeliest first.
///
/// @param recommendationId to be sent back with events
@RegisterForReflection
public record PredictedRanking(List<PredictedItem> personalizedRanking, String recommendationId) {}
