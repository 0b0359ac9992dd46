package dev.akin.local.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Lambda's runtime interface (version 2018-06-01): where the functions' processes fetch events and
/// leave answers. Every process has an address of its own, `host:port/<number>`.
final class LambdaRuntimeApi implements AutoCloseable {
  private static final String VERSION = "2018-06-01";

  private final HttpServer server;
  private final Map<String, FunctionProcess> processes = new ConcurrentHashMap<>();

  LambdaRuntimeApi() throws IOException {
    server = LocalServer.start(0, this::handle);
  }

  /// What a process of that number finds in `AWS_LAMBDA_RUNTIME_API`.
  String address(int number) {
    return "127.0.0.1:" + server.getAddress().getPort() + "/" + number;
  }

  void register(int number, FunctionProcess process) {
    processes.put(Integer.toString(number), process);
  }

  void remove(int number) {
    processes.remove(Integer.toString(number));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /// `/<number>/2018-06-01/runtime/...`
  private void handle(HttpExchange exchange) throws IOException, InterruptedException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    FunctionProcess process = path.length > 3 ? processes.get(path[1]) : null;
    if (process == null || !path[2].equals(VERSION)) {
      LocalServer.answer(exchange, 404, "{}");
      return;
    }
    String call = String.join("/", Arrays.asList(path).subList(4, path.length));
    if (call.equals("invocation/next")) {
      next(exchange, process);
      return;
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (call.matches("invocation/[^/]+/(response|error)")) {
      InvocationResult result =
          call.endsWith("/error")
              ? new InvocationResult.Failed(body)
              : new InvocationResult.Answered(body);
      boolean awaited = process.answer(path[5], result);
      LocalServer.answer(exchange, awaited ? 202 : 400, "{\"status\":\"OK\"}");
      return;
    }
    // init/error: the process ends itself next, and with it whatever waits for it.
    LocalServer.answer(exchange, 202, "{\"status\":\"OK\"}");
  }

  private static void next(HttpExchange exchange, FunctionProcess process)
      throws IOException, InterruptedException {
    Optional<Invocation> next = process.next();
    if (next.isEmpty()) {
      LocalServer.answer(exchange, 410, "{}");
      return;
    }
    Instant deadline = Instant.now().plus(process.spec().timeout());
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", next.get().id());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline.toEpochMilli()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:%s:%s:function:%s"
            .formatted(LocalCredentials.REGION, LocalCredentials.ACCOUNT, process.spec().name()));
    // Without a content type AWS's runtime client gives up.
    headers.set("Content-Type", "application/json");
    LocalServer.answer(exchange, 200, next.get().payload());
  }
}
