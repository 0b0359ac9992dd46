package dev.akin.rank.page;

import java.util.List;

/// A number that differs between requests that ask for different lists, so that a cursor of one is
/// refused by another.
///
/// FNV-1a on 64 bits (Fowler, Noll and Vo) over the lengths and characters of all parts. Guards
/// against mistakes, not against malice: the seal of the cursor does that. The fingerprint of an
/// item's id is its mark in [Shown].
public final class Fingerprint {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fingerprint() {}

  /// @param parts everything that decides what is on the list: who asks, limit, filter, ... in one
  ///   order; "" for what is not given
  public static long of(List<String> parts) {
    long hash = OFFSET;
    for (String part : parts) {
      hash = (hash ^ part.length()) * PRIME;
      for (int i = 0; i < part.length(); i++) {
        hash = (hash ^ part.charAt(i)) * PRIME;
      }
    }
    return hash;
  }
}
