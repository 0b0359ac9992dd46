package dev.akin.local.evaluate;

import dev.akin.evaluate.EvaluationPlan;
import dev.akin.evaluate.EvaluationReport;
import dev.akin.evaluate.HeapRoom;
import dev.akin.evaluate.ReportJson;
import dev.akin.evaluate.metric.Bootstrap;
import dev.akin.local.evaluate.EvaluationSession.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `akin evaluate`: compares algorithms on interaction files.
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Compares algorithms on interaction files, ranking the full catalogue.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:a file could not be written", "2:bad input or options"})
public final class EvaluateCommand implements Callable<Integer> {
  static final int BAD_INPUT = 2;

  @Mixin InputOptions input = new InputOptions();
  @Mixin AlgorithmOptions algorithms = new AlgorithmOptions();
  @Mixin SliceOptions slices = new SliceOptions();

  @Option(
      names = "--k",
      paramLabel = "K",
      split = ",",
      defaultValue = "10",
      description = "lengths of the list, the main one first (default: ${DEFAULT-VALUE})")
  List<Integer> cuts = List.of(10);

  @Option(
      names = "--sampled-candidates",
      paramLabel = "N",
      defaultValue = "0",
      description = "rank the hidden items among N random ones only; flatters, for comparison only")
  int sampledCandidates;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "1000",
      description = "of the bootstrap intervals (default: ${DEFAULT-VALUE})")
  int resamples = 1000;

  @Option(names = "--threads", paramLabel = "N", description = "default: all processors")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", paramLabel = "FILE", description = "write the report as JSON")
  @Nullable Path json;

  @Option(names = "--html", paramLabel = "FILE", description = "write the report as one page")
  @Nullable Path html;

  @Option(
      names = "--recommendations",
      paramLabel = "FILE",
      description = "write algorithm,user,rank,item,score of the first seed")
  @Nullable Path recommendations;

  HeapRoom room = new JvmHeap();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine shell = Objects.requireNonNull(spec, "run it by picocli").commandLine();
    try {
      evaluate(shell.getOut(), shell.getErr()::println);
      return 0;
    } catch (BadInputException | IllegalArgumentException refused) {
      shell.getErr().println(refused.getMessage());
      return BAD_INPUT;
    } catch (IOException failed) {
      shell.getErr().println("cannot write " + failed.getMessage());
      return 1;
    }
  }

  private void evaluate(PrintWriter out, Consumer<String> warnings) throws IOException {
    if (threads < 1) {
      throw new BadInputException("--threads must be positive, was " + threads);
    }
    if (sampledCandidates < 0) {
      throw new BadInputException(
          "--sampled-candidates must not be negative, was " + sampledCandidates);
    }
    if (resamples < 2) {
      throw new BadInputException("--resamples must be 2 at least, was " + resamples);
    }
    long first = algorithms.seeds().getFirst();
    EvaluationPlan plan =
        new EvaluationPlan(
            cuts, sampledCandidates, new Bootstrap(resamples, 0.95, first), first, threads);
    algorithms.requireKnown();
    input.requireAllUsed();
    EvaluationSession session =
        new EvaluationSession(input, algorithms, slices, plan, new Surroundings(room, warnings));
    EvaluationReport report = session.run();
    out.print(ReportTable.of(report));
    out.flush();
    if (json != null) {
      write(json, ReportJson.of(report));
    }
    if (html != null) {
      write(html, ReportPage.of(report));
    }
    if (recommendations != null) {
      RecommendationsFile.write(recommendations, session.firstLists());
    }
    if (algorithms.bestFile != null) {
      write(algorithms.bestFile, ParameterFile.best(report));
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }
}
