package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.Parallel;
import dev.akin.math.SeededRandom;
import dev.akin.model.BlendModel;
import dev.akin.model.BlendModel.Member;
import dev.akin.model.ItemScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Learns how much to trust each of several algorithms: a linear combination of their scores with
/// weights that are not negative.
///
/// Some items of all users are hidden ([Holdout]), the members are trained on the rest, and weights
/// are chosen by coordinate ascent on the NDCG@k of the hidden items (Metzler and Croft, "Linear
/// feature-based models for information retrieval", 2007, section 4.2): one weight after the other
/// is multiplied or set to zero, and a step is kept if it gains. Each member's scores are divided
/// by one scale, their standard deviation within users, so that weights compare and a blend of
/// linear members stays linear. Then the members with a weight are trained again on everything.
///
/// Costs two trainings of every member and little beside. With fewer than twenty users to validate
/// on, all members weigh the same, in units of their scales. Same seed, same bytes, whatever the
/// threads, if that holds for the members. Keeps no reference to its argument; safe for concurrent
/// use.
public final class BlendTrainer implements Trainer {
  private static final int FEWEST_VALIDATION_USERS = 20;
  private static final double[] FACTORS = {0, 0.25, 0.5, 0.8, 1.25, 2, 4};

  /// What a weight of zero is raised to when it is tried again.
  private static final double SMALL_WEIGHT = 0.1;

  private final List<Trainer> members;
  private final BlendParameters parameters;

  /// @param members at least one
  public BlendTrainer(List<? extends Trainer> members, BlendParameters parameters) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a blend has at least one member");
    }
    this.members = List.copyOf(members);
    this.parameters = parameters;
  }

  @Override
  public String name() {
    return "blend";
  }

  @Override
  public BlendModel fit(Interactions interactions) {
    return model(members, weights(interactions), interactions);
  }

  /// Trains the members that earned a weight.
  static BlendModel model(List<Trainer> members, double[] weights, Interactions interactions) {
    List<Member> parts = new ArrayList<>();
    for (int m = 0; m < weights.length; m++) {
      if (weights[m] > 0) {
        Trainer trainer = members.get(m);
        parts.add(new Member(trainer.name(), weights[m], trainer.fit(interactions)));
      }
    }
    return new BlendModel(parts);
  }

  @Override
  public MemoryNeed memory(TrainingMemory size) {
    return memory(members, size, parameters);
  }

  /// All members on a part of the interactions and what they think of its users; then all again.
  static MemoryNeed memory(
      List<? extends Trainer> members, TrainingMemory size, BlendParameters parameters) {
    MemoryNeed trained = MemoryNeed.inTurn(members, size);
    long hidden = TrainingMemory.collected(2L * size.users(), size.cells());
    long users = Math.min(size.users(), parameters.users());
    long opinions =
        BlendCandidates.bytes(users, members.size())
            + parameters.threads() * Float.BYTES * (long) size.items() * (members.size() + 1);
    long learning =
        size.input() + Math.max(trained.peak(), size.input() + trained.kept() + opinions);
    long peak = size.input() + Math.max(hidden, learning);
    return new MemoryNeed(peak, trained.kept());
  }

  /// The weights alone, for whoever has the members' models already: one per member in their order,
  /// scale included; at least one is positive. Costs one training of every member.
  public double[] weights(Interactions interactions) {
    SeededRandom random = new SeededRandom(parameters.seed());
    return weights(
        Holdout.of(interactions, 1, parameters.hiddenShare(), random.split(0)), random.split(1));
  }

  /// The same, learned on what came later instead of on items hidden at random: nearer to what a
  /// shop's next day asks for, where its time is known.
  ///
  /// @param before what the members learn from
  /// @param later what the same users liked afterwards and did not have before, users x items
  public double[] weights(Interactions before, CsrMatrix later) {
    return weights(new Holdout(before, later), new SeededRandom(parameters.seed()).split(1));
  }

  private double[] weights(Holdout holdout, SeededRandom random) {
    List<ItemScorer> models =
        members.stream().<ItemScorer>map(member -> member.fit(holdout.shown())).toList();
    int[] users = holdout.users();
    boolean validated = users.length >= FEWEST_VALIDATION_USERS;
    if (!validated) {
      users = holdout.shown().spread(parameters.users());
    }
    random.shuffle(users);
    int[] some = Arrays.copyOf(users, Math.min(users.length, parameters.users()));
    Parallel parallel = new Parallel(parameters.threads());
    BlendCandidates candidates = new BlendCandidates(holdout, some, models, parallel);
    double[] weights = validated ? ascend(candidates) : equal();
    double sum = Arrays.stream(weights).sum();
    return IntStream.range(0, weights.length)
        .mapToDouble(m -> weights[m] / (sum * candidates.scale(m)))
        .toArray();
  }

  private double[] equal() {
    double[] weights = new double[members.size()];
    Arrays.fill(weights, 1);
    return weights;
  }

  private double[] ascend(BlendCandidates candidates) {
    double[] weights = equal();
    double best = candidates.ndcg(weights, parameters.places());
    for (int round = 0; round < parameters.rounds(); round++) {
      double before = best;
      for (int m = 0; m < weights.length; m++) {
        best = improve(candidates, weights, m, best);
      }
      if (best <= before) {
        break;
      }
    }
    return weights;
  }

  private double improve(BlendCandidates candidates, double[] weights, int member, double before) {
    double start = weights[member];
    double kept = start;
    double best = before;
    for (double factor : FACTORS) {
      weights[member] = start > 0 ? start * factor : SMALL_WEIGHT * factor;
      double quality = positive(weights) ? candidates.ndcg(weights, parameters.places()) : 0;
      if (quality > best) {
        best = quality;
        kept = weights[member];
      }
    }
    weights[member] = kept;
    return best;
  }

  private static boolean positive(double[] weights) {
    return Arrays.stream(weights).sum() > 0;
  }
}
