package dev.akin.model;

import java.util.Arrays;
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
        members, members.stream().map(member -> member.model().profile(history)).toList(), items());
  }

  /// A history with what every member makes of it.
  public static final class BlendProfile implements Profile {
    private static final double[] NO_CONTRIBUTIONS = {};

    private final List<Member> members;
    private final List<Profile> profiles;

    /// The scores of each member, before its weight.
    private final float[][] parts;

    private final float[] weights;

    private BlendProfile(List<Member> members, List<Profile> profiles, int items) {
      this.members = members;
      this.profiles = profiles;
      parts = new float[members.size()][items];
      weights = new float[parts.length];
      for (int m = 0; m < parts.length; m++) {
        weights[m] = (float) members.get(m).weight();
        profiles.get(m).scores(parts[m]);
      }
    }

    @Override
    public void scores(float[] into) {
      Arrays.fill(into, 0);
      for (int m = 0; m < parts.length; m++) {
        add(weights[m], parts[m], into);
      }
    }

    /// A loop of its own over one array each is one that compilers turn into vector code.
    private static void add(float weight, float[] part, float[] into) {
      for (int item = 0; item < into.length; item++) {
        into[item] += weight * part[item];
      }
    }

    private float part(int member, int item) {
      return weights[member] * parts[member][item];
    }

    /// The member that adds most to the score of an item; of equal ones the first.
    public Member leader(int item) {
      int best = 0;
      for (int m = 1; m < parts.length; m++) {
        best = part(m, item) > part(best, item) ? m : best;
      }
      return members.get(best);
    }

    @Override
    public double[] contributions(int item) {
      double[] sums = NO_CONTRIBUTIONS;
      for (int m = 0; m < parts.length; m++) {
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
      for (int m = 0; m < parts.length; m++) {
        sum += members.get(m).weight() * profiles.get(m).constant(item);
      }
      return sum;
    }
  }
}
