package dev.akin.app;

import dev.akin.shop.Action;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Names an event that the shop gave no id, by what it says: the same words, the same id. 64 bits
/// of SHA-256 in 11 characters, which tell apart the few events of one subject and time with
/// certainty enough.
final class EventIdentity {
  private EventIdentity() {}

  static String of(EventDraft draft) {
    MessageDigest digest = sha256();
    add(digest, draft.user() == null ? null : draft.user().value());
    add(digest, draft.session() == null ? null : draft.session().value());
    add(digest, draft.item().value());
    add(digest, draft.time() == null ? null : Long.toString(draft.time().toEpochMilli()));
    add(digest, words(draft.action()));
    add(digest, draft.attribution().recommendationId());
    add(digest, Integer.toString(draft.attribution().impression().size()));
    draft.attribution().impression().forEach(item -> add(digest, item.value()));
    for (Map.Entry<String, String> entry :
        new TreeMap<>(draft.attribution().context()).entrySet()) {
      add(digest, entry.getKey());
      add(digest, entry.getValue());
    }
    byte[] first = Arrays.copyOf(digest.digest(), Long.BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(first);
  }

  /// All that an action says.
  private static String words(Action action) {
    return switch (action) {
      case Action.View _ -> "view";
      case Action.Click _ -> "click";
      case Action.Like _ -> "like";
      case Action.Dislike _ -> "dislike";
      case Action.Cart cart -> "cart " + cart.quantity() + " " + cart.price();
      case Action.Purchase bought -> "purchase " + bought.quantity() + " " + bought.price();
      case Action.Return back -> "return " + back.quantity() + " " + back.price();
      case Action.Rate rate -> "rate " + rate.value();
    };
  }

  /// Length first, so that no two sequences of texts run together into the same bytes.
  private static void add(MessageDigest digest, @Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    int length = text == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
