package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.app.CheckKey;
import dev.akin.app.CreateKey;
import dev.akin.app.FakeKeys;
import dev.akin.port.KeyStore.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the samples of `events/authorize`. Their keys are those of a shop whose random source
/// counts bytes from 0, 32 and 64.
class AuthorizeFunctionTest {
  private static final Path SAMPLES = Path.of("events/authorize");

  private final ObjectMapper json = new ObjectMapper();
  private final FakeKeys keys = new FakeKeys();
  private final AuthorizeFunction function = new AuthorizeFunction(new CheckKey(keys));

  @BeforeEach
  void storeTheKeysOfTheSamples() {
    create(0, "browser", Scope.EVENTS_WRITE);
    create(32, "shop", Scope.RECOMMEND_READ);
    create(64, "back office", Scope.ADMIN);
  }

  private String create(int firstByte, String name, Scope scope) {
    SecureRandom counting =
        new SecureRandom() {
          @Override
          public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
              bytes[i] = (byte) (firstByte + i);
            }
          }
        };
    return new CreateKey(keys, counting, InstantSource.fixed(Instant.EPOCH))
        .create(name, Set.of(scope))
        .secret();
  }

  static List<Path> samples() throws IOException {
    try (var files = Files.list(SAMPLES)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.toString().endsWith(".expected.json"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsAnsweredAsExpected(Path sample) throws IOException {
    String expected = sample.getFileName().toString().replace(".json", ".expected.json");
    AuthorizerRequest request = json.readValue(sample.toFile(), AuthorizerRequest.class);

    assertThat((Object) json.valueToTree(function.authorize(request)))
        .isEqualTo(json.readTree(SAMPLES.resolve(expected).toFile()));
  }

  @Test
  void aFaultOfTheStoreIsANo() {
    String secret = create(96, "shop", Scope.ADMIN);
    AuthorizerRequest request = new AuthorizerRequest("POST /events", Map.of("x-api-key", secret));
    assertThat(function.authorize(request).isAuthorized()).isTrue();

    keys.breakDown();

    assertThat(function.authorize(request)).isEqualTo(AuthorizerResponse.refused());
  }

  @Test
  void aRequestWithoutARouteIsRefused() {
    String secret = create(96, "shop", Scope.ADMIN);

    assertThat(function.authorize(new AuthorizerRequest(null, Map.of("x-api-key", secret))))
        .isEqualTo(AuthorizerResponse.refused());
  }

  @Test
  void aRequestWithoutHeadersIsRefused() {
    assertThat(function.authorize(new AuthorizerRequest("POST /events", null)))
        .isEqualTo(AuthorizerResponse.refused());
  }
}
