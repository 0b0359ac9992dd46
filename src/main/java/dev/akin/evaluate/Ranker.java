package dev.akin.evaluate;

import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.TestUser;
import dev.akin.evaluate.split.UnfitInputException;
import dev.akin.learn.Algorithm.Feedback;
import dev.akin.math.Parallel;
import dev.akin.math.SeededRandom;
import dev.akin.math.TopK;
import dev.akin.model.ItemScorer;
import dev.akin.model.ItemScorer.Profile;
import dev.akin.model.UserScorer;
import java.util.Arrays;
import java.util.function.Function;

/// Has a model rank the catalogue for every test user: all items of the training but those in the
/// user's own history. Users are ranked in parallel; each thread holds one array of scores.
public final class Ranker {
  private static final int USERS_AT_ONCE = 16;

  /// Two arrays without their content.
  private static final long LIST = 64;

  private final Fold fold;
  private final EvaluationPlan plan;

  /// @throws UnfitInputException if lists are asked for that the catalogue cannot fill
  public Ranker(Fold fold, EvaluationPlan plan) {
    if (plan.longestCut() > fold.items().size()) {
      throw new UnfitInputException(
          "k is "
              + plan.longestCut()
              + " but the training has "
              + fold.items().size()
              + " items only: choose a smaller k");
    }
    this.fold = fold;
    this.plan = plan;
  }

  /// What the lists of all users take, and what each thread keeps to make them: a score and a mark
  /// per item, and what a model computes for one history, at most a number per user and item.
  long bytes() {
    long lists = fold.tests().size() * (LIST + 2L * Integer.BYTES * plan.longestCut());
    long places = fold.items().size() * (Float.BYTES + 1L);
    long profile = 2L * Double.BYTES * (fold.users().size() + (long) fold.items().size());
    return lists + plan.threads() * (places + profile);
  }

  /// Ranks with a model trained on liked pairs of this fold.
  public Ranking rank(ItemScorer scorer) {
    return rank(scorer, Feedback.IMPLICIT);
  }

  /// Ranks with a model trained on this fold.
  ///
  /// @param feedback which history it understands; the candidates are the same
  public Ranking rank(ItemScorer scorer, Feedback feedback) {
    if (scorer.items() != fold.items().size()) {
      throw new IllegalArgumentException(
          "the model scores " + scorer.items() + " items of " + fold.items().size());
    }
    int users = fold.tests().size();
    Function<TestUser, Profile> profiles =
        test ->
            switch (feedback) {
              case IMPLICIT -> scorer.profile(test.history());
              case RATINGS -> ofRater(scorer, test);
            };
    Ranking ranking = new Ranking(new int[users][], new float[users][]);
    new Parallel(plan.threads())
        .run(users, USERS_AT_ONCE, () -> new Worker(fold, plan, profiles, ranking));
    return ranking;
  }

  private Profile ofRater(ItemScorer scorer, TestUser test) {
    int user = fold.users().indexOf(test.id());
    return user >= 0 && scorer instanceof UserScorer known
        ? known.profile(user)
        : scorer.profile(test.ratings().history());
  }

  /// The work of one thread.
  private static final class Worker implements Parallel.Worker {
    private final Fold fold;
    private final EvaluationPlan plan;
    private final Function<TestUser, Profile> profiles;
    private final Ranking ranking;
    private final float[] scores;
    private final boolean[] candidate;

    Worker(Fold fold, EvaluationPlan plan, Function<TestUser, Profile> profiles, Ranking ranking) {
      this.fold = fold;
      this.plan = plan;
      this.profiles = profiles;
      this.ranking = ranking;
      scores = new float[fold.items().size()];
      candidate = new boolean[scores.length];
    }

    @Override
    public void run(int from, int to) {
      for (int user = from; user < to; user++) {
        TestUser test = fold.tests().get(user);
        profiles.apply(test).scores(scores);
        chooseCandidates(test, user);
        int[] list = TopK.of(scores, plan.longestCut(), item -> candidate[item]);
        ranking.items()[user] = list;
        ranking.scores()[user] = new float[list.length];
        for (int r = 0; r < list.length; r++) {
          ranking.scores()[user][r] = scores[list[r]];
        }
      }
    }

    private void chooseCandidates(TestUser test, int user) {
      Arrays.fill(candidate, plan.sampledCandidates() == 0);
      if (plan.sampledCandidates() > 0) {
        sample(test, new SeededRandom(plan.seed()).split(user));
      }
      for (int item : test.history().items()) {
        candidate[item] = false;
      }
    }

    /// The hidden items and as many others, neither hidden nor in the history.
    private void sample(TestUser test, SeededRandom random) {
      for (int item : test.history().items()) {
        candidate[item] = true;
      }
      for (int item : test.relevant()) {
        candidate[item] = true;
      }
      int free = candidate.length - test.history().size() - test.relevant().length;
      for (int left = Math.min(free, plan.sampledCandidates()); left > 0; ) {
        int item = random.nextInt(candidate.length);
        if (!candidate[item]) {
          candidate[item] = true;
          left--;
        }
      }
    }
  }
}
