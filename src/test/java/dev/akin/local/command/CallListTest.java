package dev.akin.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallListTest {
  private static final URI SHOP = URI.create("http://127.0.0.1:3000");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyCallCarriesAKeyWhereKeysAreAskedFor(boolean keys) {
    List<String> calls = calls(keys);

    assertThat(calls).hasSizeGreaterThan(10);
    assertThat(calls)
        .allSatisfy(call -> assertThat(call.contains("x-api-key: $KEY")).isEqualTo(keys));
  }

  @Test
  void nothingIsLeftToFillInWithoutKeysButARelease() {
    assertThat(CallList.of(SHOP, Optional.empty(), false))
        .contains(SHOP + "/items/mug-1")
        .doesNotContain("{url}", "{user}", "{item}", "$KEY");
  }

  private static List<String> calls(boolean keys) {
    return CallList.of(SHOP, Optional.empty(), keys)
        .lines()
        .filter(line -> line.contains("curl"))
        .toList();
  }
}
