package dev.akin.bench;

import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.FoldBuilder;
import dev.akin.evaluate.split.FoldRules;
import dev.akin.evaluate.split.ObservationCollector;
import dev.akin.evaluate.split.Observations;
import dev.akin.evaluate.split.Part;
import dev.akin.math.SeededRandom;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// A folder of MovieLens, which may not be given on and is read from where it lies: `u.data.gz` and
/// `u.item.gz` of MovieLens 100k, of which ratings from 4 on count, or `interactions.tsv.gz` (user
/// and film of every rating) and `movies.dat.gz` of MovieLens 1M.
///
/// The last fifth of the films of everybody with [#FEWEST] or more is hidden, [#MOST_HIDDEN] at
/// most; by time, or where there is none at random.
///
/// @param groups by film: its genres, or its decade
record FilmFolder(Fold fold, Map<String, List<String>> groups) {
  private static final int FEWEST = 10;
  private static final int MOST_HIDDEN = 5;
  private static final long SEED = 1;
  private static final float LIKED = 4;

  /// The genres of MovieLens 100k, in the order of their columns.
  private static final String[] GENRES =
      ("unknown Action Adventure Animation Children's Comedy Crime Documentary Drama Fantasy"
              + " Film-Noir Horror Musical Mystery Romance Sci-Fi Thriller War Western")
          .split(" ");

  static FilmFolder read(Path folder, boolean decades) throws IOException {
    boolean small = Files.exists(folder.resolve("u.data.gz"));
    ObservationCollector pairs = new ObservationCollector();
    for (String line : lines(folder.resolve(small ? "u.data.gz" : "interactions.tsv.gz"))) {
      String[] columns = line.split("\t");
      if (!small || Float.parseFloat(columns[2]) >= LIKED) {
        long time = small ? 1_000 * Long.parseLong(columns[3]) : 0;
        pairs.add(columns[0], columns[1], 1, time, Part.TRAIN);
      }
    }
    Map<String, List<String>> groups = new HashMap<>();
    for (String line : lines(folder.resolve(small ? "u.item.gz" : "movies.dat.gz"))) {
      String[] columns = line.split(small ? "\\|" : "::");
      List<String> genres = small ? marked(columns) : List.of(columns[2].split("\\|"));
      groups.put(columns[0], decades ? decade(columns[1]) : genres);
    }
    Observations all = pairs.build();
    return new FilmFolder(FoldBuilder.build(all, parts(all), FoldRules.DEFAULT), groups);
  }

  /// The groups of every film of the fold.
  List<List<String>> byFilm() {
    return fold.items().ids().stream().map(id -> groups.getOrDefault(id, List.of())).toList();
  }

  private static Part[] parts(Observations all) {
    Part[] parts = new Part[all.size()];
    Arrays.fill(parts, Part.TRAIN);
    for (int user = 0; user < all.users().size(); user++) {
      if (all.size(user) >= FEWEST) {
        int[] rows = IntStream.range(all.starts()[user], all.starts()[user + 1]).toArray();
        new SeededRandom(SEED).split(user).shuffle(rows);
        IntStream.of(rows)
            .boxed()
            .sorted(Comparator.comparingLong((Integer row) -> -all.columns().time()[row]))
            .limit(Math.min(MOST_HIDDEN, rows.length / 5))
            .forEach(row -> parts[row] = Part.TEST);
      }
    }
    return parts;
  }

  private static List<String> marked(String[] columns) {
    int first = columns.length - GENRES.length;
    return IntStream.range(0, GENRES.length)
        .filter(genre -> columns[first + genre].equals("1"))
        .mapToObj(genre -> GENRES[genre])
        .toList();
  }

  /// From the year at the end of a title.
  private static List<String> decade(String title) {
    String text = title.strip();
    return text.matches(".*\\([0-9]{4}\\)")
        ? List.of(text.substring(text.length() - 5, text.length() - 2) + "0s")
        : List.of();
  }

  private static List<String> lines(Path file) throws IOException {
    Charset charset = StandardCharsets.ISO_8859_1;
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), charset))) {
      reader.lines().filter(line -> !line.isEmpty()).forEach(lines::add);
    }
    return lines;
  }
}
