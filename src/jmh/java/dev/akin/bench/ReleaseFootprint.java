package dev.akin.bench;

import dev.akin.model.Release;
import dev.akin.model.ReleaseCodec;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.model.ReleasePart;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What a release of 100,000 items takes in memory once it is loaded, and how long a process that
/// has just started takes to decode it: `ReleaseFootprint [items [factors]]`. Live heap after
/// collections; the bytes that were decoded are not in it.
public final class ReleaseFootprint {
  private static final int LOADS = 12;

  private ReleaseFootprint() {}

  public static void main(String[] arguments) {
    int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int factors = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
    List<ReleasePart> encoded = ReleaseCodec.encode(GeneratedRelease.of(items, factors, 1));
    encoded.forEach(ReleaseFootprint::print);
    ReleaseManifest manifest =
        ReleaseCodec.manifest(
            encoded, GeneratedRelease.NOW, 1, "blend", new TrainingCounts(1, 1, 1, 1, 0), "{}");
    Map<String, byte[]> parts = GeneratedRelease.bytes(encoded);
    encoded = List.of();
    for (int load = 1; load <= LOADS; load++) {
      long before = liveHeap();
      long start = System.nanoTime();
      Release release =
          ReleaseCodec.decode(manifest, name -> Objects.requireNonNull(parts.get(name)));
      double millis = (System.nanoTime() - start) / 1e6;
      System.out.printf(
          Locale.ROOT,
          "load %2d: %6.1f ms, %5.1f MB live heap, %d items%n",
          load,
          millis,
          (liveHeap() - before) / 1e6,
          release.catalogue().size());
    }
    System.out.printf(
        Locale.ROOT,
        "load of the machine %.1f%n",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static void print(ReleasePart part) {
    long units = part.chunks().stream().mapToLong(chunk -> (chunk.length + 1123) / 1024).sum();
    System.out.printf(
        Locale.ROOT,
        "%-20s %,12d bytes in %,6d rows, %,7d write units%n",
        part.name(),
        part.bytes(),
        part.chunks().size(),
        units);
  }

  private static long liveHeap() {
    for (int pass = 0; pass < 3; pass++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
