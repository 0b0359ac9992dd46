package dev.akin.evaluate;

import dev.akin.evaluate.metric.Bootstrap;
import dev.akin.evaluate.metric.Interval;
import java.util.Arrays;
import java.util.Locale;

/// Decides whether a newly trained release may replace the live one: it may unless it is
/// significantly worse, that is unless the whole interval of the paired differences (candidate
/// minus live, same users, bootstrap over users) lies below zero. Pure: same values, same verdict.
///
/// @param bootstrap how the interval is found
public record PromotionGate(Bootstrap bootstrap) {
  /// @param promoted whether the candidate goes live
  /// @param why in one sentence, for the report
  /// @param difference candidate minus live; NaN if there was nothing to compare
  /// @param users how many were compared
  public record Verdict(boolean promoted, String why, Interval difference, int users) {}

  /// For the first release, which has nothing to be compared with.
  public Verdict first(double[] candidate) {
    if (broken(candidate)) {
      return refuseBroken(candidate.length);
    }
    return new Verdict(true, "there is no live release yet", none(), candidate.length);
  }

  /// For a live release that saw what could be tested on: too few customers came back since.
  public Verdict incomparable(double[] candidate) {
    if (broken(candidate)) {
      return refuseBroken(candidate.length);
    }
    return new Verdict(
        true,
        "too few customers came back since the live release was trained to compare the two",
        none(),
        candidate.length);
  }

  /// @param candidate quality per user, larger is better
  /// @param live the same of the live release, for the same users in the same order
  public Verdict judge(double[] candidate, double[] live) {
    if (candidate.length != live.length) {
      throw new IllegalArgumentException(
          candidate.length + " users of the candidate against " + live.length);
    }
    if (broken(candidate)) {
      return refuseBroken(candidate.length);
    }
    if (candidate.length == 0) {
      return new Verdict(true, "no user could be tested, so nothing speaks against it", none(), 0);
    }
    return verdict(bootstrap.difference(candidate, live), candidate.length);
  }

  private static Verdict verdict(Interval difference, int users) {
    String numbers =
        String.format(
            Locale.ROOT,
            "difference %+.4f, interval %+.4f to %+.4f, %d users",
            difference.mean(),
            difference.low(),
            difference.high(),
            users);
    if (difference.high() < 0) {
      return new Verdict(
          false, "significantly worse than the live release: " + numbers, difference, users);
    }
    String why =
        difference.low() > 0 ? "significantly better than" : "not significantly worse than";
    return new Verdict(true, why + " the live release: " + numbers, difference, users);
  }

  private static boolean broken(double[] values) {
    return Arrays.stream(values).anyMatch(value -> !Double.isFinite(value));
  }

  private static Verdict refuseBroken(int users) {
    return new Verdict(false, "the candidate's quality is not a number", none(), users);
  }

  private static Interval none() {
    return new Interval(Double.NaN, Double.NaN, Double.NaN);
  }
}
