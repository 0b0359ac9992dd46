package dev.akin.rank.page;

/// Where a walk through a list stands: everything that the next page needs to know.
///
/// It carries the items that were shown, and not an offset: between two pages an item may sell out,
/// a price may pass a filter or a new event may change every score, and an offset into a list that
/// is computed anew would then repeat some items and skip others. What is in [#shown] is never
/// shown again; what is not is a candidate for the next page, so nothing is skipped. Scores may
/// follow the newest events, or be held still by cutting the history at [#startedAt].
///
/// @param release the id of the release that numbers the items, at most [#LONGEST_RELEASE]
///   characters; empty while there is none
/// @param request what was asked for, see [Fingerprint]
/// @param page the next page, 1 for the second
/// @param seed of the walk's chance
/// @param startedAt when the first page was made, epoch milliseconds
/// @param shown what must not come again
public record Cursor(
    String release, long request, int page, long seed, long startedAt, Shown shown) {
  public static final int LONGEST_RELEASE = 128;

  /// Each page but the ones before a far pin shows an item.
  public static final int LAST_PAGE = 2 * Shown.MOST;

  public Cursor {
    if (release.length() > LONGEST_RELEASE) {
      throw new IllegalArgumentException("release of " + release.length() + " characters");
    }
    if (page < 1 || page > LAST_PAGE) {
      throw new IllegalArgumentException("page must be in 1.." + LAST_PAGE + ", was " + page);
    }
  }
}
