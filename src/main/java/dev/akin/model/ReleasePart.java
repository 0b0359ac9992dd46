package dev.akin.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One named part of a release as it is stored: immutable chunks, each small enough for one row.
///
/// @param name lower-case letters and dashes, e.g. `item-factors`
/// @param chunks at most [#MAX_CHUNK_BYTES] each; not copied, not to be changed afterwards
public record ReleasePart(String name, List<byte[]> chunks) {
  /// A DynamoDB row holds 400 KB; the rest is for keys and checksum.
  public static final int MAX_CHUNK_BYTES = 390_000;

  public ReleasePart {
    if (!name.matches("[a-z][a-z-]{0,31}")) {
      throw new IllegalArgumentException("not the name of a part: " + name);
    }
    for (byte[] chunk : chunks) {
      if (chunk.length > MAX_CHUNK_BYTES) {
        throw new IllegalArgumentException(
            "a chunk of part "
                + name
                + " has "
                + chunk.length
                + " bytes, at most "
                + MAX_CHUNK_BYTES);
      }
    }
    chunks = List.copyOf(chunks);
  }

  /// A part that is always read as a whole, cut into as few chunks as possible.
  public static ReleasePart whole(String name, byte[] bytes) {
    List<byte[]> chunks = new ArrayList<>();
    for (int from = 0; from < bytes.length || chunks.isEmpty(); from += MAX_CHUNK_BYTES) {
      chunks.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + MAX_CHUNK_BYTES)));
    }
    return new ReleasePart(name, chunks);
  }

  /// The sum of the chunks' lengths.
  public long bytes() {
    return chunks.stream().mapToLong(chunk -> chunk.length).sum();
  }
}
