package dev.akin.local.evaluate;

import dev.akin.evaluate.split.FoldRules;
import dev.akin.evaluate.split.FoldRules.UnknownItems;
import dev.akin.evaluate.split.ObservationCollector;
import dev.akin.evaluate.split.Observations;
import dev.akin.evaluate.split.Part;
import dev.akin.evaluate.split.Protocol;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the interactions come from and how they are split.
final class InputOptions {
  @Option(names = "--data", paramLabel = "FILE", description = "interactions to be split")
  @Nullable Path data;

  @Option(names = "--train", paramLabel = "FILE", description = "interactions to learn from")
  @Nullable Path train;

  @Option(names = "--test", paramLabel = "FILE", description = "interactions to be found again")
  @Nullable Path test;

  @Option(
      names = "--format",
      paramLabel = "COLUMNS",
      description = "columns in order, e.g. user,item,value,timestamp; found out if not given")
  @Nullable String format;

  @Option(names = "--skip-bad-lines", description = "count unreadable lines instead of stopping")
  boolean skipBadLines;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      defaultValue = "per-user",
      description =
          "random, per-user, leave-last-one-out, time or strong (default: ${DEFAULT-VALUE})")
  String protocol = "per-user";

  @Option(
      names = "--test-share",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description = "share that is tested (default: ${DEFAULT-VALUE})")
  double testShare = 0.2;

  @Option(
      names = "--test-days",
      paramLabel = "DAYS",
      description = "with --protocol time: test the last days instead of a share of the events")
  @Nullable Integer testDays;

  @Option(
      names = "--held-out-users",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description = "with --protocol strong: share of the users held out (${DEFAULT-VALUE})")
  double heldOutUsers = 0.2;

  @Option(
      names = "--positive-from",
      paramLabel = "VALUE",
      description = "only values from here on count as liked, e.g. 4 of 5 stars; default: all")
  @Nullable Float positiveFrom;

  @Option(names = "--weighted", description = "use values as strengths instead of 1 for all")
  boolean weighted;

  @Option(
      names = "--new-users",
      description = "test users without any history too, with an empty one")
  boolean newUsers;

  @Option(
      names = "--drop-unknown-items",
      description = "leave hidden items out that no training saw, instead of counting a miss")
  boolean dropUnknownItems;

  /// What was read.
  ///
  /// @param given whether the files said what is tested
  record Input(Observations observations, String description, boolean given, long skippedLines) {}

  Input read() {
    ObservationCollector rows = new ObservationCollector();
    if (data != null && train == null && test == null) {
      long skipped = read(data, rows, Part.TRAIN);
      return new Input(rows.build(), name(data), false, skipped);
    }
    if (data == null && train != null && test != null) {
      long skipped = read(train, rows, Part.TRAIN) + read(test, rows, Part.TEST);
      return new Input(rows.build(), name(train) + " and " + name(test), true, skipped);
    }
    throw new BadInputException("give either --data FILE, or --train FILE and --test FILE");
  }

  Protocol protocol(Input input, long seed) {
    if (input.given()) {
      return new Protocol.Given("given files");
    }
    return switch (protocol) {
      case "random" -> new Protocol.RandomPairs(testShare, seed);
      case "per-user" -> new Protocol.RandomPerUser(testShare, seed);
      case "leave-last-one-out" -> new Protocol.LeaveLastOut(seed);
      case "time" -> new Protocol.TimeCut(span());
      case "strong" -> new Protocol.HeldOutUsers(heldOutUsers, testShare, seed);
      default ->
          throw new BadInputException(
              "--protocol "
                  + protocol
                  + ": choose random, per-user, leave-last-one-out, time or strong");
    };
  }

  FoldRules rules() {
    return new FoldRules(
        positiveFrom == null ? Float.NEGATIVE_INFINITY : positiveFrom,
        !weighted,
        dropUnknownItems ? UnknownItems.LEFT_OUT : UnknownItems.MISSED,
        newUsers,
        Set.of());
  }

  private Protocol.Span span() {
    return testDays == null ? new Protocol.LastShare(testShare) : new Protocol.LastDays(testDays);
  }

  private long read(Path file, ObservationCollector rows, Part part) {
    return new InteractionFile(file, format, skipBadLines, rows, part).read();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
