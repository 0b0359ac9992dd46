package dev.akin.bench;

import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.FoldBuilder;
import dev.akin.evaluate.split.FoldRules;
import dev.akin.evaluate.split.ObservationCollector;
import dev.akin.evaluate.split.Part;
import dev.akin.evaluate.split.Protocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Pairs of user and item from a file with both in the first two columns, tabs between, packed by
/// gzip if its name ends so: MovieLens, which may not be given on, is read from where it lies.
public final class PairFile {
  private static final double TEST_SHARE = 0.2;

  private PairFile() {}

  /// All pairs as positives, a random fifth of them hidden: as `akin.jar evaluate --protocol random
  /// --seed` has it.
  public static Fold split(Path file, long seed) throws IOException {
    ObservationCollector pairs = new ObservationCollector();
    try (InputStream bytes = open(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] columns = line.split("\t", 3);
        if (columns.length < 2) {
          throw new IOException(file + " has a line without a tab: " + line);
        }
        pairs.add(columns[0], columns[1], 1, 0, Part.TRAIN);
      }
    }
    return FoldBuilder.build(
        pairs.build(), new Protocol.RandomPairs(TEST_SHARE, seed), FoldRules.DEFAULT);
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }
}
