package dev.akin.bench;

import dev.akin.learn.AlsParameters;
import dev.akin.learn.AlsTrainer;
import dev.akin.learn.Interactions;
import dev.akin.learn.ItemKnnParameters;
import dev.akin.learn.ItemKnnTrainer;
import dev.akin.math.CsrBuilder;
import dev.akin.math.SeededRandom;
import dev.akin.model.ItemScorer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Whole trainings on generated interactions of about the size and skew of MovieLens-1M.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class AlsBenchmark {
  private static final int USERS = 6_000;
  private static final int ITEMS = 3_700;
  private static final int DRAWS = 1_200_000;

  @Param({"32", "64", "1024"})
  public int blockSize;

  @Param({"64", "128"})
  public int factors;

  private Interactions interactions = new Interactions(new CsrBuilder().build(0, 0));

  @Setup
  public void generate() {
    SeededRandom random = new SeededRandom(1);
    CsrBuilder cells = new CsrBuilder();
    for (int n = 0; n < DRAWS; n++) {
      double skew = random.nextDouble();
      int item = (int) (ITEMS * skew * skew);
      cells.add(random.nextInt(USERS), item, 1);
    }
    interactions = new Interactions(cells.build(USERS, ITEMS));
  }

  @Benchmark
  public ItemScorer als() {
    AlsParameters parameters =
        AlsParameters.DEFAULT.withFactors(factors).withBlockSize(blockSize).withThreads(2);
    return new AlsTrainer(parameters).fit(interactions);
  }

  @Benchmark
  public ItemScorer itemKnn() {
    return new ItemKnnTrainer(ItemKnnParameters.DEFAULT.withThreads(2)).fit(interactions);
  }
}
