package dev.akin.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.local.CloudFormationYaml;
import dev.akin.openapi.DescribedHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a browser with a page of another origin meets, in front of functions that say yes.
class GatewayTest {
  private static final String SHOP = "http://localhost:5173";
  private static final String YES =
      "{\"isAuthorized\":true,\"statusCode\":204,"
          + "\"headers\":{\"Access-Control-Allow-Origin\":\"https://of.the.function\"}}";

  private final HttpClient http = new DescribedHttpClient();
  private final List<String> invoked = new CopyOnWriteArrayList<>();
  private @Nullable Gateway gateway;

  @AfterEach
  void end() {
    Objects.requireNonNull(gateway).close();
    http.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
  void aPageMayCallAsTheTemplateAllows(String method) throws Exception {
    start("*", true);

    HttpResponse<String> preflight =
        send("OPTIONS", "/items/cup", "origin", SHOP, "access-control-request-method", method);

    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.body()).isEmpty();
    assertThat(header(preflight, "allow-origin")).isEqualTo("*");
    assertThat(header(preflight, "allow-methods").split(",")).contains(method);
    assertThat(header(preflight, "allow-headers").split(",")).contains("content-type", "x-api-key");
    assertThat(header(preflight, "max-age")).isEqualTo("3600");
    assertThat(invoked).isEmpty();
  }

  @Test
  void everyAnswerToAPageSaysThatThePageMayReadIt() throws Exception {
    start("*", true);

    HttpResponse<String> done = send("DELETE", "/items/cup", "origin", SHOP, "x-api-key", "akin_1");
    HttpResponse<String> keyless = send("DELETE", "/items/cup", "origin", SHOP);

    assertThat(done.statusCode()).isEqualTo(204);
    assertThat(corsHeaders(done)).containsExactly("access-control-allow-origin");
    assertThat(header(done, "allow-origin")).isEqualTo("*");
    assertThat(keyless.statusCode()).isEqualTo(401);
    assertThat(header(keyless, "allow-origin")).isEqualTo("*");
  }

  @Test
  void whoNamesNoOriginIsToldOfNone() throws Exception {
    start("*", false);

    assertThat(corsHeaders(send("DELETE", "/items/cup"))).isEmpty();
    assertThat(send("OPTIONS", "/items/cup").statusCode()).isEqualTo(204);
    assertThat(invoked).containsExactly("CatalogFunction", "StatusFunction");
  }

  @Test
  void onlyTheOriginOfTheTemplateIsAllowed() throws Exception {
    start(SHOP, false);

    HttpResponse<String> own = send("DELETE", "/items/cup", "origin", SHOP);
    HttpResponse<String> other = send("DELETE", "/items/cup", "origin", "https://evil.example");
    HttpResponse<String> asked =
        send(
            "OPTIONS",
            "/items/cup",
            "origin",
            "https://evil.example",
            "access-control-request-method",
            "GET");

    assertThat(header(own, "allow-origin")).isEqualTo(SHOP);
    assertThat(corsHeaders(other)).isEmpty();
    assertThat(asked.statusCode()).isEqualTo(204);
    assertThat(corsHeaders(asked)).isEmpty();
  }

  private void start(String allowedOrigin, boolean keys) throws IOException {
    Template template =
        Template.of(
            CloudFormationYaml.template(),
            Map.of("Runtime", "java25", "AllowedOrigin", allowedOrigin),
            "akin");
    Invoker functions =
        (function, _, _) -> {
          invoked.add(function);
          return new InvocationResult.Answered(YES.getBytes(StandardCharsets.UTF_8));
        };
    gateway = new Gateway(0, template, functions, keys, InstantSource.system());
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Objects.requireNonNull(gateway).uri() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue("access-control-" + name).orElse("");
  }

  private static Set<String> corsHeaders(HttpResponse<String> response) {
    Set<String> names = new TreeSet<>(response.headers().map().keySet());
    names.removeIf(name -> !name.startsWith("access-control-"));
    return names;
  }
}
