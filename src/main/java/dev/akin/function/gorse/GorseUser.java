package dev.akin.function.gorse;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/// A user as Gorse answers it. Nothing is kept of users but their events.
@RegisterForReflection
public record GorseUser(
    @JsonProperty("UserId") String userId,
    @JsonProperty("Labels") @Nullable Object labels,
    @JsonProperty("Comment") String comment) {
  static GorseUser of(String id) {
    return new GorseUser(id, null, "");
  }
}
