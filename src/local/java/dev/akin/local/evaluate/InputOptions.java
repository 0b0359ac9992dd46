package dev.akin.local.evaluate;

import dev.akin.evaluate.split.FoldRules;
import dev.akin.evaluate.split.FoldRules.UnknownItems;
import dev.akin.evaluate.split.Protocol;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where the interactions come from and how they are split.
final class InputOptions {
  @Mixin InputFiles files = new InputFiles();

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
      description =
          "only values from here on count as liked, e.g. 4 of 5 stars (0.75 with"
              + " --scale-to-unit); default: all")
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

  Protocol protocol(InputFiles.Input input, long seed) {
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

  /// @param moreItems that can be recommended though nobody had them
  FoldRules rules(Set<String> moreItems) {
    return new FoldRules(
        positiveFrom == null ? Float.NEGATIVE_INFINITY : positiveFrom,
        !weighted,
        dropUnknownItems ? UnknownItems.LEFT_OUT : UnknownItems.MISSED,
        newUsers,
        moreItems);
  }

  private Protocol.Span span() {
    return testDays == null ? new Protocol.LastShare(testShare) : new Protocol.LastDays(testDays);
  }
}
