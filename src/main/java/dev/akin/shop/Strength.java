package dev.akin.shop;

import java.time.Duration;
import java.time.Instant;

/// How much one event says about the subject's taste: the weight of its action, halved with every
/// half-life of age. Training and fold-in use the same rule, so they see the same history.
///
/// @param halfLife the age at which an event counts half; at least one hour
public record Strength(Duration halfLife) {
  /// A purchase made a year ago still counts a fifth.
  public static final Strength DEFAULT = new Strength(Duration.ofDays(150));

  private static final double LN2 = StrictMath.log(2);

  public Strength {
    if (halfLife.compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException("halfLife must be at least one hour, was " + halfLife);
    }
  }

  /// The decayed weight of `event` at `now`: positive for liking, negative for evidence against the
  /// item. Events from the future count as fresh.
  public double of(Event event, Instant now) {
    return weight(event.action()) * decay(event.time(), now);
  }

  /// `2^(-age / halfLife)`, in (0, 1].
  public double decay(Instant time, Instant now) {
    double age = Math.max(0, Duration.between(time, now).toMillis());
    return StrictMath.exp(-LN2 * age / halfLife.toMillis());
  }

  /// The weight of an action before decay. A return cancels the purchase it belongs to.
  public static double weight(Action action) {
    return switch (action) {
      case Action.View _ -> 1;
      case Action.Click _ -> 1;
      case Action.Like _ -> 2;
      case Action.Cart _ -> 3;
      case Action.Purchase _ -> 5;
      case Action.Rate rate -> 2 * (rate.value() - 2.5);
      case Action.Return _ -> -5;
      case Action.Dislike _ -> -10;
    };
  }
}
