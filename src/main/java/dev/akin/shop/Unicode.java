package dev.akin.shop;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The one rule for text that comes from outside: it can be written as UTF-8.
final class Unicode {
  private Unicode() {}

  /// The length of `text` in bytes of UTF-8. Refuses an unpaired surrogate: a store would replace
  /// it or refuse the whole batch that the text travels in.
  static int bytes(String field, String text) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)).remaining();
    } catch (CharacterCodingException unpairedSurrogate) {
      throw new InvalidFieldException(
          field, "not_unicode", field + " must be valid Unicode (it has an unpaired surrogate)");
    }
  }
}
