package dev.akin.app;

import dev.akin.port.KeyStore;
import dev.akin.port.KeyStore.ApiKey;
import dev.akin.port.KeyStore.Scope;
import dev.akin.shop.InvalidFieldException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;

/// Makes API keys. The key itself leaves the system once, in the answer; only its hash is stored,
/// so a lost key cannot be read back and is replaced by a new one.
public final class CreateKey {
  /// Lets people and secret scanners recognise a key.
  public static final String PREFIX = "akin_";

  private static final int RANDOM_BYTES = 32;
  private static final int MAX_NAME = 100;

  private final KeyStore keys;
  private final SecureRandom random;
  private final InstantSource clock;

  public CreateKey(KeyStore keys, SecureRandom random, InstantSource clock) {
    this.keys = keys;
    this.random = random;
    this.clock = clock;
  }

  /// A new key.
  ///
  /// @param secret what the caller sends as `x-api-key`; to be shown once and kept nowhere
  /// @param key what was stored
  public record Created(String secret, ApiKey key) {
    /// Leaves the secret out, so that no log line can hold it by accident.
    @Override
    public String toString() {
      return "Created[key=" + key + "]";
    }
  }

  /// @param name what the key is for, 1 to 100 characters
  /// @param scopes at least one
  /// @throws InvalidFieldException if the name or the scopes are not like that
  public Created create(String name, Set<Scope> scopes) {
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new InvalidFieldException(
          "name", "bad_length", "name must say in 1 to " + MAX_NAME + " characters what it is for");
    }
    if (scopes.isEmpty()) {
      throw new InvalidFieldException(
          "scopes", "missing", "give at least one of events:write, recommend:read, admin");
    }
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ApiKey key = new ApiKey(KeyHash.of(secret), name, scopes, clock.instant());
    keys.put(key);
    return new Created(secret, key);
  }
}
