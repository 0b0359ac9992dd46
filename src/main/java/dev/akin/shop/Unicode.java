package dev.akin.shop;

/// The one rule for text that comes from outside: it can be written as UTF-8.
final class Unicode {
  private Unicode() {}

  /// The length of `text` in bytes of UTF-8. Refuses an unpaired surrogate: a store would replace
  /// it or refuse the whole batch that the text travels in.
  static int bytes(String field, String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (!Character.isSurrogate(unit)) {
        bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
      } else if (i + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(i + 1))) {
        bytes += 4;
        i++;
      } else {
        throw new InvalidFieldException(
            field, "not_unicode", field + " must be valid Unicode (it has an unpaired surrogate)");
      }
    }
    return bytes;
  }
}
