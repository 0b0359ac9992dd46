package dev.akin.rank.page;

import dev.akin.model.BinaryReader;
import dev.akin.model.BinaryWriter;
import dev.akin.model.UnreadableModelException;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.function.UnaryOperator;

/// The text form of a cursor: base64url of its bytes, a dot, base64url of their seal.
///
/// The bytes are kind `CURS`, version 1, release (string), request, page, seed, startedAt, the
/// count of shown items that are numbered, as one byte array the steps between their numbers, seven
/// bits a byte, low bits first, the highest bit meaning that more follow, and the marks of the
/// others. The kind comes first, so the seal of a cursor is never the seal of anything else that
/// the same secret signs. Nothing is decoded before the seal has been checked, in a time that does
/// not depend on where it differs.
public final class CursorCodec {
  /// Of a text. No cursor within its bounds is longer.
  public static final int LONGEST_TEXT = 8192;

  /// How long a walk may take: as long as Recombee's.
  public static final long USUAL_MILLIS = 30 * 60 * 1000L;

  private static final String KIND = "CURS";
  private static final int VERSION = 1;
  private static final int STEP_BITS = 7;
  private static final int LAST_SHIFT = 28;

  private final UnaryOperator<byte[]> seal;

  /// @param seal a keyed hash, e.g. HMAC-SHA256 cut to 12 bytes; the same bytes for the same bytes,
  ///   at least 8 and at most 64 of them
  public CursorCodec(UnaryOperator<byte[]> seal) {
    this.seal = seal;
  }

  public String write(Cursor cursor) {
    BinaryWriter out = new BinaryWriter(KIND, VERSION);
    out.writeString(cursor.release());
    out.writeLong(cursor.request());
    out.writeInt(cursor.page());
    out.writeLong(cursor.seed());
    out.writeLong(cursor.startedAt());
    out.writeInt(cursor.shown().numbers().length);
    out.writeBytes(steps(cursor.shown().numbers()));
    out.writeLongs(cursor.shown().marks());
    byte[] payload = out.toBytes();
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(payload) + "." + base64.encodeToString(seal.apply(payload));
  }

  /// Reads a text back, whatever it is.
  public CursorReading read(String text, Expected expected) {
    int dot = text.indexOf('.');
    if (dot < 0 || text.length() > LONGEST_TEXT) {
      return new CursorReading.Forged();
    }
    try {
      byte[] payload = Base64.getUrlDecoder().decode(text.substring(0, dot));
      byte[] claimed = Base64.getUrlDecoder().decode(text.substring(dot + 1));
      return MessageDigest.isEqual(claimed, seal.apply(payload))
          ? judged(cursor(payload), expected)
          : new CursorReading.Forged();
    } catch (IllegalArgumentException | UnreadableModelException _) {
      return new CursorReading.Forged();
    }
  }

  /// What a cursor must fit.
  ///
  /// @param release the id of the release that serves, empty if there is none
  /// @param request the fingerprint of what is asked for now
  /// @param now epoch milliseconds
  /// @param longestMillis how old a walk may be, see [#USUAL_MILLIS]
  public record Expected(String release, long request, long now, long longestMillis) {}

  private static CursorReading judged(Cursor cursor, Expected expected) {
    if (cursor.request() != expected.request()) {
      return new CursorReading.OtherRequest();
    }
    boolean late = expected.now() - cursor.startedAt() > expected.longestMillis();
    return late || !cursor.release().equals(expected.release())
        ? new CursorReading.Expired()
        : new CursorReading.Valid(cursor);
  }

  private static Cursor cursor(byte[] payload) {
    BinaryReader in = new BinaryReader(payload, KIND, VERSION);
    String release = in.readString();
    long request = in.readLong();
    int page = in.readInt();
    long seed = in.readLong();
    long startedAt = in.readLong();
    int count = in.readInt();
    in.require(count >= 0 && count <= Shown.MOST, count + " items shown");
    int[] numbers = items(in.readBytes(), count);
    long[] marks = in.readLongs();
    in.end();
    return new Cursor(release, request, page, seed, startedAt, new Shown(numbers, marks));
  }

  private static byte[] steps(int[] items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2 * items.length);
    int last = 0;
    for (int item : items) {
      int step = item - last;
      while (step >= 1 << STEP_BITS) {
        out.write(step & 0x7f | 0x80);
        step >>>= STEP_BITS;
      }
      out.write(step);
      last = item;
    }
    return out.toByteArray();
  }

  private static int[] items(byte[] steps, int count) {
    int[] items = new int[count];
    int from = 0;
    int last = 0;
    for (int i = 0; i < count; i++) {
      int step = 0;
      int shift = 0;
      boolean more = true;
      while (more) {
        if (from == steps.length || shift > LAST_SHIFT) {
          throw new IllegalArgumentException("damaged steps");
        }
        byte next = steps[from++];
        step |= (next & 0x7f) << shift;
        shift += STEP_BITS;
        more = next < 0;
      }
      last += step;
      items[i] = last;
    }
    if (from != steps.length) {
      throw new IllegalArgumentException("too many steps");
    }
    return items;
  }
}
