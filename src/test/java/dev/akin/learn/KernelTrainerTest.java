package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.math.NeuralTangentKernel;
import dev.akin.math.SeededRandom;
import dev.akin.math.SymmetricSystem;
import dev.akin.math.TopK;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.model.KernelModel;
import dev.akin.model.KernelModelCodec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KernelTrainerTest extends TrainerContract {
  private static final int[][] PAIRS = {{0, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 0}, {3, 0}, {3, 2}};

  @Override
  Trainer trainer(int threads) {
    return new KernelTrainer(KernelParameters.DEFAULT.withThreads(threads));
  }

  @Override
  byte[] encode(ItemScorer model) {
    return KernelModelCodec.encode((KernelModel) model);
  }

  @Override
  ItemScorer decode(byte[] bytes) {
    return KernelModelCodec.decode(bytes);
  }

  @Override
  boolean explains() {
    return false;
  }

  /// The same minimum without any eigenvector: `f = K (K + lambda I)^-1 y` over all twelve pairs,
  /// with K the product of the two kernels, written out from their definition.
  @Test
  void theScoresOfThoseLearnedFromAreTheSolutionOverAllPairs() {
    double[] x = new double[12];
    double[] users = {2, 2, 1, 2};
    double[] items = {3, 2, 2};
    for (int[] pair : PAIRS) {
      x[pair[0] * 3 + pair[1]] = 1;
    }
    double[] kernel = new double[144];
    for (int a = 0; a < 12; a++) {
      for (int b = 0; b < 12; b++) {
        double user = cosine(x, items, -0.25, a / 3 * 3, b / 3 * 3, 1);
        double item = cosine(x, users, -0.5, a % 3, b % 3, 3);
        kernel[a * 12 + b] = value(user) * value(item);
      }
    }
    double[] regularized = kernel.clone();
    double[] targets = new double[12];
    for (int pair = 0; pair < 12; pair++) {
      regularized[pair * 13] += KernelParameters.DEFAULT.regularization();
      targets[pair] = x[pair] / Math.pow(items[pair % 3] / (7 / 3.0), 0.25);
    }
    double[] dual = SymmetricSystem.factor(regularized, 12).solve(targets);
    Interactions interactions = smallShop();
    ItemScorer model = trainer(1).fit(interactions);
    for (int pair = 0; pair < 12; pair++) {
      double expected = 0;
      for (int other = 0; other < 12; other++) {
        expected += kernel[pair * 12 + other] * dual[other];
      }
      expected *= Math.pow(items[pair % 3] / (7 / 3.0), 0.25);
      double actual = scores(model, interactions.history(pair / 3))[pair % 3];
      assertThat(actual).as("pair %d", pair).isCloseTo(expected, within(2e-3));
    }
  }

  private static double cosine(double[] x, double[] counts, double power, int a, int b, int step) {
    double product = 0;
    double left = 0;
    double right = 0;
    for (int i = 0; i < counts.length; i++) {
      double weight = Math.pow(counts[i], 2 * power);
      product += weight * x[a + i * step] * x[b + i * step];
      left += weight * x[a + i * step] * x[a + i * step];
      right += weight * x[b + i * step] * x[b + i * step];
    }
    return product / Math.sqrt(left * right);
  }

  private static double value(double cosine) {
    return new NeuralTangentKernel(3).of(cosine);
  }

  private static Interactions smallShop() {
    CsrBuilder cells = new CsrBuilder();
    for (int[] pair : PAIRS) {
      cells.add(pair[0], pair[1], 1);
    }
    return new Interactions(cells.build(4, 3));
  }

  /// Users without a history come and go without a trace, but for their number.
  @Test
  void usersWithoutAHistoryChangeNothing() {
    CsrBuilder cells = new CsrBuilder();
    for (int[] pair : PAIRS) {
      cells.add(1 + 2 * pair[0], pair[1], 1);
    }
    Interactions gaps = new Interactions(cells.build(11, 3));
    assertThat(encode(trainer(1).fit(gaps))).containsExactly(encode(trainer(1).fit(smallShop())));
  }

  /// Eight tastes: a tenth of the eigenvectors and the mean of the others find the items that all
  /// of them find.
  @Test
  void fewEigenvectorsRankAlmostAsAllDo() {
    Interactions interactions = tastes();
    ItemScorer all = trainer(2).fit(interactions);
    ItemScorer few = new KernelTrainer(KernelParameters.DEFAULT.withRank(25)).fit(interactions);
    int common = 0;
    for (int user = 0; user < interactions.users(); user++) {
      History history = interactions.history(user);
      int[] expected = bestTen(all, history);
      common +=
          (int) Arrays.stream(bestTen(few, history)).filter(i -> contains(expected, i)).count();
    }
    assertThat(common).isGreaterThan(interactions.users() * 8);
  }

  private static boolean contains(int[] items, int item) {
    return Arrays.stream(items).anyMatch(i -> i == item);
  }

  private static int[] bestTen(ItemScorer model, History history) {
    int[] seen = history.items();
    return TopK.of(scores(model, history), 10, i -> Arrays.binarySearch(seen, i) < 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aTruncatedModelHasTheSameBytesOnEveryNumberOfThreads(int threads) {
    KernelParameters truncated = KernelParameters.DEFAULT.withRank(20);
    byte[] expected = encode(new KernelTrainer(truncated.withThreads(2)).fit(tastes()));
    byte[] actual = encode(new KernelTrainer(truncated.withThreads(threads)).fit(tastes()));
    assertThat(actual).containsExactly(expected);
  }

  private static Interactions tastes() {
    SeededRandom random = new SeededRandom(3);
    CsrBuilder cells = new CsrBuilder();
    for (int user = 0; user < 300; user++) {
      for (int n = 0; n < 12; n++) {
        int first = random.nextInt(6) == 0 ? random.nextInt(8) : user % 8;
        cells.add(user, 30 * first + Math.min(random.nextInt(30), random.nextInt(30)), 1);
      }
    }
    return new Interactions(cells.build(300, 240));
  }

  @Test
  void aShopThatDoesNotFitIsRefusedWithTheRemedy() {
    KernelTrainer small = new KernelTrainer(KernelParameters.DEFAULT.withMemoryBytes(40_000));
    assertThatThrownBy(() -> small.fit(PlantedInteractions.twoKinds(30)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("kernel needs ")
        .hasMessageContaining("30 users and 30 items, memoryBytes allows 40000")
        .hasMessageEndingWith("raise memoryBytes, leave out rare users and items or use ease");
    KernelTrainer large =
        new KernelTrainer(KernelParameters.DEFAULT.withMemoryBytes(Long.MAX_VALUE));
    Interactions tooMany = new Interactions(new CsrBuilder().build(1, 46_337));
    assertThatThrownBy(() -> large.fit(tooMany)).hasMessageContaining("46337 items");
  }

  @Test
  void impossibleParametersAreRefusedByNameAndValue() {
    assertThatThrownBy(() -> new KernelParameters(0, 8, 3, 0, 1, 1, 1))
        .hasMessageContaining("regularization must be");
    assertThatThrownBy(() -> KernelParameters.DEFAULT.withRank(0)).hasMessageContaining("rank");
    assertThatThrownBy(() -> new KernelParameters(1, 8, 17, 0, 1, 1, 1))
        .hasMessageContaining("depth");
    assertThatThrownBy(() -> new KernelParameters(1, 8, 3, 2, 1, 1, 1))
        .hasMessageContaining("popularityDiscount");
    assertThatThrownBy(() -> KernelParameters.DEFAULT.withMemoryBytes(0))
        .hasMessageContaining("memoryBytes");
    assertThatThrownBy(() -> KernelParameters.DEFAULT.withThreads(0))
        .hasMessageContaining("threads");
  }

  private static float[] scores(ItemScorer model, History history) {
    float[] scores = new float[model.items()];
    model.profile(history).scores(scores);
    return scores;
  }
}
