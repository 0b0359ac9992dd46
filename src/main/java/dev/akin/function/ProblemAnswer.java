package dev.akin.function;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.akin.function.wire.BatchAnswer.Rejected;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Body of every error answer, `application/problem+json` (RFC 9457).
///
/// @param type a stable name of the kind of problem, `urn:akin:problem:<code>`
/// @param title the status in words
/// @param detail what is wrong and what to send instead
/// @param code stable and machine-readable, e.g. `too_long`
/// @param field the path of the offending field or parameter, e.g. `events[3].itemId`
/// @param column where in an expression the trouble is, in characters from 1
/// @param rejected the records of a batch of which none was stored
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemAnswer(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String field,
    @Nullable Integer column,
    @Nullable List<Rejected> rejected) {
  static ProblemAnswer of(int status, String code, @Nullable String field, String remedy) {
    return new ProblemAnswer(
        "urn:akin:problem:" + code, title(status), status, remedy, code, field, null, null);
  }

  /// The same problem at a place in an expression.
  ///
  /// @param place in characters from 1; 0 if there is none
  ProblemAnswer at(int place) {
    return place == 0
        ? this
        : new ProblemAnswer(type, title, status, detail, code, field, place, rejected);
  }

  /// The same problem with what is wrong with each record of a batch.
  ProblemAnswer with(List<Rejected> records) {
    return new ProblemAnswer(
        type, title, status, detail, code, field, column, List.copyOf(records));
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad request";
      case 404 -> "Not found";
      case 409 -> "Conflict";
      case 413 -> "Content too large";
      case 415 -> "Unsupported media type";
      case 503 -> "Service unavailable";
      default -> "Internal error";
    };
  }
}
