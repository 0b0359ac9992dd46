package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.math.CsrBuilder;
import dev.akin.model.BlendModel;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Sixty users took one of two old items; then half of them took the item in fashion, whatever they
/// had before.
final class TimedBlendTrainerTest {
  private static final int USERS = 60;
  private static final int ITEMS = 4;
  private static final int FASHION = 2;
  private static final long DAY = 86_400_000L;

  private static final BlendParameters PARAMETERS = BlendParameters.DEFAULT.withThreads(1);

  @Test
  void whatCameLaterDecidesWhatAMemberIsWorth() {
    TimedPairs pairs = pairs();
    BlendModel model =
        new TimedBlendTrainer(TimedBlendTrainerTest::members, pairs, PARAMETERS)
            .fit(interactions(pairs));
    assertThat(model.members()).extracting(BlendModel.Member::name).contains("trending");
    float[] scores = new float[ITEMS];
    model.profile(new History(new int[] {0}, new float[] {1})).scores(scores);
    assertThat(IntStream.range(0, ITEMS).boxed().max((a, b) -> Float.compare(scores[a], scores[b])))
        .contains(FASHION);
  }

  @Test
  void theSameGivesTheSame() {
    TimedPairs pairs = pairs();
    TimedBlendTrainer trainer =
        new TimedBlendTrainer(TimedBlendTrainerTest::members, pairs, PARAMETERS);
    Interactions interactions = interactions(pairs);
    List<Double> weights = weights(trainer.fit(interactions));
    assertThat(weights(trainer.fit(interactions))).isEqualTo(weights).doesNotContain(0.0);
  }

  @Test
  void withoutAnOrderOfTimeItemsAreHiddenAtRandom() {
    TimedPairs pairs = pairs();
    TimedPairs atOnce = new TimedPairs(pairs.users(), pairs.items(), new long[pairs.size()]);
    Interactions interactions = interactions(pairs);
    BlendModel model =
        new TimedBlendTrainer(TimedBlendTrainerTest::members, atOnce, PARAMETERS).fit(interactions);
    BlendModel hidden = new BlendTrainer(members(atOnce), PARAMETERS).fit(interactions);
    assertThat(weights(model)).isEqualTo(weights(hidden));
  }

  /// Else a few who happen to be about at the end of a file decide for all.
  @Test
  void whereFewCameBackItemsAreHiddenAtRandom() {
    TimedPairs pairs = pairs(200, 30);
    Interactions interactions = interactions(pairs, 200);
    BlendModel model =
        new TimedBlendTrainer(TimedBlendTrainerTest::members, pairs, PARAMETERS).fit(interactions);
    BlendModel hidden = new BlendTrainer(members(pairs), PARAMETERS).fit(interactions);
    assertThat(weights(model)).isEqualTo(weights(hidden));
    TimedPairs half = pairs(200, 100);
    Interactions ofHalf = interactions(half, 200);
    assertThat(
            weights(
                new TimedBlendTrainer(TimedBlendTrainerTest::members, half, PARAMETERS)
                    .fit(ofHalf)))
        .isNotEqualTo(weights(new BlendTrainer(members(half), PARAMETERS).fit(ofHalf)));
  }

  @Test
  void aRecentTrainerSeesTheNewestAlone() {
    TimedPairs pairs = pairs();
    ItemScorer model =
        new RecentTrainer(new PopularityTrainer(), pairs, 0.2).fit(interactions(pairs));
    float[] scores = new float[ITEMS];
    model.profile(new History(new int[] {0}, new float[] {1})).scores(scores);
    assertThat(scores[FASHION]).isPositive();
    assertThat(scores[0]).isZero();
    assertThat(scores[1]).isZero();
  }

  @Test
  void aRecentTrainerWithoutTimesSeesEverything() {
    ItemScorer model =
        new RecentTrainer(new PopularityTrainer(), TimedPairs.NONE, 0.2).fit(interactions(pairs()));
    float[] scores = new float[ITEMS];
    model.profile(new History(new int[] {1}, new float[] {1})).scores(scores);
    assertThat(scores[0]).isPositive();
  }

  private static List<Trainer> members(TimedPairs known) {
    return List.of(
        new ItemKnnTrainer(ItemKnnParameters.DEFAULT.withThreads(1)),
        new TrendingPairsTrainer(new TrendingParameters(7, 1), known));
  }

  private static List<Double> weights(BlendModel model) {
    return model.members().stream().map(BlendModel.Member::weight).toList();
  }

  private static TimedPairs pairs() {
    return pairs(USERS, USERS / 2);
  }

  /// @param fashionable how many users follow the fashion
  private static TimedPairs pairs(int count, int fashionable) {
    int[] users = new int[2 * count + fashionable];
    int[] items = new int[users.length];
    long[] times = new long[users.length];
    int next = 0;
    for (int user = 0; user < count; user++) {
      boolean follows = user < fashionable;
      for (int n = 0; n < (follows ? 3 : 2); n++) {
        users[next] = user;
        items[next] = n == 0 ? user % 2 : n == 1 ? 3 : FASHION;
        times[next++] = (n == 2 ? 2 * count + user : user) * DAY / 10;
      }
    }
    return new TimedPairs(
        Arrays.copyOf(users, next), Arrays.copyOf(items, next), Arrays.copyOf(times, next));
  }

  private static Interactions interactions(TimedPairs pairs) {
    return interactions(pairs, USERS);
  }

  private static Interactions interactions(TimedPairs pairs, int users) {
    CsrBuilder cells = new CsrBuilder();
    for (int pair = 0; pair < pairs.size(); pair++) {
      cells.add(pairs.users()[pair], pairs.items()[pair], 1);
    }
    return new Interactions(cells.build(users, ITEMS));
  }
}
