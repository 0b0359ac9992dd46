package dev.akin.local.command;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Shows how far a longer work is: one line that is written over on a terminal, elsewhere a line at
/// every quarter. Safe for concurrent use.
final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 28;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final String name;
  private final long total;
  private final long start;
  private long done;
  private String note = "";
  private long lastDrawn;
  private int quarters;

  /// @param total of what is counted, at least 1
  ProgressBar(PrintStream out, boolean terminal, LongSupplier nanoTime, String name, long total) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.name = name;
    this.total = Math.max(1, total);
    this.start = nanoTime.getAsLong();
    this.lastDrawn = start - REDRAW_NANOS;
  }

  /// On standard output.
  static ProgressBar of(String name, long total) {
    Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    return new ProgressBar(System.out, terminal, System::nanoTime, name, total);
  }

  synchronized void add(long more) {
    at(done + more, note);
  }

  /// @param words about the present step, or empty to show the rate
  synchronized void at(long position, String words) {
    done = Math.min(total, position);
    note = words;
    long now = nanoTime.getAsLong();
    if (terminal && now - lastDrawn >= REDRAW_NANOS) {
      lastDrawn = now;
      out.print("\r" + line(now) + "\u001B[K");
      out.flush();
    } else if (!terminal && 4 * done / total > quarters && done < total) {
      quarters = (int) (4 * done / total);
      out.println(line(now));
    }
  }

  /// Leaves the last state on a line of its own.
  @Override
  public synchronized void close() {
    String line = line(nanoTime.getAsLong());
    out.println(terminal ? "\r" + line + "\u001B[K" : line);
  }

  private String line(long now) {
    int filled = (int) (WIDTH * done / total);
    double seconds = Math.max(1, now - start) / 1e9;
    String right =
        note.isEmpty()
            ? String.format(
                Locale.ROOT, "%,d of %,d, %,.0f/s, %.1f s", done, total, done / seconds, seconds)
            : String.format(Locale.ROOT, "%s, %.1f s", note, seconds);
    return String.format(
        Locale.ROOT,
        "%-9s [%s%s] %3d%%  %s",
        name,
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        100 * done / total,
        right);
  }
}
