package dev.akin.app;

import dev.akin.port.KeyStore;
import dev.akin.port.KeyStore.ApiKey;
import dev.akin.port.KeyStore.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decides whether a presented API key may use a route. Costs at most one small read.
public final class CheckKey {
  /// Anything else cannot be one of our keys and is not worth a read.
  private static final Pattern KEY =
      Pattern.compile(Pattern.quote(CreateKey.PREFIX) + "[A-Za-z0-9_-]{8,123}");

  private final KeyStore keys;

  public CheckKey(KeyStore keys) {
    this.keys = keys;
  }

  /// What the check found.
  public sealed interface Outcome {}

  /// The key may use the route.
  public record Allowed(ApiKey key) implements Outcome {}

  /// The key exists but lacks the scope that the route asks for.
  public record Forbidden(ApiKey key, Scope required) implements Outcome {}

  /// There is no such key, or it was revoked.
  public record Unknown() implements Outcome {}

  /// @param presented the key as the caller sent it, of any form
  /// @param route method and path template, see [RouteScopes]
  /// @throws dev.akin.port.StorageException if the keys cannot be read: not an answer, so not a yes
  public Outcome check(String presented, String route) {
    if (!KEY.matcher(presented).matches()) {
      return new Unknown();
    }
    String hash = KeyHash.of(presented);
    Optional<ApiKey> found = keys.find(hash).filter(key -> sameHash(key.hash(), hash));
    if (found.isEmpty()) {
      return new Unknown();
    }
    ApiKey key = found.get();
    Scope required = RouteScopes.required(route);
    if (key.scopes().contains(required) || key.scopes().contains(Scope.ADMIN)) {
      return new Allowed(key);
    }
    return new Forbidden(key, required);
  }

  /// Trusts no store's idea of equality, and takes the same time wherever the hashes differ.
  private static boolean sameHash(String stored, String presented) {
    return MessageDigest.isEqual(
        stored.getBytes(StandardCharsets.US_ASCII), presented.getBytes(StandardCharsets.US_ASCII));
  }
}
