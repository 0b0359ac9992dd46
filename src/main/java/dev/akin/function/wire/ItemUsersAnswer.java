package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Users who are likely to care for an item, best first.
///
/// @param release the release that answered; null while there is none
/// @param basis `behaviour` if people have done something with the item, `content` if its words
///   stand in for that; null if nobody can be found
/// @param candidates how many users the release keeps: all others are no candidates
/// @param needs what it takes to find any; null if some were found
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemUsersAnswer(
    String itemId,
    @Nullable String release,
    @Nullable String basis,
    int candidates,
    List<Entry> users,
    @Nullable String needs) {
  /// @param score above 0, 1 for a taste that is all about such items
  @RegisterForReflection
  public record Entry(String userId, double score) {}
}
