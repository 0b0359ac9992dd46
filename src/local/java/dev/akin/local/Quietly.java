package dev.akin.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Keeps off the terminal what DynamoDB Local prints about itself while it starts.
public final class Quietly {
  private Quietly() {}

  /// Some work with its result.
  @FunctionalInterface
  public interface Work<T> {
    T call() throws IOException;
  }

  public static <T> T call(Work<T> work) throws IOException {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      return work.call();
    } finally {
      System.setOut(out);
    }
  }
}
