package dev.akin.evaluate.split;

/// How observations are parted into what is trained on and what is tested. Closed, so reports and
/// the command line name every protocol. All are pure: same observations and seed, same parts.
///
/// | protocol | answers |
/// |---|---|
/// | [RandomPairs] | can hidden pairs be filled in? |
/// | [RandomPerUser] | the same, every user equally |
/// | [LeaveLastOut] | what comes next? |
/// | [TimeCut] | would it have worked from that day on? The honest one for a live shop |
/// | [HeldOutUsers] | does it work for users never trained on? (Liang 2018) |
/// | [Given] | the same folds as others used |
public sealed interface Protocol {
  /// The use of every row of the observations.
  Part[] parts(Observations observations);

  /// Name and parameters as reports show them.
  String description();

  /// A share of all pairs, drawn uniformly: exactly `round(testShare * size)` of them.
  record RandomPairs(double testShare, long seed) implements Protocol {
    public RandomPairs {
      Shares.require("testShare", testShare);
    }

    @Override
    public Part[] parts(Observations observations) {
      return RandomParts.ofPairs(observations, testShare, seed);
    }

    @Override
    public String description() {
      return "random pairs, " + Shares.percent(testShare) + " tested, seed " + seed;
    }
  }

  /// A share of the pairs of every user with at least two: `floor(testShare * n)`, at least one. So
  /// every tested user has a history.
  record RandomPerUser(double testShare, long seed) implements Protocol {
    public RandomPerUser {
      Shares.require("testShare", testShare);
    }

    @Override
    public Part[] parts(Observations observations) {
      return RandomParts.perUser(observations, testShare, seed);
    }

    @Override
    public String description() {
      return "random per user, " + Shares.percent(testShare) + " tested, seed " + seed;
    }
  }

  /// The latest pair of every user with at least two; of equally late ones a random one.
  record LeaveLastOut(long seed) implements Protocol {
    @Override
    public Part[] parts(Observations observations) {
      return TimedParts.lastOfEachUser(observations, seed);
    }

    @Override
    public String description() {
      return "leave last one out, seed " + seed;
    }
  }

  /// Everything from one moment on. Pairs of the same moment stay together, so slightly more than
  /// the share may be tested.
  record TimeCut(Span span) implements Protocol {
    @Override
    public Part[] parts(Observations observations) {
      return TimedParts.from(observations, TimedParts.cut(observations, span));
    }

    @Override
    public String description() {
      return switch (span) {
        case LastShare last -> "time, last " + Shares.percent(last.share()) + " of the events";
        case LastDays last -> "time, last " + last.days() + " days";
      };
    }
  }

  /// The end of the time line that is tested.
  sealed interface Span {}

  /// The last events, e.g. 0.2 for the last fifth.
  record LastShare(double share) implements Span {
    public LastShare {
      Shares.require("share", share);
    }
  }

  /// The last days before the newest event.
  record LastDays(int days) implements Span {
    public LastDays {
      if (days < 1) {
        throw new IllegalArgumentException("days must be positive, was " + days);
      }
    }
  }

  /// Strong generalisation (Liang, Krishnan, Hoffman, Jebara: "Variational autoencoders for
  /// collaborative filtering", WWW 2018, section 4.1): some users are held out from training
  /// altogether; `floor(testShare * n)` of the pairs of each, at least one, are tested and the rest
  /// is the history the model sees. Held-out users with one pair are left out.
  ///
  /// @param userShare share of the users with at least two pairs that is held out
  record HeldOutUsers(double userShare, double testShare, long seed) implements Protocol {
    public HeldOutUsers {
      Shares.require("userShare", userShare);
      Shares.require("testShare", testShare);
    }

    @Override
    public Part[] parts(Observations observations) {
      return RandomParts.heldOut(observations, this);
    }

    @Override
    public String description() {
      return "strong generalisation, "
          + Shares.percent(userShare)
          + " of the users held out, "
          + Shares.percent(testShare)
          + " of their items tested, seed "
          + seed;
    }
  }

  /// As the files say.
  record Given(String description) implements Protocol {
    @Override
    public Part[] parts(Observations observations) {
      return observations.columns().given().clone();
    }
  }
}
