package dev.akin.function;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/// Body of an error answer to an SDK of AWS, which makes a typed exception of it.
///
/// @param type name of the exception
/// @param message what is wrong and what to send instead
/// @param code as in our own problems
/// @param field the path of the offending field
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwsError(
    @JsonProperty("__type") String type, String message, String code, @Nullable String field) {
  static AwsError of(ProblemAnswer problem) {
    String field = problem.field();
    boolean named = field == null || problem.detail().contains(field);
    return new AwsError(
        type(problem.status()),
        named ? problem.detail() : field + ": " + problem.detail(),
        problem.code(),
        field);
  }

  private static String type(int status) {
    return switch (status) {
      case 404 -> "ResourceNotFoundException";
      case 503 -> "ServiceUnavailableException";
      case 500 -> "InternalServerException";
      default -> "InvalidInputException";
    };
  }
}
