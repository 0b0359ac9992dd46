package dev.akin.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.akin.evaluate.EvaluationPlan;
import dev.akin.evaluate.Ranker;
import dev.akin.evaluate.Ranking;
import dev.akin.evaluate.metric.RankingMetric;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.TestUser;
import dev.akin.learn.AlsParameters;
import dev.akin.learn.AlsTrainer;
import dev.akin.learn.Interactions;
import dev.akin.learn.TrainingMemory;
import dev.akin.model.FactorModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// ALS in a JVM that has just started, as a command line or a nightly training meets it: seconds of
/// every training in turn, so the first line is the cold one, and what the process had taken by
/// then.
///
/// `AlsRun FILE [name=value ...]` trains on a random four fifths of the pairs of a file and
/// measures NDCG@10 on the rest; a number instead of a file generates so many interactions, several
/// with commas between one after another. Names: `factors`, `iterations`, `regularization`,
/// `unobservedWeight`, `blockSize`, `conjugateSteps`, `threads`, `seed`, `repeat`.
public final class AlsRun {
  private static final int CUT = 10;

  private AlsRun() {}

  public static void main(String[] arguments) throws IOException {
    AlsOptions options = AlsOptions.parse(arguments);
    if (options.source().matches("[0-9,]+")) {
      for (String draws : options.source().split(",")) {
        Interactions generated = GeneratedPairs.of(Integer.parseInt(draws), options.seed());
        train(generated, options);
      }
      return;
    }
    Fold fold = PairFile.split(Path.of(options.source()), options.seed());
    FactorModel model = train(fold.train(), options);
    System.out.printf(Locale.ROOT, "NDCG@%d %.4f%n", CUT, quality(fold, model));
  }

  private static FactorModel train(Interactions interactions, AlsOptions options) {
    AlsParameters parameters = options.parameters();
    TrainingMemory memory = TrainingMemory.of(interactions);
    System.out.printf(
        Locale.ROOT,
        "%,d cells, %,d users, %,d items, %.0f MB foretold; %d factors, %d iterations%n",
        memory.cells(),
        memory.users(),
        memory.items(),
        memory.als(parameters) / 1e6,
        parameters.factors(),
        parameters.iterations());
    FactorModel model = null;
    for (int r = 0; r < options.repeat(); r++) {
      model = timed(interactions, parameters);
    }
    return model;
  }

  private static FactorModel timed(Interactions interactions, AlsParameters parameters) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long processor = system.getProcessCpuTime();
    long start = System.nanoTime();
    FactorModel model = new AlsTrainer(parameters).fit(interactions);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "fit %.3f s (%.4f s per iteration), processor %.3f s, process %.2f s, load %.1f%n",
        seconds,
        seconds / parameters.iterations(),
        (system.getProcessCpuTime() - processor) / 1e9,
        ManagementFactory.getRuntimeMXBean().getUptime() / 1e3,
        system.getSystemLoadAverage());
    return model;
  }

  private static double quality(Fold fold, FactorModel model) {
    Ranking ranking = new Ranker(fold, EvaluationPlan.at(CUT, 1, 2)).rank(model);
    double sum = 0;
    for (int user = 0; user < fold.tests().size(); user++) {
      TestUser test = fold.tests().get(user);
      int[] list = ranking.items()[user];
      boolean[] hits = new boolean[list.length];
      for (int r = 0; r < list.length; r++) {
        hits[r] = Arrays.binarySearch(test.relevant(), list[r]) >= 0;
      }
      sum += RankingMetric.NDCG.of(hits, test.truths(), CUT);
    }
    return sum / fold.tests().size();
  }
}
