package dev.akin.function;

import dev.akin.shop.InvalidFieldException;
import org.jspecify.annotations.Nullable;

/// A request that cannot be answered as asked, as RFC 9457 wants it told: what, where and what to
/// do about it.
public final class HttpProblem extends RuntimeException {
  private final transient ProblemAnswer answer;

  HttpProblem(ProblemAnswer answer) {
    super(answer.detail(), null, false, false);
    this.answer = answer;
  }

  static HttpProblem badRequest(String code, @Nullable String field, String remedy) {
    return new HttpProblem(ProblemAnswer.of(400, code, field, remedy));
  }

  public static HttpProblem of(int status, String code, @Nullable String field, String remedy) {
    return new HttpProblem(ProblemAnswer.of(status, code, field, remedy));
  }

  static HttpProblem of(InvalidFieldException invalid) {
    return new HttpProblem(
        ProblemAnswer.of(400, invalid.code(), invalid.field(), invalid.remedy())
            .at(invalid.column()));
  }

  ProblemAnswer answer() {
    return answer;
  }
}
