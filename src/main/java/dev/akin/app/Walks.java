package dev.akin.app;

import dev.akin.port.StorageException;
import dev.akin.rank.page.Cursor;
import dev.akin.rank.page.CursorCodec;
import dev.akin.rank.page.CursorReading;
import dev.akin.rank.page.Fingerprint;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads and writes the cursors of lists. Nothing is stored between two pages.
final class Walks {
  private static final String FIELD = "cursor";

  private final CursorCodec codec;

  Walks(Signer signer) {
    codec = new CursorCodec(signer::seal);
  }

  /// What must stay the same from page to page: everything but what is told of an item.
  static long request(HistorySource source, ListOptions options, int trendDays) {
    Narrowing narrowing = options.narrowing();
    return Fingerprint.of(
        List.of(
            source.toString(),
            Integer.toString(options.limit()),
            String.valueOf(options.strategy()),
            String.valueOf(narrowing.category()),
            narrowing.exclude().stream().map(ItemId::value).sorted().toList().toString(),
            Boolean.toString(narrowing.excludeSeen()),
            narrowing.excludeEvents().toString(),
            options.rules().toString(),
            options.tuning().toString() + options.context(),
            Integer.toString(trendDays)));
  }

  /// The page that is asked for.
  ///
  /// @param cursor null for the first
  /// @throws InvalidFieldException if the cursor does not lead on
  /// @throws StorageException if it cannot be checked now
  Walk open(@Nullable String cursor, long request, Moments.Scene scene) {
    if (cursor == null) {
      return new Walk(request, null);
    }
    CursorCodec.Expected expected =
        new CursorCodec.Expected(
            Walk.release(scene.shelf()),
            request,
            scene.now().toEpochMilli(),
            CursorCodec.USUAL_MILLIS);
    return switch (codec.read(cursor, expected)) {
      case CursorReading.Valid valid -> new Walk(request, valid.cursor());
      case CursorReading.Forged _ ->
          throw new InvalidFieldException(
              FIELD,
              "bad_cursor",
              "cursor is not one that an answer of this shop gave; ask again without cursor");
      case CursorReading.OtherRequest _ ->
          throw new InvalidFieldException(
              FIELD,
              "other_request",
              "cursor is of a request with another customer or other options; repeat all of them,"
                  + " limit too, or ask again without cursor");
      case CursorReading.Expired _ ->
          throw new InvalidFieldException(
              FIELD,
              "expired_cursor",
              "cursor is of a walk that began more than 30 minutes ago or in another release; ask"
                  + " again without cursor");
    };
  }

  /// The text of a cursor; null if there is none, or if it cannot be sealed now: a list that ends
  /// too early is better than no list.
  @Nullable String text(Optional<Cursor> cursor) {
    try {
      return cursor.map(codec::write).orElse(null);
    } catch (StorageException unreadable) {
      return null;
    }
  }
}
