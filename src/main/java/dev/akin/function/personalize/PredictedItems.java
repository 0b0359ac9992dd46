package dev.akin.function.personalize;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of items, best first.
///
/// @param recommendationId to be sent back with events; none for items like an item, nor while it
///   cannot be signed
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PredictedItems(List<PredictedItem> itemList, @Nullable String recommendationId) {}
