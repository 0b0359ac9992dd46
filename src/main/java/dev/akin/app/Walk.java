package dev.akin.app;

import dev.akin.model.ReleaseId;
import dev.akin.rank.list.BuiltList;
import dev.akin.rank.page.Cursor;
import dev.akin.rank.page.Fingerprint;
import dev.akin.rank.page.Shown;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// One page of a walk through a list.
///
/// @param request what is asked for, see [Walks]
/// @param here where the walk stands; null at its beginning
record Walk(long request, @Nullable Cursor here) {
  /// 0 for the first.
  int page() {
    return here == null ? 0 : here.page();
  }

  /// Of the walk's chance.
  ///
  /// @param fresh for a walk that begins
  long seed(long fresh) {
    return here == null ? fresh : here.seed();
  }

  /// The moment after which scores count no event any more; null for all that there are.
  @Nullable Instant asOf() {
    return here == null ? null : Instant.ofEpochMilli(here.startedAt());
  }

  /// What the pages before have shown, in the numbers of a shelf.
  BitSet taken(Shelf shelf) {
    BitSet taken = new BitSet();
    if (here != null) {
      for (int item : here.shown().numbers()) {
        taken.set(item);
      }
      if (here.shown().marks().length > 0) {
        for (int item = lasting(shelf); item < shelf.size(); item++) {
          taken.set(item, here.shown().marked(mark(shelf, item)));
        }
      }
    }
    return taken;
  }

  /// Where the walk stands after a page; empty if it ends there.
  ///
  /// @param shown what this and the pages before have shown, and what else is not to come again
  /// @param input what the page was made of
  Optional<Cursor> after(BuiltList list, BitSet shown, ListInput input) {
    if (!list.hasMore(shown) || page() == Cursor.LAST_PAGE) {
      return Optional.empty();
    }
    Shelf shelf = input.shelf();
    int lasting = lasting(shelf);
    int[] numbers = shown.stream().filter(item -> item < lasting).toArray();
    LongStream before = here == null ? LongStream.empty() : LongStream.of(here.shown().marks());
    LongStream now = shown.stream().filter(item -> item >= lasting).mapToLong(i -> mark(shelf, i));
    long[] marks = LongStream.concat(before, now).sorted().distinct().toArray();
    if (!Shown.fits(numbers.length, marks.length)) {
      return Optional.empty();
    }
    long startedAt = here == null ? input.visitor().asOf().toEpochMilli() : here.startedAt();
    return Optional.of(
        new Cursor(
            release(shelf),
            request,
            page() + 1,
            input.seed(),
            startedAt,
            new Shown(numbers, marks)));
  }

  /// The release of a cursor; empty while there is none.
  static String release(Shelf shelf) {
    ReleaseId release = shelf.served().id();
    return release == null ? "" : release.value();
  }

  /// From which number on a number means another item after the next change. What stands in for a
  /// release is numbered anew whenever it is read.
  private static int lasting(Shelf shelf) {
    return shelf.served().id() == null ? 0 : shelf.known();
  }

  private static long mark(Shelf shelf, int item) {
    return Fingerprint.of(List.of(shelf.id(item).value()));
  }
}
