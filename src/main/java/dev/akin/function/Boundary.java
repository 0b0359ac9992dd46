package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.akin.port.StorageException;
import dev.akin.shop.InvalidFieldException;
import io.quarkus.amazon.lambda.runtime.FunctionError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where a request becomes a call and its outcome an answer. Nothing escapes: in a native image an
/// exception that leaves a function ends its loop, see the registration below.
@RegisterForReflection(targets = FunctionError.class)
public final class Boundary {
  private static final Logger LOG = Logger.getLogger(Boundary.class);

  /// What Lambda lets out, 6 MB with the body as a JSON text, less what stands around it.
  private static final int MAX_ANSWER_BYTES = 6_000_000;

  private static final Map<String, String> JSON =
      Map.of("content-type", "application/json", "cache-control", "no-store");

  private Boundary() {}

  /// What a function does with a request.
  @FunctionalInterface
  interface Handler {
    Answer handle(HttpRequest request);
  }

  /// @param body written as JSON; null for none
  public record Answer(int status, @Nullable Object body) {
    public static Answer ok(Object body) {
      return new Answer(200, body);
    }
  }

  static APIGatewayV2HTTPResponse answer(@Nullable APIGatewayV2HTTPEvent event, Handler handler) {
    HttpRequest request = new HttpRequest(event);
    try {
      Answer answer = handler.handle(request);
      APIGatewayV2HTTPResponse response = response(answer.status(), answer.body(), JSON);
      return fits(response.getBody()) ? response : problem(request, tooLarge());
    } catch (InvalidFieldException invalid) {
      return problem(request, HttpProblem.of(invalid).answer());
    } catch (HttpProblem problem) {
      return problem(request, problem.answer());
    } catch (StorageException fault) {
      LOG.error(Fault.line(request, fault));
      return problem(
          request,
          ProblemAnswer.of(
              503, "store_unavailable", null, "the store did not answer; try again in a moment"));
    } catch (RuntimeException bug) {
      LOG.error(Fault.line(request, bug));
      return problem(
          request,
          ProblemAnswer.of(
              500,
              "internal_error",
              null,
              "something went wrong on our side; the log names it under request "
                  + request.requestId()));
    }
  }

  /// The answer to a route that a function does not serve.
  public static HttpProblem noRoute() {
    return HttpProblem.of(
        404,
        "unknown_route",
        "path",
        "there is no such call; GET /status works, and the README lists them all");
  }

  private static ProblemAnswer tooLarge() {
    return ProblemAnswer.of(
        400,
        "too_large",
        "fields",
        "the answer would have more than 6 MB; ask for fewer fields, fewer items or fewer lists");
  }

  /// Whether a body is small enough once it is a text in the answer of the function.
  private static boolean fits(@Nullable String body) {
    if (body == null || body.length() <= MAX_ANSWER_BYTES / 3) {
      return true;
    }
    long bytes = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      bytes += c >= 0x800 ? 3 : c >= 0x80 || c == '"' || c == '\\' ? 2 : 1;
    }
    return bytes <= MAX_ANSWER_BYTES;
  }

  private static APIGatewayV2HTTPResponse problem(HttpRequest request, ProblemAnswer problem) {
    Map<String, String> headers = new HashMap<>(JSON);
    if (problem.status() == 503) {
      headers.put("retry-after", "1");
    }
    if (request.isOfPersonalize()) {
      AwsError error = AwsError.of(problem);
      headers.put("x-amzn-errortype", error.type());
      return response(problem.status(), error, headers);
    }
    headers.put("content-type", "application/problem+json");
    return response(problem.status(), problem, headers);
  }

  private static APIGatewayV2HTTPResponse response(
      int status, @Nullable Object body, Map<String, String> headers) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(headers)
        .withBody(body == null ? null : Json.text(body))
        .withIsBase64Encoded(false)
        .build();
  }
}
