package dev.akin.app;

import dev.akin.model.ReleaseId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The recommendation id: what an answer was made of, signed so that an event can prove where it
/// came from without anything being stored.
///
/// Text form: base64url of `1|release|strategy|epoch milliseconds`, a dot, and base64url of the
/// first 12 bytes of HMAC-SHA256 over that text. About 80 characters; forging one takes 2^96
/// guesses.
///
/// @param release the release that answered, or null while there was none
public record RecommendationToken(@Nullable ReleaseId release, String strategy, Instant time) {
  /// How long after an answer events can still have come from it: 30 days.
  public static final Duration ATTRIBUTABLE = Duration.ofDays(30);

  private static final String VERSION = "1";
  private static final int MAC_BYTES = 12;
  private static final int FIELDS = 4;

  /// Signs this token with `secret` (32 bytes).
  public String sign(byte[] secret) {
    String text =
        String.join(
            "|",
            VERSION,
            release == null ? "" : release.value(),
            strategy,
            Long.toString(time.toEpochMilli()));
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(payload) + "." + base64.encodeToString(mac(payload, secret));
  }

  /// Reads a token back; empty if it was not signed with `secret`, or is something else that was,
  /// such as a cursor.
  public static Optional<RecommendationToken> verify(String signed, byte[] secret) {
    int dot = signed.indexOf('.');
    if (dot < 0 || signed.length() > 512) {
      return Optional.empty();
    }
    try {
      byte[] payload = Base64.getUrlDecoder().decode(signed.substring(0, dot));
      byte[] claimed = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
      if (!MessageDigest.isEqual(claimed, mac(payload, secret))) {
        return Optional.empty();
      }
      String[] fields = new String(payload, StandardCharsets.UTF_8).split("\\|", -1);
      if (fields.length != FIELDS || !fields[0].equals(VERSION)) {
        return Optional.empty();
      }
      return Optional.of(
          new RecommendationToken(
              fields[1].isEmpty() ? null : new ReleaseId(fields[1]),
              fields[2],
              Instant.ofEpochMilli(Long.parseLong(fields[3]))));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /// Whether an event of `moment` is too late to have come from this answer. Asked with the event's
  /// own time, so that exported events can be loaded again however old the answer is by then.
  public boolean expiredAt(Instant moment) {
    return moment.isAfter(time.plus(ATTRIBUTABLE));
  }

  /// The first 12 bytes of HMAC-SHA256.
  static byte[] mac(byte[] payload, byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return Arrays.copyOf(mac.doFinal(payload), MAC_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
