package dev.akin.port;

import dev.akin.shop.Event;
import dev.akin.shop.InvalidFieldException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The place of an event in the history of its subject, and as such the cursor of the pages of a
/// history: opaque to callers. It says nothing of whose history it is, so there is nothing to gain
/// from forging one.
///
/// @param millis of the event's time, since 1970
public record EventCursor(long millis, String eventId) {
  private static final int TIME_DIGITS = 13;
  private static final int MAX_TEXT = 1_000;

  public static EventCursor of(Event event) {
    return new EventCursor(event.time().toEpochMilli(), event.id());
  }

  /// Reads what [#text()] wrote.
  ///
  /// @throws InvalidFieldException if `text` is not one of ours
  public static EventCursor read(String text) {
    try {
      if (text.length() > MAX_TEXT) {
        throw invalid();
      }
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      String plain = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      if (!plain.matches("(?s)[0-9]{" + TIME_DIGITS + "}#.+")) {
        throw invalid();
      }
      return new EventCursor(
          Long.parseLong(plain.substring(0, TIME_DIGITS)), plain.substring(TIME_DIGITS + 1));
    } catch (CharacterCodingException | IllegalArgumentException _) {
      throw invalid();
    }
  }

  /// The cursor of the page that begins after this event.
  public String text() {
    String plain = digits() + "#" + eventId;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private String digits() {
    String digits = Long.toString(millis);
    return "0".repeat(TIME_DIGITS - digits.length()) + digits;
  }

  private static InvalidFieldException invalid() {
    return new InvalidFieldException(
        "cursor", "invalid", "cursor must be the one that the previous page gave, or left out");
  }
}
