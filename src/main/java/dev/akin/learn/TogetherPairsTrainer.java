package dev.akin.learn;

import dev.akin.math.CsrBuilder;
import dev.akin.model.NeighbourModel;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

/// [TogetherTrainer] as a recommender: what goes with the items of the history, strongest first.
///
/// A basket is what one user took to without a pause of more than [#PAUSE]. Costs a sort of every
/// user's pairs by time beside the training. Without pairs every list is empty and every score
/// zero. Nothing is random; safe for concurrent use.
public final class TogetherPairsTrainer implements Trainer {
  /// Longer than a checkout takes, shorter than anybody needs to come back.
  public static final Duration PAUSE = Duration.ofHours(1);

  private final TogetherTrainer trainer;
  private final TimedPairs pairs;

  public TogetherPairsTrainer(TogetherParameters parameters, TimedPairs pairs) {
    trainer = new TogetherTrainer(parameters);
    this.pairs = pairs;
  }

  @Override
  public String name() {
    return "together";
  }

  /// Needs the number of items only: what was together is in the pairs.
  @Override
  public NeighbourModel fit(Interactions interactions) {
    return new NeighbourModel(trainer.fit(baskets(interactions.items())));
  }

  private Baskets baskets(int items) {
    CsrBuilder cells = new CsrBuilder();
    int basket = -1;
    int previous = -1;
    for (int pair : inOrder()) {
      boolean together =
          previous >= 0
              && pairs.users()[pair] == pairs.users()[previous]
              && pairs.times()[pair] - pairs.times()[previous] <= PAUSE.toMillis();
      basket += together ? 0 : 1;
      cells.add(basket, pairs.items()[pair], 1);
      previous = pair;
    }
    return new Baskets(cells.build(basket + 1, items));
  }

  /// By user, then time, then item.
  private int[] inOrder() {
    Integer[] order = IntStream.range(0, pairs.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        (a, b) -> {
          int byUser = Integer.compare(pairs.users()[a], pairs.users()[b]);
          int byTime = byUser != 0 ? byUser : Long.compare(pairs.times()[a], pairs.times()[b]);
          return byTime != 0 ? byTime : Integer.compare(pairs.items()[a], pairs.items()[b]);
        });
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
