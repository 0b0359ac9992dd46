package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.app.CreateKey.Created;
import dev.akin.port.KeyStore.Scope;
import dev.akin.shop.InvalidFieldException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateKeyTest {
  private static final Instant NOW = Instant.parse("2026-11-24T03:15:00Z");

  private final FakeKeys keys = new FakeKeys();
  private final CreateKey createKey =
      new CreateKey(keys, new SecureRandom(), InstantSource.fixed(NOW));

  @Test
  void onlyTheHashOfAKeyIsStored() {
    Created created = createKey.create("web shop", Set.of(Scope.EVENTS_WRITE));

    assertThat(keys.list()).containsExactly(created.key());
    assertThat(created.key().hash()).isEqualTo(KeyHash.of(created.secret()));
    assertThat(keys.list().toString()).doesNotContain(created.secret());
    assertThat(created.toString()).doesNotContain(created.secret());
  }

  @Test
  void aKeyRemembersWhatItIsForAndSinceWhen() {
    Created created = createKey.create("web shop", EnumSet.allOf(Scope.class));

    assertThat(created.key().name()).isEqualTo("web shop");
    assertThat(created.key().scopes()).containsExactlyInAnyOrder(Scope.values());
    assertThat(created.key().createdAt()).isEqualTo(NOW);
  }

  @Test
  void aKeyIsAPrefixAndAll32RandomBytes() {
    SecureRandom counting =
        new SecureRandom() {
          @Override
          public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
              bytes[i] = (byte) i;
            }
          }
        };

    Created created =
        new CreateKey(keys, counting, InstantSource.fixed(NOW))
            .create("web shop", Set.of(Scope.ADMIN));

    assertThat(created.secret()).isEqualTo("akin_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
  }

  @Test
  void noTwoKeysAreEqual() {
    String first = createKey.create("a", Set.of(Scope.ADMIN)).secret();
    String second = createKey.create("a", Set.of(Scope.ADMIN)).secret();

    assertThat(first).matches("akin_[A-Za-z0-9_-]{43}").isNotEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void aKeyWithoutANameIsRefused(String name) {
    assertThatThrownBy(() -> createKey.create(name, Set.of(Scope.ADMIN)))
        .isInstanceOfSatisfying(
            InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo("name"));
    assertThat(keys.list()).isEmpty();
  }

  @Test
  void aKeyThatMayDoNothingIsRefused() {
    assertThatThrownBy(() -> createKey.create("web shop", Set.of()))
        .isInstanceOfSatisfying(
            InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo("scopes"));
    assertThat(keys.list()).isEmpty();
  }
}
