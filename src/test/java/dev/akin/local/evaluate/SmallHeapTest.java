package dev.akin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.evaluate.HeapRoom;
import dev.akin.evaluate.TinyShop;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What cannot fit into the heap is left out beforehand, and the others go on.
class SmallHeapTest {
  private static final long FEW = 150_000;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @BeforeEach
  void writeTheShop() throws IOException {
    Files.writeString(
        folder.resolve("data.csv"),
        TinyShop.rows(120, 40, 2).stream()
            .map(r -> r.user() + "," + r.item() + "," + r.value() + "," + r.time())
            .collect(Collectors.joining("\n", "user,item,value,timestamp\n", "\n")));
  }

  @Test
  void whatCannotFitIsNamedWithItsNeedAndTheRemediesAndTheOthersGoOn() throws IOException {
    assertThat(run(_ -> FEW, "--algorithms", "als,popularity")).isZero();

    assertThat(err.toString())
        .hasLineCount(1)
        .matches("als is left out: als needs \\d+ MB beside what is loaded, the heap has 1 MB.*\\R")
        .containsPattern("java -Xmx\\d+m -jar akin.jar")
        .contains("--set als.factors=", "leave it out of --algorithms");
    assertThat(report().at("/algorithms")).hasSize(1);
    assertThat(report().at("/algorithms/0/name").asText()).isEqualTo("popularity");
    assertThat(report().at("/setup/notes/0").asText()).startsWith("als is left out");
    assertThat(out.toString()).contains("als is left out");
  }

  @Test
  void theSettingThatIsNamedFits() {
    run(_ -> FEW, "--algorithms", "als,popularity");
    String setting = err.toString().replaceAll("(?s).*--set (\\S+),.*", "$1");
    err.getBuffer().setLength(0);

    assertThat(run(_ -> FEW, "--algorithms", "als", "--set", setting)).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whereNothingFitsThereIsNoReport() {
    assertThat(run(_ -> 1, "--algorithms", "als,ease")).isEqualTo(2);

    assertThat(err.toString()).contains("nothing could be trained: als is left out", "ease needs");
    assertThat(folder.resolve("report.json")).doesNotExist();
  }

  @Test
  void theSearchSkipsWhatCannotFit() throws IOException {
    assertThat(run(_ -> 900_000, "--algorithms", "als", "--tune", "--trials", "9")).isZero();

    assertThat(err.toString()).isEmpty();
    JsonNode trials = report().at("/tunings/0/trials");
    assertThat(trials.size()).isPositive();
    trials.forEach(
        trial -> assertThat(trial.at("/parameters/factors").asDouble(128)).isLessThan(60));
  }

  /// In the heap of a real process: 6,000 items, whose square has no place in it.
  @Test
  void aRealHeapHoldsWhatItLetsPass() throws Exception {
    StringBuilder pairs = new StringBuilder("user,item\n");
    for (int n = 0; n < 60_000; n++) {
      pairs.append(n / 12).append(',').append((n * 7919L) % 6_000).append('\n');
    }
    Files.writeString(folder.resolve("data.csv"), pairs);

    String said = process("-Xmx80m", "--algorithms", "ease,item-knn,popularity");

    assertThat(said).contains("ease is left out: ease needs").contains("item-knn", "popularity");
    assertThat(report().at("/algorithms")).hasSize(2);
  }

  private String process(String heap, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules=jdk.incubator.vector", heap));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.akin.local.command.Akin", "evaluate"));
    command.addAll(all(arguments));
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    return Files.readString(said);
  }

  private int run(HeapRoom room, String... arguments) {
    EvaluateCommand command = new EvaluateCommand();
    command.room = room;
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all(arguments).toArray(String[]::new));
  }

  private List<String> all(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--data", folder.resolve("data.csv").toString()));
    all.addAll(List.of("--json", folder.resolve("report.json").toString(), "--k", "5"));
    all.addAll(List.of("--threads", "1"));
    all.addAll(List.of(arguments));
    return all;
  }

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
  }
}
