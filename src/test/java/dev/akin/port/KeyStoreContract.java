package dev.akin.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.port.KeyStore.ApiKey;
import dev.akin.port.KeyStore.Scope;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every key store does.
public abstract class KeyStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-24T03:15:00.123456Z");

  protected abstract KeyStore keys();

  @Test
  void aKeyIsFoundByItsHashUntilItIsRevoked() {
    ApiKey key = key("a", NOW, EnumSet.allOf(Scope.class));
    keys().put(key);
    assertThat(keys().find(key.hash())).contains(key);
    assertThat(keys().find("b".repeat(64))).isEmpty();
    assertThat(keys().revoke(key.hash())).isTrue();
    assertThat(keys().revoke(key.hash())).isFalse();
    assertThat(keys().find(key.hash())).isEmpty();
  }

  @Test
  void puttingAKeyAgainReplacesIt() {
    keys().put(key("a", NOW, Set.of(Scope.ADMIN)));
    ApiKey weaker = key("a", NOW, Set.of());
    keys().put(weaker);
    assertThat(keys().find(weaker.hash())).contains(weaker);
  }

  @Test
  void keysAreListedOldestFirstAndTheSecretIsNotAmongThem() {
    keys().signingSecret(secret(1));
    assertThat(keys().list()).isEmpty();
    ApiKey young = key("a", NOW, Set.of(Scope.EVENTS_WRITE));
    ApiKey old = key("b", NOW.minusSeconds(1), Set.of(Scope.RECOMMEND_READ));
    keys().put(young);
    keys().put(old);
    assertThat(keys().list()).containsExactly(old, young);
  }

  @Test
  void theFirstSecretStays() {
    assertThat(keys().signingSecret()).as("reading makes none").isEmpty();
    assertThat(keys().signingSecret()).isEmpty();
    byte[] fresh = secret(1);
    byte[] stored = keys().signingSecret(fresh);
    assertThat(stored).isEqualTo(secret(1));
    Arrays.fill(fresh, (byte) 0);
    Arrays.fill(stored, (byte) 0);
    assertThat(keys().signingSecret(secret(2))).isEqualTo(secret(1));
    assertThat(keys().signingSecret()).hasValue(secret(1));
    Arrays.fill(keys().signingSecret().orElseThrow(), (byte) 0);
    assertThat(keys().signingSecret()).hasValue(secret(1));
    assertThatThrownBy(() -> keys().signingSecret(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ApiKey key(String digit, Instant createdAt, Set<Scope> scopes) {
    return new ApiKey(digit.repeat(64), "the shop's " + digit, scopes, createdAt);
  }

  private static byte[] secret(int seed) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) seed);
    return secret;
  }
}
