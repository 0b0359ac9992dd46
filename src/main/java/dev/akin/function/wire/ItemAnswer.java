package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An item as the shop described it. Times are ISO 8601.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemAnswer(
    String itemId,
    @Nullable String title,
    @Nullable String description,
    List<String> categories,
    List<String> tags,
    @Nullable Double price,
    @Nullable String currency,
    boolean available,
    @Nullable String createdAt,
    @Nullable String expiresAt,
    Map<String, Object> attributes) {
  /// One page of the catalogue.
  ///
  /// @param cursor of the next page; null after the last
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(List<ItemAnswer> items, @Nullable String cursor) {}
}
