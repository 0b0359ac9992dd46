package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is held about a user or a session.
///
/// @param events oldest first
/// @param cursor asks for the next page; absent on the last
/// @param erased the last erasure, while it keeps events out
/// @param receipt what the given receipt turned out to be
/// @param elsewhere what other places hold, in words
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountAnswer(
    @Nullable String userId,
    @Nullable String sessionId,
    List<HeldEvent> events,
    @Nullable String cursor,
    @Nullable ErasedBefore erased,
    @Nullable CheckedReceipt receipt,
    List<Elsewhere> elsewhere) {
  /// An event with all that is stored of it, in the words of `POST /events`.
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record HeldEvent(
      String eventId,
      String type,
      @Nullable String userId,
      @Nullable String sessionId,
      String itemId,
      String timestamp,
      @Nullable Double value,
      @Nullable Integer quantity,
      @Nullable Double price,
      @Nullable String currency,
      @Nullable String recommendationId,
      List<String> impression,
      Map<String, String> context) {}

  /// @param before events from before this moment are not taken
  @RegisterForReflection
  public record ErasedBefore(String at, String before) {}

  /// @param valid whether it was made here and is about who was asked for
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CheckedReceipt(
      boolean valid,
      @Nullable Long events,
      @Nullable Integer sessions,
      @Nullable String erasedAt) {}

  /// @param where a place
  /// @param what it holds, and until when
  @RegisterForReflection
  public record Elsewhere(String where, String what) {}

  /// Answer to an erasure.
  ///
  /// @param events how many were deleted, those of the sessions included
  /// @param sessions how many visits were erased with the user
  /// @param before events from before this moment are not taken any more
  /// @param receipt to be kept; checked by `GET` of the same path
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Erased(
      @Nullable String userId,
      @Nullable String sessionId,
      long events,
      int sessions,
      String erasedAt,
      String before,
      String receipt,
      List<Elsewhere> elsewhere) {}

  /// Answer to a merge.
  ///
  /// @param moved events that the user has now and had not before
  /// @param duplicates events that the user had already
  /// @param left events that stay with the session because the user was erased after them
  @RegisterForReflection
  public record Merged(String sessionId, String userId, int moved, int duplicates, int left) {}
}
