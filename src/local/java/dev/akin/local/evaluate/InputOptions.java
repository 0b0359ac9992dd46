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
  private static final double DEFAULT_SHARE = 0.2;

  @Mixin InputFiles files = new InputFiles();

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description = "random, per-user, leave-last-one-out, time or strong (default: per-user)")
  @Nullable String protocol;

  @Option(
      names = "--test-share",
      paramLabel = "SHARE",
      description = "share that is tested (default: 0.2)")
  @Nullable Double testShare;

  @Option(
      names = "--test-days",
      paramLabel = "DAYS",
      description = "with --protocol time: test the last days instead of a share of the events")
  @Nullable Integer testDays;

  @Option(
      names = "--held-out-users",
      paramLabel = "SHARE",
      description = "with --protocol strong: share of the users held out (0.2)")
  @Nullable Double heldOutUsers;

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
    double share = share("--test-share", testShare);
    return switch (name()) {
      case "random" -> new Protocol.RandomPairs(share, seed);
      case "per-user" -> new Protocol.RandomPerUser(share, seed);
      case "leave-last-one-out" -> new Protocol.LeaveLastOut(seed);
      case "time" -> new Protocol.TimeCut(span(share));
      case "strong" ->
          new Protocol.HeldOutUsers(share("--held-out-users", heldOutUsers), share, seed);
      default ->
          throw new BadInputException(
              "--protocol "
                  + protocol
                  + ": choose random, per-user, leave-last-one-out, time or strong");
    };
  }

  /// Refuses options that would change nothing, before anything is read: who gives them means
  /// another evaluation than this would be.
  void requireAllUsed() {
    boolean isGiven = files.data == null;
    if (isGiven && protocol != null) {
      throw new BadInputException("--protocol needs --data: given files are split already");
    }
    boolean splitsByShare = !name().equals("leave-last-one-out") && testDays == null;
    requireUse(!isGiven && splitsByShare, "--test-share", testShare, "a --protocol with a share");
    requireUse(name().equals("time"), "--test-days", testDays, "--protocol time");
    requireUse(name().equals("strong"), "--held-out-users", heldOutUsers, "--protocol strong");
  }

  private static void requireUse(
      boolean used, String option, @Nullable Number value, String needed) {
    if (value != null && !used) {
      throw new BadInputException(option + " needs " + needed);
    }
  }

  private String name() {
    return protocol == null ? "per-user" : protocol;
  }

  private static double share(String option, @Nullable Double given) {
    double share = given == null ? DEFAULT_SHARE : given;
    if (!(share > 0 && share < 1)) {
      throw new BadInputException(
          option + " must be between 0 and 1, both exclusive, was " + share);
    }
    return share;
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

  private Protocol.Span span(double share) {
    if (testDays != null && testDays < 1) {
      throw new BadInputException("--test-days must be positive, was " + testDays);
    }
    return testDays == null ? new Protocol.LastShare(share) : new Protocol.LastDays(testDays);
  }
}
