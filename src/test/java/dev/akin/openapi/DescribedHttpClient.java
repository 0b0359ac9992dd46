package dev.akin.openapi;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// The client of the integration tests: an exchange that is not as infra/openapi.yaml says fails
/// the test that made it.
public final class DescribedHttpClient extends HttpClient {
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final ExchangeCheck check = new ExchangeCheck();

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    byte[][] seen = {new byte[0]};
    HttpResponse<T> response = client.send(request, copying(handler, seen));
    check.require(exchange(request, response, seen[0]));
    return response;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    byte[][] seen = {new byte[0]};
    return client
        .sendAsync(request, copying(handler, seen))
        .thenApply(response -> {
          check.require(exchange(request, response, seen[0]));
          return response;
        });
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushed) {
    return sendAsync(request, handler);
  }

  private static Exchange exchange(HttpRequest request, HttpResponse<?> response, byte[] answer) {
    String query = request.uri().getRawQuery();
    return new Exchange(
        request.method(),
        request.uri().getRawPath(),
        query == null ? "" : query,
        request.bodyPublisher().map(DescribedHttpClient::text).orElse(null),
        response.statusCode(),
        response.headers().firstValue("content-type").orElse(null),
        new String(answer, StandardCharsets.UTF_8));
  }

  /// Reads the whole body, keeps it, and hands it to `handler`.
  private static <T> BodyHandler<T> copying(BodyHandler<T> handler, byte[][] seen) {
    return answered ->
        BodySubscribers.mapping(
            BodySubscribers.ofByteArray(),
            bytes -> {
              seen[0] = bytes;
              return read(handler, answered, bytes);
            });
  }

  private static <T> T read(BodyHandler<T> handler, ResponseInfo answered, byte[] bytes) {
    BodySubscriber<T> reader = handler.apply(answered);
    reader.onSubscribe(new Endless());
    reader.onNext(List.of(ByteBuffer.wrap(bytes)));
    reader.onComplete();
    return reader.getBody().toCompletableFuture().join();
  }

  private static String text(HttpRequest.BodyPublisher publisher) {
    BodySubscriber<String> reader = BodySubscribers.ofString(StandardCharsets.UTF_8);
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            reader.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer buffer) {
            reader.onNext(List.of(buffer));
          }

          @Override
          public void onError(Throwable failure) {
            reader.onError(failure);
          }

          @Override
          public void onComplete() {
            reader.onComplete();
          }
        });
    return reader.getBody().toCompletableFuture().join();
  }

  /// All is there already.
  private record Endless() implements Flow.Subscription {
    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return client.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return client.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return client.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return client.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return client.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return client.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return client.authenticator();
  }

  @Override
  public Version version() {
    return client.version();
  }

  @Override
  public Optional<Executor> executor() {
    return client.executor();
  }

  @Override
  public void close() {
    client.close();
  }
}
