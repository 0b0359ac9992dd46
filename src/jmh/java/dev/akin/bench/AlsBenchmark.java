package dev.akin.bench;

import dev.akin.learn.AlsParameters;
import dev.akin.learn.AlsTrainer;
import dev.akin.learn.EaseParameters;
import dev.akin.learn.EaseTrainer;
import dev.akin.learn.Interactions;
import dev.akin.learn.ItemKnnParameters;
import dev.akin.learn.ItemKnnTrainer;
import dev.akin.math.CsrBuilder;
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

/// Whole trainings on about 800,000 generated interactions, as many as four fifths of MovieLens-1M
/// have, on two threads and warm. ALS makes ten iterations, so a tenth of its time is one.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class AlsBenchmark {
  private static final int DRAWS = 850_000;
  private static final AlsParameters ALS = AlsParameters.DEFAULT.withIterations(10).withThreads(2);

  @Param({"64", "128"})
  public int factors;

  private Interactions interactions = new Interactions(new CsrBuilder().build(0, 0));

  @Setup
  public void generate() {
    interactions = GeneratedPairs.of(DRAWS, 1);
  }

  @Benchmark
  public ItemScorer conjugate() {
    return new AlsTrainer(ALS.withFactors(factors).withConjugateSteps(3)).fit(interactions);
  }

  @Benchmark
  public ItemScorer blocksOf32() {
    return blocks(32);
  }

  @Benchmark
  public ItemScorer exact() {
    return blocks(factors);
  }

  private ItemScorer blocks(int size) {
    AlsParameters parameters = ALS.withFactors(factors).withConjugateSteps(0).withBlockSize(size);
    return new AlsTrainer(parameters).fit(interactions);
  }

  @Benchmark
  public ItemScorer ease() {
    return new EaseTrainer(EaseParameters.DEFAULT.withThreads(2)).fit(interactions);
  }

  @Benchmark
  public ItemScorer itemKnn() {
    return new ItemKnnTrainer(ItemKnnParameters.DEFAULT.withThreads(2)).fit(interactions);
  }
}
