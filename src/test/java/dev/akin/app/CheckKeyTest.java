package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.app.CheckKey.Allowed;
import dev.akin.app.CheckKey.Forbidden;
import dev.akin.app.CheckKey.Unknown;
import dev.akin.app.CreateKey.Created;
import dev.akin.port.KeyStore;
import dev.akin.port.KeyStore.ApiKey;
import dev.akin.port.KeyStore.Scope;
import dev.akin.port.StorageException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckKeyTest {
  private final FakeKeys keys = new FakeKeys();
  private final CheckKey checkKey = new CheckKey(keys);
  private final CreateKey createKey =
      new CreateKey(keys, new SecureRandom(), InstantSource.fixed(Instant.EPOCH));

  @ParameterizedTest
  @CsvSource({
    "EVENTS_WRITE,   POST /events",
    "RECOMMEND_READ, GET /users/{id}/recommendations",
    "RECOMMEND_READ, POST /recommendations",
    "RECOMMEND_READ, GET /items/popular",
    "RECOMMEND_READ, GET /items/{id}/similar",
    "ADMIN,          POST /events",
    "ADMIN,          GET /items/popular",
    "ADMIN,          PUT /items/{id}",
    "ADMIN,          POST /trainings",
    "ADMIN,          $default",
  })
  void aKeyMayDoWhatItsScopeSays(Scope scope, String route) {
    Created created = createKey.create("shop", Set.of(scope));

    assertThat(checkKey.check(created.secret(), route)).isEqualTo(new Allowed(created.key()));
  }

  @ParameterizedTest
  @CsvSource({
    "EVENTS_WRITE,   GET /users/{id}/recommendations, RECOMMEND_READ",
    "EVENTS_WRITE,   GET /items/{id},                 ADMIN",
    "EVENTS_WRITE,   $default,                        ADMIN",
    "RECOMMEND_READ, POST /events,                    EVENTS_WRITE",
    "RECOMMEND_READ, DELETE /items/{id},              ADMIN",
    "RECOMMEND_READ, POST /releases/{id}/activate,    ADMIN",
    "RECOMMEND_READ, GET /a/route/of/next/year,       ADMIN",
  })
  void aKeyMayDoNothingElse(Scope scope, String route, Scope required) {
    Created created = createKey.create("shop", Set.of(scope));

    assertThat(checkKey.check(created.secret(), route))
        .isEqualTo(new Forbidden(created.key(), required));
  }

  @Test
  void aKeyWithTwoScopesMayDoBoth() {
    String secret =
        createKey.create("shop", Set.of(Scope.EVENTS_WRITE, Scope.RECOMMEND_READ)).secret();

    assertThat(checkKey.check(secret, "POST /events")).isInstanceOf(Allowed.class);
    assertThat(checkKey.check(secret, "GET /items/popular")).isInstanceOf(Allowed.class);
    assertThat(checkKey.check(secret, "GET /items")).isInstanceOf(Forbidden.class);
  }

  @Test
  void aRevokedKeyIsUnknown() {
    Created created = createKey.create("shop", Set.of(Scope.ADMIN));
    keys.revoke(created.key().hash());

    assertThat(checkKey.check(created.secret(), "POST /events")).isEqualTo(new Unknown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "akin_",
        "akin_7chars_",
        "other_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "akin_AAECAwQFBgcICQoLDA0ODxAREhMU FRYXGBkaGxwdHh8",
        "akin_AAECAwQFBgcI,akin_AAECAwQFBgcI",
        "akin_AAECAwQFBgcI\n",
      })
  void whatCannotBeAKeyCostsNoRead(String garbled) {
    assertThat(checkKey.check(garbled, "POST /events")).isEqualTo(new Unknown());
    assertThat(keys.reads()).isZero();
  }

  @Test
  void keysBeyondAnyLengthOfOursCostNoRead() {
    assertThat(checkKey.check("akin_" + "A".repeat(123), "POST /events")).isEqualTo(new Unknown());
    assertThat(keys.reads()).isOne();

    assertThat(checkKey.check("akin_" + "A".repeat(124), "POST /events")).isEqualTo(new Unknown());
    assertThat(keys.reads()).isOne();
  }

  @Test
  void aStoreThatAnswersWithAnotherKeyOpensNothing() {
    ApiKey other = createKey.create("other", Set.of(Scope.ADMIN)).key();
    CheckKey careless = new CheckKey(answering(other));

    assertThat(careless.check("akin_AAECAwQFBgcI", "POST /events")).isEqualTo(new Unknown());
  }

  @Test
  void aFaultOfTheStoreIsNotAnAnswer() {
    String secret = createKey.create("shop", Set.of(Scope.ADMIN)).secret();
    keys.breakDown();

    assertThatThrownBy(() -> checkKey.check(secret, "POST /events"))
        .isInstanceOf(StorageException.class);
  }

  private static KeyStore answering(ApiKey always) {
    return new KeyStore() {
      @Override
      public Optional<ApiKey> find(String hash) {
        return Optional.of(always);
      }

      @Override
      public void put(ApiKey key) {}

      @Override
      public boolean revoke(String hash) {
        return false;
      }

      @Override
      public List<ApiKey> list() {
        return List.of(always);
      }

      @Override
      public byte[] signingSecret(byte[] fresh) {
        return fresh;
      }

      @Override
      public Optional<byte[]> signingSecret() {
        return Optional.empty();
      }
    };
  }
}
