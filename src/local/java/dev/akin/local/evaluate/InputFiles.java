package dev.akin.local.evaluate;

import dev.akin.evaluate.split.ObservationCollector;
import dev.akin.evaluate.split.Observations;
import dev.akin.evaluate.split.Part;
import dev.akin.learn.ItemText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the interactions come from.
final class InputFiles {
  /// More folds than anybody makes.
  private static final int MOST_FOLDS = 100;

  @Option(
      names = "--data",
      paramLabel = "FILE|DIR",
      description = "interactions to be split; a folder of `up --data` for the events of a shop")
  @Nullable Path data;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = "interactions to learn from; again for every further fold")
  List<Path> train = List.of();

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "interactions to be found again; as many as --train")
  List<Path> test = List.of();

  @Option(
      names = "--folds",
      paramLabel = "PREFIX",
      description = "given folds PREFIX1.base, PREFIX1.test, PREFIX2.base, ..., gzipped or not")
  @Nullable Path folds;

  @Option(
      names = "--format",
      paramLabel = "COLUMNS",
      description =
          "columns in order, e.g. user,item,value,timestamp, or online-retail; found out if not"
              + " given")
  @Nullable String format;

  @Option(names = "--skip-bad-lines", description = "count unreadable lines instead of stopping")
  boolean skipBadLines;

  @Option(
      names = "--scale-to-unit",
      description = "values become 0 for the smallest and 1 for the largest of all")
  boolean scaleToUnit;

  /// What was read.
  ///
  /// @param folds one if it is still to be split
  /// @param given whether the files said what is tested
  /// @param skipped lines and events that were left out, by reason
  /// @param texts what the shop's catalogue says, by item id
  record Input(
      List<Observations> folds,
      String description,
      boolean given,
      Map<String, Long> skipped,
      Map<String, ItemText> texts) {}

  Input read() {
    Map<String, Long> skipped = new TreeMap<>();
    if (data != null && train.isEmpty() && test.isEmpty() && folds == null) {
      return split(data, skipped);
    }
    if (data == null && folds != null && train.isEmpty() && test.isEmpty()) {
      List<Path> bases = numbered(folds, ".base");
      List<Path> tests = numbered(folds, ".test");
      return given(bases, tests, name(folds) + ", " + bases.size() + " folds", skipped);
    }
    if (data == null && folds == null && !train.isEmpty() && train.size() == test.size()) {
      String description =
          train.size() == 1
              ? name(train.getFirst()) + " and " + name(test.getFirst())
              : train.size() + " folds, the first " + name(train.getFirst());
      return given(train, test, description, skipped);
    }
    throw new BadInputException(
        "give either --data FILE, or --train FILE and --test FILE (as many of each), or --folds"
            + " PREFIX");
  }

  private Input split(Path source, Map<String, Long> skipped) {
    ObservationCollector rows = new ObservationCollector();
    Map<String, ItemText> texts = Map.of();
    if (Files.isDirectory(source)) {
      requireTables(source);
      StoredEvents events = StoredEvents.read(source, rows);
      texts = events.texts();
      skipped.merge("events against an item", events.against(), Long::sum);
      if (rows.size() == 0) {
        throw new BadInputException(source + ": no events in it; load some with `load`");
      }
    } else {
      read(source, rows, Part.TRAIN, skipped);
    }
    return new Input(scaled(List.of(rows.build())), name(source), false, skipped, texts);
  }

  /// Opening any other folder would make tables in it.
  private static void requireTables(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      if (files.noneMatch(file -> name(file).endsWith(".db"))) {
        throw new BadInputException(
            folder + ": is a folder without tables; give a file, or the folder of `up --data`");
      }
    } catch (IOException failed) {
      throw new BadInputException(folder + ": cannot be read: " + failed.getMessage());
    }
  }

  private Input given(
      List<Path> bases, List<Path> tests, String description, Map<String, Long> skipped) {
    List<Observations> all = new ArrayList<>();
    for (int fold = 0; fold < bases.size(); fold++) {
      ObservationCollector rows = new ObservationCollector();
      read(bases.get(fold), rows, Part.TRAIN, skipped);
      read(tests.get(fold), rows, Part.TEST, skipped);
      all.add(rows.build());
      skipped.merge("tested pairs that training has too", rows.overlaps(), Long::sum);
    }
    return new Input(scaled(all), description, true, skipped, Map.of());
  }

  private List<Observations> scaled(List<Observations> all) {
    return scaleToUnit ? UnitScale.of(all).apply(all) : all;
  }

  private void read(Path file, ObservationCollector rows, Part part, Map<String, Long> skipped) {
    InteractionFile reader = new InteractionFile(file, format, skipBadLines, rows, part);
    skipped.merge("unreadable lines", reader.read(), Long::sum);
    if (reader.passedOver() > 0) {
      skipped.merge("lines that are no purchases", reader.passedOver(), Long::sum);
    }
  }

  /// The files of all folds: `prefix1.base`, `prefix2.base`, ..., each as it is or gzipped.
  private static List<Path> numbered(Path prefix, String ending) {
    List<Path> files = new ArrayList<>();
    for (int fold = 1; fold <= MOST_FOLDS; fold++) {
      Path plain = prefix.resolveSibling(name(prefix) + fold + ending);
      Path zipped = prefix.resolveSibling(name(prefix) + fold + ending + ".gz");
      if (!Files.exists(plain) && !Files.exists(zipped)) {
        break;
      }
      files.add(Files.exists(plain) ? plain : zipped);
    }
    if (files.isEmpty()) {
      throw new BadInputException("--folds: there is no file " + prefix + "1" + ending);
    }
    return files;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
