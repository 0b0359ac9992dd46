package dev.akin.rank.page;

import java.util.Arrays;
import java.util.BitSet;

/// Where a walk through a list stands: everything that the next page needs to know.
///
/// It carries the items that were shown, and not an offset: between two pages an item may sell out,
/// a price may pass a filter or a new event may change every score, and an offset into a list that
/// is computed anew would then repeat some items and skip others. What is in [#shown] is never
/// shown again; what is not is a candidate for the next page, so nothing is skipped. Scores may
/// follow the newest events, or be held still by cutting the history at [#startedAt].
///
/// | bound | value | why |
/// |---|---|---|
/// | [#MOST_SHOWN] | 1,000 items | a walk ends there; nobody pages further, and the text stays a parameter of a URL: about 2.8 KB for 1,000 of 1,000,000 items |
/// | [#LONGEST_RELEASE] | 128 characters | |
///
/// @param release the id of the release that numbers the items
/// @param request what was asked for, see [Fingerprint]
/// @param page the next page, 1 for the second
/// @param seed of the walk's chance
/// @param startedAt when the first page was made, epoch milliseconds
/// @param shown numbers of items, ascending and distinct; not copied
public record Cursor(
    String release, long request, int page, long seed, long startedAt, int[] shown) {
  public static final int MOST_SHOWN = 1000;
  public static final int LONGEST_RELEASE = 128;

  public Cursor {
    if (release.length() > LONGEST_RELEASE) {
      throw new IllegalArgumentException("release of " + release.length() + " characters");
    }
    if (page < 1 || page > MOST_SHOWN) {
      throw new IllegalArgumentException("page must be in 1.." + MOST_SHOWN + ", was " + page);
    }
    if (shown.length > MOST_SHOWN) {
      throw new IllegalArgumentException(shown.length + " items shown, at most " + MOST_SHOWN);
    }
    for (int i = 0; i < shown.length; i++) {
      if (shown[i] < 0 || (i > 0 && shown[i] <= shown[i - 1])) {
        throw new IllegalArgumentException("shown items must be ascending, from 0");
      }
    }
  }

  /// The cursor after one more page.
  ///
  /// @param all everything shown so far, that page included
  public Cursor next(BitSet all) {
    return new Cursor(release, request, page + 1, seed, startedAt, all.stream().toArray());
  }

  /// The shown items as a set in a new object.
  public BitSet taken() {
    BitSet taken = new BitSet();
    for (int item : shown) {
      taken.set(item);
    }
    return taken;
  }

  /// Whether the walk has a page left after this many items.
  public static boolean reaches(int items) {
    return items < MOST_SHOWN;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cursor that
        && release.equals(that.release)
        && request == that.request
        && page == that.page
        && seed == that.seed
        && startedAt == that.startedAt
        && Arrays.equals(shown, that.shown);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * release.hashCode() + Long.hashCode(request)) + Arrays.hashCode(shown);
  }
}
