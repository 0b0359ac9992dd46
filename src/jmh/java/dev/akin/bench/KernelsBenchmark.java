package dev.akin.bench;

import dev.akin.math.Cholesky;
import dev.akin.math.Kernels;
import dev.akin.math.Panel;
import dev.akin.math.QuantizedQuery;
import dev.akin.math.SeededRandom;
import dev.akin.math.SelectedRows;
import dev.akin.math.SelectedRows.Span;
import dev.akin.math.TopK;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/// The loops that serving and training spend their time in, with the kernels that this JVM has; run
/// without `--add-modules` for the plain twin.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelsBenchmark {
  private static final int CATALOGUE = 100_000;
  private static final int PANEL_ROWS = 64;

  @Param({"64", "128"})
  public int factors;

  private final Kernels kernels = Kernels.best();
  private byte[] rows = {};
  private float[] query = {};
  private float[] panel = {};
  private float[] gram = {};
  private float[] right = {};
  private final float[] ones = new float[PANEL_ROWS];
  private SelectedRows picked =
      new SelectedRows(panel, 0, new Span(0, 0), new int[0], new Span(0, 0));
  private final float[] scales = new float[CATALOGUE];
  private final float[] scores = new float[CATALOGUE];

  @Setup
  public void fill() {
    SeededRandom random = new SeededRandom(1);
    rows = new byte[CATALOGUE * factors];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (byte) (random.nextInt(255) - 127);
    }
    Arrays.fill(scales, 0.01f);
    query = normal(random, factors);
    panel = normal(random, PANEL_ROWS * factors);
    gram = new float[factors * factors];
    right = new float[factors];
    Arrays.fill(ones, 1);
    int[] rowNumbers = IntStream.range(0, PANEL_ROWS).toArray();
    picked =
        new SelectedRows(panel, factors, new Span(0, factors), rowNumbers, new Span(0, PANEL_ROWS));
    scoreCatalogue();
  }

  private static float[] normal(SeededRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /// 100,000 int8 rows times one query.
  @Benchmark
  public float[] scoreCatalogue() {
    kernels.accumulateScores(rows, scales, QuantizedQuery.of(query), scores);
    return scores;
  }

  /// The best 100 of 100,000 scores.
  @Benchmark
  public int[] bestHundred() {
    return TopK.of(scores, 100, _ -> true);
  }

  /// 64 rows into a k x k matrix.
  @Benchmark
  public float[] addOuter() {
    kernels.addOuter(new Panel(panel, 0, PANEL_ROWS, factors), 1, 0, gram);
    return gram;
  }

  /// Both passes over 64 rows of one product of conjugate gradients.
  @Benchmark
  public float[] addErrors() {
    Arrays.fill(right, 0);
    kernels.addErrors(picked, ones, query, 1, right);
    return right;
  }

  /// One row of a half-step: normal equations of 64 interactions, factored and solved.
  @Benchmark
  public boolean solveRow() {
    Arrays.fill(gram, 0);
    Arrays.fill(right, 1);
    for (int c = 0; c < factors; c++) {
      gram[c * factors + c] = 1;
    }
    addOuter();
    return new Cholesky(kernels, factors).solve(gram, right);
  }
}
