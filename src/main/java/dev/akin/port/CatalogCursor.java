package dev.akin.port;

import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The cursor of a catalogue's pages: the last item's id, opaque to callers. Whatever decodes to an
/// id is a place to start from, whoever made it: there is nothing to gain from forging one.
public final class CatalogCursor {
  private static final String MARK = "i#";

  private CatalogCursor() {}

  public static String after(ItemId last) {
    byte[] bytes = (MARK + last.value()).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The item that the page ended with.
  ///
  /// @throws InvalidFieldException if `cursor` is not one of ours
  public static ItemId last(String cursor) {
    String text = text(cursor);
    if (!text.startsWith(MARK)) {
      throw invalid();
    }
    try {
      return new ItemId(text.substring(MARK.length()));
    } catch (InvalidFieldException _) {
      throw invalid();
    }
  }

  private static String text(String cursor) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException | IllegalArgumentException _) {
      throw invalid();
    }
  }

  private static InvalidFieldException invalid() {
    return new InvalidFieldException(
        "cursor", "invalid", "cursor must be the one that the previous page gave, or left out");
  }
}
