package dev.akin.local;

import java.util.Locale;

/// What the virtual machine may use for objects, in words.
public final class HeapSpace {
  private static final long MEGABYTE = 1L << 20;

  private HeapSpace() {}

  /// One line on what ran out and how to get more of it. Threads run out with the same error.
  public static String exhausted(OutOfMemoryError full) {
    String what = String.valueOf(full.getMessage());
    if (what.toLowerCase(Locale.ROOT).contains("thread")) {
      return what;
    }
    long most = Runtime.getRuntime().maxMemory();
    return "out of memory: the heap of " + megabytes(most) + " is full; " + remedy(2 * most);
  }

  /// How to get a heap of at least so many bytes.
  public static String remedy(long bytes) {
    return "give more: java -Xmx" + Math.ceilDiv(bytes, MEGABYTE) + "m -jar akin.jar ...";
  }

  public static String megabytes(long bytes) {
    return Math.ceilDiv(bytes, MEGABYTE) + " MB";
  }
}
