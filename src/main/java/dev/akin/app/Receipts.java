package dev.akin.app;

import dev.akin.port.KeyStore;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Receipts of erasures: signed, so that nobody else can make one, and without the id of who was
/// erased, so that keeping one keeps nothing about them. Whoever knows the id can have it checked.
///
/// Text form: base64url of `1|kind and id hashed|events|sessions|epoch milliseconds`, a dot, and
/// base64url of HMAC-SHA256 over `erasure|` and that text. The hash is HMAC-SHA256 as well, of `u#`
/// or `s#` and the id: a plain one could be undone by hashing all customer numbers. The key is the
/// shop's secret; the two prefixes keep these uses, and recommendation ids, apart.
public final class Receipts {
  private static final String VERSION = "1";
  private static final int MAX_LENGTH = 512;
  private static final int FIELDS = 5;

  private final KeyStore keys;
  private final Supplier<byte[]> random;

  /// @param random gives 32 fresh random bytes, for the very first use in a shop's life
  public Receipts(KeyStore keys, Supplier<byte[]> random) {
    this.keys = keys;
    this.random = random;
  }

  /// What a receipt vouches for.
  ///
  /// @param events how many this erasure deleted, those of the sessions included
  /// @param sessions how many visits of the user were erased with them
  public record Receipt(long events, int sessions, Instant at) {}

  /// @throws dev.akin.port.StorageException if the secret cannot be read
  public String sign(Subject subject, Receipt receipt) {
    byte[] secret = keys.signingSecret(random.get());
    String text =
        String.join(
            "|",
            VERSION,
            hash(subject, secret),
            Long.toString(receipt.events()),
            Integer.toString(receipt.sessions()),
            Long.toString(receipt.at().toEpochMilli()));
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(payload)
        + "."
        + base64.encodeToString(mac("erasure|" + text, secret));
  }

  /// Reads a receipt back; empty if it was not signed here, or about another subject.
  public Optional<Receipt> verify(String receipt, Subject subject) {
    int dot = receipt.indexOf('.');
    if (dot < 0 || receipt.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    byte[] secret = keys.signingSecret(random.get());
    try {
      byte[] payload = Base64.getUrlDecoder().decode(receipt.substring(0, dot));
      byte[] claimed = Base64.getUrlDecoder().decode(receipt.substring(dot + 1));
      String text = new String(payload, StandardCharsets.UTF_8);
      String[] fields = text.split("\\|", -1);
      if (!MessageDigest.isEqual(claimed, mac("erasure|" + text, secret))
          || fields.length != FIELDS
          || !fields[1].equals(hash(subject, secret))) {
        return Optional.empty();
      }
      return Optional.of(
          new Receipt(
              Long.parseLong(fields[2]),
              Integer.parseInt(fields[3]),
              Instant.ofEpochMilli(Long.parseLong(fields[4]))));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static String hash(Subject subject, byte[] secret) {
    String kind = subject instanceof UserId ? "u#" : "s#";
    return HexFormat.of().formatHex(mac("subject|" + kind + subject.value(), secret));
  }

  private static byte[] mac(String text, byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
