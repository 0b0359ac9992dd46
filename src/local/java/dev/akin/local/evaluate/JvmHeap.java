package dev.akin.local.evaluate;

import dev.akin.evaluate.HeapRoom;

/// The heap of this process: what is neither in use nor left for garbage.
final class JvmHeap implements HeapRoom {
  /// A collector cannot work with a full heap.
  private static final int GARBAGE_SHARE = 8;

  private final Runtime runtime = Runtime.getRuntime();

  @Override
  public long free(long wanted) {
    if (unused() < wanted) {
      runtime.gc();
    }
    return unused();
  }

  private long unused() {
    long most = runtime.maxMemory();
    return most - most / GARBAGE_SHARE - (runtime.totalMemory() - runtime.freeMemory());
  }

  /// The size of a heap with so many more bytes to use.
  static long larger(long missing) {
    long more = Math.ceilDiv(missing * GARBAGE_SHARE, GARBAGE_SHARE - 1);
    return Runtime.getRuntime().maxMemory() + more;
  }
}
