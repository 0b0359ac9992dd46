package dev.akin.learn;

import java.util.ArrayList;
import java.util.List;

/// What the blend of the evaluation is made of: every algorithm that does well alone, and those
/// that know what the others cannot.
final class BlendMembers {
  /// A week and a month: what is in fashion and what is in season.
  private static final int[] TRENDING_DAYS = {7, 28};

  /// Of the pairs, the newest: what goes with what this season.
  private static final double[] RECENT_SHARES = {0.4, 0.15};

  private BlendMembers() {}

  /// Without times.
  static List<Trainer> of(TrainingSettings settings) {
    int threads = settings.threads();
    List<Trainer> members = new ArrayList<>();
    members.add(new EaseTrainer(EaseParameters.DEFAULT.withThreads(threads)));
    members.add(
        new AlsTrainer(AlsParameters.DEFAULT.withSeed(settings.seed()).withThreads(threads)));
    members.add(new ItemKnnTrainer(ItemKnnParameters.DEFAULT.withThreads(threads)));
    if (!settings.context().texts().isEmpty()) {
      members.add(new ContentTrainer(ContentParameters.DEFAULT, settings.context().texts()));
    }
    return members;
  }

  /// Any of the above and kernels, which are refused where users or items are too many.
  static List<Trainer> withKernel(List<Trainer> members, TrainingSettings settings) {
    List<Trainer> more = new ArrayList<>(members);
    more.add(new KernelTrainer(KernelParameters.DEFAULT.withThreads(settings.threads())));
    return more;
  }

  /// With what trends at the end of `known`, and what has gone together of late.
  static List<Trainer> of(TrainingSettings settings, TimedPairs known) {
    List<Trainer> members = of(settings);
    for (int days : TRENDING_DAYS) {
      TrendingParameters window =
          new TrendingParameters(days, TrendingParameters.DEFAULT.smoothing());
      members.add(new TrendingPairsTrainer(window, known));
    }
    for (double share : RECENT_SHARES) {
      EaseTrainer ease = new EaseTrainer(EaseParameters.DEFAULT.withThreads(settings.threads()));
      members.add(new RecentTrainer(ease, known, share));
    }
    return members;
  }
}
