package dev.akin.local.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The one call of Lambda's own API that functions make: invoking another function (`POST
/// /2015-03-31/functions/<name>/invocations`).
final class InvokeApi implements AutoCloseable {
  private static final Pattern PATH =
      Pattern.compile("/2015-03-31/functions/([^/]+)/invocations/?");

  /// An asynchronous invocation waits in Lambda's queue for up to six hours.
  private static final Duration QUEUE = Duration.ofHours(6);

  private final Functions functions;
  private final HttpServer server;

  InvokeApi(Functions functions) throws IOException {
    this.functions = functions;
    this.server = LocalServer.start(0, this::handle);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Invokes the function some time, on a thread of its own; nobody learns what came of it.
  void invokeLater(String logicalId, byte[] payload) {
    Thread.ofVirtual()
        .name("invoke " + logicalId)
        .start(() -> {
          try {
            functions.invoke(logicalId, payload, QUEUE);
          } catch (IOException notStarted) {
            // As in Lambda, only the function's log would tell.
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException, InterruptedException {
    byte[] payload = exchange.getRequestBody().readAllBytes();
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    FunctionSpec spec = path.matches() ? functions.find(path.group(1)) : null;
    if (spec == null) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", "ResourceNotFoundException");
      LocalServer.answer(exchange, 404, "{\"Message\":\"Function not found\"}");
      return;
    }
    String type = exchange.getRequestHeaders().getFirst("X-Amz-Invocation-Type");
    if ("Event".equals(type)) {
      invokeLater(spec.logicalId(), payload);
      LocalServer.answer(exchange, 202, new byte[0]);
      return;
    }
    answer(exchange, functions.invoke(spec.logicalId(), payload, spec.timeout()));
  }

  private static void answer(HttpExchange exchange, InvocationResult result) throws IOException {
    switch (result) {
      case InvocationResult.Answered answered ->
          LocalServer.answer(exchange, 200, answered.payload());
      case InvocationResult.Failed failed -> {
        exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
        LocalServer.answer(exchange, 200, failed.error());
      }
      case InvocationResult.Crashed crashed ->
          unhandled(exchange, "Runtime exited with code " + crashed.exitCode());
      case InvocationResult.TimedOut late ->
          unhandled(exchange, "Task timed out after " + late.timeout().toSeconds() + " seconds");
      case InvocationResult.Throttled _ -> {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", "TooManyRequestsException");
        LocalServer.answer(exchange, 429, "{\"Reason\":\"ConcurrentInvocationLimitExceeded\"}");
      }
    }
  }

  private static void unhandled(HttpExchange exchange, String message) throws IOException {
    exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
    LocalServer.answer(exchange, 200, "{\"errorMessage\":\"" + message + "\"}");
  }
}
