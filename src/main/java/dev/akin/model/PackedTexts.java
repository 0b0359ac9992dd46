package dev.akin.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Distinct texts, ascending by [String#compareTo], as one block of UTF-8: a text costs its bytes
/// and four more, where a `String` of its own costs about 50. A look-up compares bytes and decodes
/// nothing; it searches a copy of every 32nd text first, and so on above, because the steps of one
/// search over everything would each wait for memory. Immutable by convention: the arrays are
/// neither copied nor to be changed.
public final class PackedTexts {
  private static final int STEP = 32;

  private final int[] ends;
  private final byte[] block;
  private final @Nullable PackedTexts fences;

  /// @param ends where each text ends in `block`; it starts where the one before ends
  public PackedTexts(int[] ends, byte[] block) {
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
    this.ends = ends;
    this.block = block;
    fences = ends.length > STEP ? fences() : null;
  }

  private PackedTexts fences() {
    byte[][] every = new byte[(ends.length + STEP - 1) / STEP][];
    for (int n = 0; n < every.length; n++) {
      every[n] = Arrays.copyOfRange(block, start(n * STEP), ends[n * STEP]);
    }
    return of(every);
  }

  /// @param texts ascending and distinct
  public static PackedTexts of(List<String> texts) {
    byte[][] encoded =
        texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    return of(encoded);
  }

  private static PackedTexts of(byte[][] encoded) {
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

  /// Where each text ends in [#block].
  int[] ends() {
    return ends;
  }

  byte[] block() {
    return block;
  }

  public String get(int index) {
    int start = start(index);
    return new String(block, start, ends[index] - start, StandardCharsets.UTF_8);
  }

  /// All of them, in their order.
  public String[] toArray() {
    String[] texts = new String[size()];
    Arrays.setAll(texts, this::get);
    return texts;
  }

  /// The position of a text, or `-(insertion point) - 1`, like a binary search of the JDK.
  public int find(String text) {
    return find(text.getBytes(StandardCharsets.UTF_8));
  }

  private int find(byte[] wanted) {
    if (fences == null) {
      return find(wanted, 0, size());
    }
    int fence = fences.find(wanted);
    if (fence >= 0) {
      return fence * STEP;
    }
    int next = (-fence - 1) * STEP;
    return next == 0 ? -1 : find(wanted, next - STEP + 1, Math.min(next, size()));
  }

  private int find(byte[] wanted, int from, int to) {
    int low = from;
    int high = to - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, wanted);
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

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  private int compare(int index, byte[] wanted) {
    int start = start(index);
    int end = ends[index];
    int at = Arrays.mismatch(block, start, end, wanted, 0, wanted.length);
    if (at < 0) {
      return 0;
    }
    if (at == end - start || at == wanted.length) {
      return end - start - wanted.length;
    }
    return rank(block[start + at]) - rank(wanted[at]);
  }

  /// Where a byte comes in the order of UTF-16: as in UTF-8, but that the characters of two
  /// surrogates (bytes from F0 on) come before U+E000 to U+FFFF (EE and EF).
  private static int rank(byte part) {
    int value = part & 0xff;
    return value == 0xee || value == 0xef ? value + 0x10 : value;
  }
}
