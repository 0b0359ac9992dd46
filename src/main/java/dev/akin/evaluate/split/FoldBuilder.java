package dev.akin.evaluate.split;

import dev.akin.learn.Interactions;
import dev.akin.learn.TrainingContext;
import dev.akin.math.CsrBuilder;
import dev.akin.math.IdIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns parted observations into a fold.
public final class FoldBuilder {
  private final Observations all;
  private final Part[] parts;
  private final FoldRules rules;
  private final IdIndex users;
  private final IdIndex items;
  private final int[] column;
  private long unknownItems;
  private long usersWithoutHistory;
  private long usersWithoutTest;
  private long disliked;

  private FoldBuilder(Observations all, Part[] parts, FoldRules rules) {
    this.all = all;
    this.parts = parts;
    this.rules = rules;
    boolean[] trainedItem = new boolean[all.items().size()];
    List<String> trainedUsers = new ArrayList<>();
    for (int user = 0; user < all.users().size(); user++) {
      boolean trained = false;
      for (int row = all.starts()[user]; row < all.starts()[user + 1]; row++) {
        if (parts[row] == Part.TRAIN) {
          trained = true;
          trainedItem[all.columns().item()[row]] = true;
        }
      }
      if (trained) {
        trainedUsers.add(all.users().id(user));
      }
    }
    users = IdIndex.of(trainedUsers);
    items = catalogue(trainedItem);
    column = new int[all.items().size()];
    for (int item = 0; item < column.length; item++) {
      column[item] = items.indexOf(all.items().id(item));
    }
  }

  /// The fold of one protocol.
  ///
  /// @throws UnfitInputException if nothing is left to train on or to test
  public static Fold build(Observations observations, Protocol protocol, FoldRules rules) {
    return build(observations, protocol.parts(observations), rules);
  }

  /// The fold of given parts, one per row.
  public static Fold build(Observations observations, Part[] parts, FoldRules rules) {
    if (parts.length != observations.size()) {
      throw new IllegalArgumentException(
          parts.length + " parts for " + observations.size() + " observations");
    }
    return new FoldBuilder(observations, parts, rules).build();
  }

  private Fold build() {
    Fold.Training training = training();
    if (training.liked().strengths().size() == 0) {
      throw new UnfitInputException(
          "the split leaves nothing to train on: give more data, or test a smaller share"
              + leftOut());
    }
    List<TestUser> tests = new ArrayList<>();
    for (int user = 0; user < all.users().size(); user++) {
      TestUser test = testUser(user);
      if (test != null) {
        tests.add(test);
      }
    }
    if (tests.isEmpty()) {
      throw new UnfitInputException(
          "the split leaves nothing to test: no user has both a history and a hidden item"
              + leftOut());
    }
    return new Fold(users, items, training, tests, skipped());
  }

  private IdIndex catalogue(boolean[] trained) {
    Stream<String> ids =
        IntStream.range(0, trained.length).filter(item -> trained[item]).mapToObj(all.items()::id);
    return IdIndex.of(Stream.concat(ids, rules.moreItems().stream()).toList());
  }

  private Fold.Training training() {
    CsrBuilder liked = new CsrBuilder();
    CsrBuilder rated = new CsrBuilder();
    TimedPairsBuilder timed = new TimedPairsBuilder();
    for (int user = 0; user < all.users().size(); user++) {
      int line = users.indexOf(all.users().id(user));
      for (int row = all.starts()[user]; row < all.starts()[user + 1]; row++) {
        if (parts[row] != Part.TRAIN) {
          continue;
        }
        int item = column[all.columns().item()[row]];
        rated.add(line, item, all.columns().value()[row]);
        if (liked(row)) {
          liked.add(line, item, strength(row));
          timed.add(line, item, all.columns().time()[row]);
        } else {
          disliked++;
        }
      }
    }
    return new Fold.Training(
        new Interactions(liked.buildPositive(users.size(), items.size())),
        new Interactions(rated.build(users.size(), items.size())),
        TrainingContext.EMPTY.withPairs(timed.build()));
  }

  private @Nullable TestUser testUser(int user) {
    Cells known = new Cells(all.size(user));
    Cells knownRatings = new Cells(all.size(user));
    Cells relevant = new Cells(all.size(user));
    Cells hiddenRatings = new Cells(all.size(user));
    int unknown = 0;
    for (int row = all.starts()[user]; row < all.starts()[user + 1]; row++) {
      boolean hidden = parts[row] == Part.TEST;
      int item = column[all.columns().item()[row]];
      if (item >= 0) {
        float value = all.columns().value()[row];
        (hidden ? hiddenRatings : knownRatings).add(item, value);
        if (liked(row)) {
          (hidden ? relevant : known).add(item, strength(row));
        }
      } else if (hidden) {
        hiddenRatings.add(TestUser.Ratings.NEW_ITEM, all.columns().value()[row]);
        unknown += liked(row) ? 1 : 0;
      }
      disliked += hidden && !liked(row) ? 1 : 0;
    }
    unknownItems += unknown;
    unknown = rules.unknownItems() == FoldRules.UnknownItems.MISSED ? unknown : 0;
    if (!tested(relevant.size() + unknown, known.size())) {
      return null;
    }
    return new TestUser(
        all.users().id(user),
        known.history(),
        relevant.items(),
        unknown,
        new TestUser.Ratings(
            knownRatings.history(), hiddenRatings.items(), hiddenRatings.values()));
  }

  private boolean tested(int truths, int known) {
    if (truths == 0) {
      usersWithoutTest++;
      return false;
    }
    if (known == 0 && !rules.newUsers()) {
      usersWithoutHistory++;
      return false;
    }
    return true;
  }

  private boolean liked(int row) {
    float value = all.columns().value()[row];
    return value >= rules.positiveFrom() && (rules.binary() || value > 0);
  }

  private float strength(int row) {
    return rules.binary() ? 1 : all.columns().value()[row];
  }

  /// For a refusal: what was left out, if anything.
  private String leftOut() {
    String counts =
        skipped().entrySet().stream()
            .filter(one -> one.getValue() > 0)
            .map(one -> one.getValue() + " " + one.getKey())
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "" : " (left out: " + counts + ")";
  }

  private Map<String, Long> skipped() {
    Map<String, Long> skipped = new LinkedHashMap<>();
    skipped.put("repeated pairs", all.repeats());
    skipped.put("pairs below the positive value", disliked);
    skipped.put("users without a hidden item", usersWithoutTest);
    skipped.put("test users unknown in training", usersWithoutHistory);
    skipped.put("hidden items unknown in training", unknownItems);
    return skipped;
  }
}
