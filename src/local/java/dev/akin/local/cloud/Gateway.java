package dev.akin.local.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The HTTP API in front of the functions. Answers what API Gateway would answer, with one
/// difference: a crashed function is a 502 and a late one a 504, so that one sees which it was.
final class Gateway implements AutoCloseable {
  /// The longest that API Gateway waits for a function.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RouteTable routes;
  private final Invoker functions;
  private final Cors cors;
  private final PayloadFormat format;
  private final @Nullable Authorizer authorizer;
  private final InstantSource clock;
  private final HttpServer server;

  Gateway(int port, Template template, Invoker functions, boolean keys, InstantSource clock)
      throws IOException {
    this.routes = new RouteTable(template.routes());
    this.functions = functions;
    this.cors = template.cors();
    ObjectMapper json = new ObjectMapper();
    this.format = new PayloadFormat(json);
    String function = template.authorizer();
    this.authorizer =
        keys && function != null ? new Authorizer(functions, function, format, json) : null;
    this.clock = clock;
    this.server = LocalServer.start(port, this::handle);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException, InterruptedException {
    GatewayRequest request = GatewayRequest.read(exchange, clock.instant());
    cors.answer(request).forEach(exchange.getResponseHeaders()::set);
    if (request.isTooLarge()) {
      exchange.getResponseHeaders().set("Connection", "close");
      refuse(exchange, 413, "Request Entity Too Large");
      return;
    }
    Optional<RouteTable.Match> match = routes.match(request.method(), request.rawPath());
    if (match.isEmpty()) {
      refuse(exchange, 404, "Not Found");
      return;
    }
    String requestId = UUID.randomUUID().toString();
    exchange.getResponseHeaders().set("apigw-requestid", requestId);
    if (authorizer != null && !match.get().route().open()) {
      Authorizer.Verdict verdict = authorizer.judge(request, match.get(), requestId);
      if (verdict != Authorizer.Verdict.ALLOWED) {
        refuse(exchange, verdict.status(), verdict.message());
        return;
      }
    }
    if (cors.isPreflight(request)) {
      LocalServer.answer(exchange, 204, new byte[0]);
      return;
    }
    byte[] event = format.event(request, match.get(), requestId);
    answer(exchange, functions.invoke(match.get().route().function(), event, PATIENCE));
  }

  private void answer(HttpExchange exchange, InvocationResult result) throws IOException {
    switch (result) {
      case InvocationResult.Answered answered -> send(exchange, answered.payload());
      case InvocationResult.Failed _ -> refuse(exchange, 502, "Internal Server Error");
      case InvocationResult.Crashed _ -> refuse(exchange, 502, "Internal Server Error");
      case InvocationResult.TimedOut _ -> refuse(exchange, 504, "Internal Server Error");
      case InvocationResult.Throttled _ -> refuse(exchange, 503, "Service Unavailable");
    }
  }

  private void send(HttpExchange exchange, byte[] payload) throws IOException {
    PayloadFormat.Response response;
    try {
      response = format.response(payload);
    } catch (IOException malformed) {
      refuse(exchange, 502, "Internal Server Error");
      return;
    }
    response
        .headers()
        .forEach((name, value) -> {
          if (cors.passes(name)) {
            exchange.getResponseHeaders().set(name, value);
          }
        });
    for (String cookie : response.cookies()) {
      exchange.getResponseHeaders().add("Set-Cookie", cookie);
    }
    LocalServer.answer(exchange, response.status(), response.body());
  }

  private static void refuse(HttpExchange exchange, int status, String message) throws IOException {
    LocalServer.answer(exchange, status, "{\"message\":\"" + message + "\"}");
  }
}
