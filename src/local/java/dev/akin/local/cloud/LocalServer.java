package dev.akin.local.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/// The JDK's HTTP server set up for many small requests over connections that stay: a virtual
/// thread per request, no Nagle delay, idle connections kept for long.
final class LocalServer {
  private static final int BACKLOG = 1024;

  private LocalServer() {}

  /// Answers one request; what escapes becomes a closed connection.
  @FunctionalInterface
  interface Handler {
    void handle(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /// Starts a server on this machine only.
  ///
  /// @param port 0 for any free one
  static HttpServer start(int port, Handler handler) throws IOException {
    // Read once by the JDK, when its first server is created.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
    System.setProperty("sun.net.httpserver.idleInterval", "600");
    HttpServer server = create(port);
    server.createContext("/", exchange -> serve(handler, exchange));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }

  static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    answer(exchange, status, body);
  }

  /// Sends the body as one piece; none where HTTP forbids one.
  static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean bodiless =
        body.length == 0
            || status == 204
            || status == 304
            || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
  }

  private static HttpServer create(int port) throws IOException {
    try {
      InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return HttpServer.create(new InetSocketAddress(here, port), BACKLOG);
    } catch (BindException e) {
      throw new PortInUseException(port, e);
    }
  }

  private static void serve(Handler handler, HttpExchange exchange) throws IOException {
    try (exchange) {
      handler.handle(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
