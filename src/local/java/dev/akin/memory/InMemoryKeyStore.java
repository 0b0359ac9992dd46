package dev.akin.memory;

import dev.akin.port.KeyStore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// API keys and the signing secret in memory.
public final class InMemoryKeyStore implements KeyStore {
  private final Map<String, ApiKey> keys = new HashMap<>();
  private byte @Nullable [] secret;

  @Override
  public synchronized Optional<ApiKey> find(String hash) {
    return Optional.ofNullable(keys.get(hash));
  }

  @Override
  public synchronized void put(ApiKey key) {
    keys.put(key.hash(), key);
  }

  @Override
  public synchronized boolean revoke(String hash) {
    return keys.remove(hash) != null;
  }

  @Override
  public synchronized List<ApiKey> list() {
    return keys.values().stream()
        .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::hash))
        .toList();
  }

  @Override
  public synchronized byte[] signingSecret(byte[] fresh) {
    if (fresh.length != 32) {
      throw new IllegalArgumentException("fresh must have 32 bytes, had " + fresh.length);
    }
    if (secret == null) {
      secret = fresh.clone();
    }
    return secret.clone();
  }

  @Override
  public synchronized Optional<byte[]> signingSecret() {
    return Optional.ofNullable(secret).map(byte[]::clone);
  }
}
