package dev.akin.function.gorse;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.akin.app.Recommendations.RecommendedItem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// An item of a list.
///
/// @param score comparable within one answer only
@RegisterForReflection
public record GorseScore(@JsonProperty("Id") String id, @JsonProperty("Score") double score) {
  static GorseScore of(RecommendedItem item) {
    return new GorseScore(item.item().value(), item.score());
  }
}
