package dev.akin.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Distinct texts, ascending by [String#compareTo], as one block of UTF-8: a text costs its bytes
/// and four more, where a `String` of its own costs about 50. A look-up decodes the few texts that
/// it compares with.
///
/// @param ends where each text ends in `block`; it starts where the one before ends
public record PackedTexts(int[] ends, byte[] block) {
  public PackedTexts {
    int start = 0;
    for (int end : ends) {
      if (end < start || end > block.length) {
        throw new IllegalArgumentException("texts overlap");
      }
      start = end;
    }
    if (start != block.length) {
      throw new IllegalArgumentException("bytes of no text");
    }
  }

  /// @param texts ascending and distinct
  public static PackedTexts of(List<String> texts) {
    byte[][] encoded =
        texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    int[] ends = new int[encoded.length];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end = Math.addExact(end, encoded[i].length);
      ends[i] = end;
    }
    byte[] block = new byte[end];
    for (int i = 0; i < ends.length; i++) {
      System.arraycopy(encoded[i], 0, block, ends[i] - encoded[i].length, encoded[i].length);
    }
    return new PackedTexts(ends, block);
  }

  public int size() {
    return ends.length;
  }

  public String get(int index) {
    int start = index == 0 ? 0 : ends[index - 1];
    return new String(block, start, ends[index] - start, StandardCharsets.UTF_8);
  }

  /// The position of a text, or `-(insertion point) - 1`, like a binary search of the JDK.
  public int find(String text) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = get(middle).compareTo(text);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }
}
