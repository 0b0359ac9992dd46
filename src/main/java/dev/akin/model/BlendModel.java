package dev.akin.model;

import java.util.List;

/// A weighted sum of other models: `score(j) = sum over m of w_m s_m(j)`.
///
/// The weights are fixed, with the members' scales in them, so a blend of linear members is linear
/// and its contributions are the weighted sums of theirs: exact. A member that is the same for
/// everybody adds a constant. If a member cannot say, neither can the blend. Immutable and safe for
/// concurrent use.
///
/// @param members at least one, all with the same items
public record BlendModel(List<Member> members) implements ItemScorer {
  public BlendModel {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a blend has at least one member");
    }
    for (Member member : members) {
      if (member.model().items() != members.getFirst().model().items()) {
        throw new IllegalArgumentException(member.name() + " has another number of items");
      }
    }
  }

  /// One part of a blend.
  ///
  /// @param name of its algorithm
  /// @param weight finite, not negative; what its scores are multiplied by
  public record Member(String name, double weight, ItemScorer model) {
    public Member {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("weight of " + name + " must not be " + weight);
      }
      if (model instanceof BlendModel) {
        throw new IllegalArgumentException("a blend cannot be a member of a blend");
      }
    }
  }

  @Override
  public int items() {
    return members.getFirst().model().items();
  }

  @Override
  public BlendProfile profile(History history) {
    return new BlendProfile(
        members, members.stream().map(member -> member.model().profile(history)).toList());
  }

  /// A history with what every member makes of it.
  public static final class BlendProfile implements AdditiveProfile {
    private static final double[] NO_CONTRIBUTIONS = {};

    private final List<Member> members;
    private final List<Profile> profiles;

    private BlendProfile(List<Member> members, List<Profile> profiles) {
      this.members = members;
      this.profiles = profiles;
    }

    @Override
    public void addScores(float factor, float[] into) {
      for (int m = 0; m < members.size(); m++) {
        if (members.get(m).weight() > 0) {
          profiles.get(m).addScores(factor * (float) members.get(m).weight(), into);
        }
      }
    }

    @Override
    public float score(int item) {
      double sum = 0;
      for (int m = 0; m < members.size(); m++) {
        sum += part(m, item);
      }
      return (float) sum;
    }

    private double part(int member, int item) {
      return members.get(member).weight() * profiles.get(member).score(item);
    }

    /// The member that adds most to the score of an item; of equal ones, and of those that cannot
    /// say, the first.
    public Member leader(int item) {
      int best = 0;
      double most = part(0, item);
      for (int m = 1; m < members.size(); m++) {
        double part = part(m, item);
        if (part > most || (Double.isNaN(most) && !Double.isNaN(part))) {
          best = m;
          most = part;
        }
      }
      return members.get(best);
    }

    @Override
    public double[] contributions(int item) {
      double[] sums = NO_CONTRIBUTIONS;
      for (int m = 0; m < members.size(); m++) {
        double[] shares = profiles.get(m).contributions(item);
        if (shares.length == 0 || (m > 0 && shares.length != sums.length)) {
          return NO_CONTRIBUTIONS;
        }
        sums = m == 0 ? new double[shares.length] : sums;
        for (int h = 0; h < sums.length; h++) {
          sums[h] += members.get(m).weight() * shares[h];
        }
      }
      return sums;
    }

    @Override
    public double constant(int item) {
      double sum = 0;
      for (int m = 0; m < members.size(); m++) {
        sum += members.get(m).weight() * profiles.get(m).constant(item);
      }
      return sum;
    }
  }
}
