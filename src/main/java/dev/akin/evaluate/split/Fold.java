package dev.akin.evaluate.split;

import dev.akin.learn.Interactions;
import dev.akin.learn.TrainingContext;
import dev.akin.math.IdIndex;
import java.util.List;
import java.util.Map;

/// What one training sees and what it is tested on. Nothing of a tested pair, not even the
/// existence of its item, is visible in `train` or in a history.
///
/// @param users rows of the interactions
/// @param items the catalogue: columns of the interactions
/// @param training what trainers see
/// @param tests users with something to be found, by id
/// @param skipped what was left out and how often, by reason; in the order of the report
public record Fold(
    IdIndex users,
    IdIndex items,
    Training training,
    List<TestUser> tests,
    Map<String, Long> skipped) {
  /// The same pairs twice: liked ones by strength, all of them by value; and what else is known.
  public record Training(Interactions liked, Interactions rated, TrainingContext context) {
    public Training(Interactions liked, Interactions rated) {
      this(liked, rated, TrainingContext.EMPTY);
    }
  }

  public Fold {
    tests = List.copyOf(tests);
  }

  /// What rankers are trained on.
  public Interactions train() {
    return training.liked();
  }

  /// The same fold with what else is known of its users and items.
  public Fold withContext(TrainingContext context) {
    return new Fold(
        users, items, new Training(training.liked(), training.rated(), context), tests, skipped);
  }

  /// How often every item occurs in training.
  public int[] popularity() {
    int[] counts = new int[items.size()];
    int[] indices = train().strengths().indices();
    for (int p = 0; p < train().strengths().size(); p++) {
      counts[indices[p]]++;
    }
    return counts;
  }

  /// How many hidden items there are to be found.
  public long truths() {
    return tests.stream().mapToLong(TestUser::truths).sum();
  }
}
