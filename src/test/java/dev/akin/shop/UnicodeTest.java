package dev.akin.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnicodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "a", "\u007f", "\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "é😀x",
        "😀😀"
      })
  void bytesAreThoseThatTheEncoderMakes(String text) {
    assertThat(Unicode.bytes("title", text))
        .isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void halfOfAPairIsRefusedWhereverItStands() {
    for (String text : new String[] {"\ud83d", "a\ud83d", "\ude00", "\ude00\ud83d", "\ud83da"}) {
      assertThatThrownBy(() -> Unicode.bytes("title", text))
          .isInstanceOf(InvalidFieldException.class)
          .hasMessageContaining("unpaired surrogate");
    }
  }
}
