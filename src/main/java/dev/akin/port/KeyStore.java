package dev.akin.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// API keys by their hash, and the secret that signs recommendation ids. Keys themselves are never
/// stored.
public interface KeyStore {
  /// @param hash SHA-256 of the key, 64 hex digits
  /// @param name what the key is for, in the shop's words
  record ApiKey(String hash, String name, Set<Scope> scopes, Instant createdAt) {
    public ApiKey {
      if (!hash.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("not a SHA-256 hash");
      }
      scopes = Set.copyOf(scopes);
    }
  }

  /// What a key may do.
  enum Scope {
    /// Send events; safe to show in a browser.
    EVENTS_WRITE("events:write"),
    /// Read recommendations and lists.
    RECOMMEND_READ("recommend:read"),
    /// Everything, the catalogue and trainings included.
    ADMIN("admin");

    private final String word;

    Scope(String word) {
      this.word = word;
    }

    /// The word on the wire and in the store.
    public String word() {
      return word;
    }
  }

  Optional<ApiKey> find(String hash);

  void put(ApiKey key);

  /// @return whether there was such a key
  boolean revoke(String hash);

  List<ApiKey> list();

  /// The shop's secret for signing recommendation ids.
  ///
  /// @param fresh 32 random bytes to store if there is none yet
  /// @return the stored secret: the same for every caller, whoever was first
  byte[] signingSecret(byte[] fresh);

  /// The same if there is one already; makes none.
  Optional<byte[]> signingSecret();
}
