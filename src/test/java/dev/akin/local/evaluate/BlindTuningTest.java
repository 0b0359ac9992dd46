package dev.akin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.evaluate.TinyShop;
import dev.akin.evaluate.TinyShop.Row;
import dev.akin.local.command.Akin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parameters found with a look at what is tested would flatter. So whatever is tested, the trials
/// and their scores must stay the same.
class BlindTuningTest {
  private static final List<Row> ROWS = TinyShop.rows(120, 40, 2);

  @TempDir private Path folder;

  @Test
  void otherTestedPairsChangeNoTrial() throws IOException {
    write("train.csv", every(0, 1, 2, 3));
    write("test.csv", every(4));
    write("other.csv", every(5));
    JsonNode one = run("--train", "train.csv", "--test", "test.csv");
    JsonNode other = run("--train", "train.csv", "--test", "other.csv");
    assertThat(one.at("/tunings/0/trials")).isNotEmpty();
    assertThat(other.get("tunings")).isEqualTo(one.get("tunings"));
    assertThat(other.get("algorithms")).isNotEqualTo(one.get("algorithms"));
  }

  @Test
  void everyRunIsTunedOnItsOwnTrainingPart() throws IOException {
    write("data.csv", ROWS);
    JsonNode both = run("--data", "data.csv", "--seeds", "1,2");
    assertThat(both.get("tunings")).hasSize(2);
    JsonNode second = run("--data", "data.csv", "--seeds", "2");
    assertThat(both.at("/tunings/1")).isEqualTo(second.at("/tunings/0"));
    assertThat(both.at("/tunings/0")).isNotEqualTo(both.at("/tunings/1"));
  }

  /// The rows with some remainders of six.
  private static List<Row> every(Integer... remainders) {
    return IntStream.range(0, ROWS.size())
        .filter(row -> List.of(remainders).contains(row % 6))
        .mapToObj(ROWS::get)
        .toList();
  }

  private JsonNode run(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("evaluate", "--algorithms", "item-knn", "--k", "5"));
    all.addAll(List.of("--tune", "--trials", "5", "--json", file("report.json").toString()));
    for (String argument : arguments) {
      all.add(argument.endsWith(".csv") ? file(argument).toString() : argument);
    }
    StringWriter err = new StringWriter();
    int code =
        Akin.commandLine()
            .setOut(new PrintWriter(new StringWriter(), true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    assertThat(code).as(err.toString()).isZero();
    return new ObjectMapper().readTree(file("report.json").toFile());
  }

  private void write(String name, List<Row> rows) throws IOException {
    Files.writeString(
        file(name),
        rows.stream()
            .map(r -> r.user() + "," + r.item() + "," + r.value() + "," + r.time())
            .collect(Collectors.joining("\n", "user,item,value,timestamp\n", "\n")));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
