package dev.akin.app;

import dev.akin.model.ReleaseId;
import dev.akin.port.KeyStore;
import dev.akin.port.StorageException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Signs recommendation ids and cursors with the shop's secret, which is read once per sandbox.
public final class Signer {
  private final KeyStore keys;
  private final Supplier<byte[]> random;
  private byte @Nullable [] secret;

  /// @param random gives 32 fresh random bytes, for the very first use in a shop's life
  public Signer(KeyStore keys, Supplier<byte[]> random) {
    this.keys = keys;
    this.random = random;
  }

  /// The signed token of an answer; null while the secret cannot be read: an answer matters more
  /// than its attribution, and a token that nobody can verify would cost the events that bring it
  /// back.
  public @Nullable String sign(@Nullable ReleaseId release, String strategy, Instant now) {
    try {
      return new RecommendationToken(release, strategy, now).sign(secret());
    } catch (StorageException unreadable) {
      return null;
    }
  }

  /// The seal of some bytes, which nobody else can make: 12 bytes. They must not begin like a
  /// recommendation id's, with `1|`.
  ///
  /// @throws StorageException if the secret cannot be read
  public byte[] seal(byte[] bytes) {
    return RecommendationToken.mac(bytes, secret());
  }

  /// Reads the recommendation ids that this shop signed, for one batch; nothing for any other text.
  /// The secret is read once in a sandbox, when an id is first asked about, and while there is none
  /// once for each batch. None is made: a shop without one has signed nothing. Not safe for
  /// concurrent use.
  ///
  /// @return throws StorageException while the secret cannot be read
  public Function<String, Optional<RecommendationToken>> reader() {
    return new Function<>() {
      private @Nullable Optional<byte[]> key;

      @Override
      public Optional<RecommendationToken> apply(String id) {
        Optional<byte[]> read = key == null ? stored() : key;
        key = read;
        return read.flatMap(known -> RecommendationToken.verify(id, known));
      }
    };
  }

  private synchronized Optional<byte[]> stored() {
    if (secret == null) {
      secret = keys.signingSecret().orElse(null);
    }
    return Optional.ofNullable(secret);
  }

  private synchronized byte[] secret() {
    byte[] known = secret;
    if (known == null) {
      known = keys.signingSecret(random.get());
      secret = known;
    }
    return known;
  }
}
