package dev.akin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.local.command.Akin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is wrong with files or options ends with exit code 2 and one line that says where.
class BadInputTest {
  private static final String GOOD = "u,a\nu,b\nv,a\nv,b\nw,a\nw,b\n";

  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @BeforeEach
  void writeGoodData() throws IOException {
    write("good.csv", GOOD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "u,i,1\\nu,j,oops | :2: the value \"oops\" is not a finite number",
        "u,i,1\\nu,j,NaN | :2: the value \"NaN\"",
        "u,i,1\\nu,j,Infinity | :2: the value \"Infinity\"",
        "u,i,1\\nu,j,1.1e9 | :2: the value \"1.1e9\" is beyond 1,000,000,000",
        "u,i,1\\nu,j,-2e9 | :2: the value \"-2e9\" is beyond 1,000,000,000",
        "u,i,1\\nu,j,1e39 | :2: the value \"1e39\"",
        "u,i,1,5\\nu,j,1,soon | :2: the timestamp \"soon\" is neither a number nor an ISO date",
        "u,i,1,5\\nu,j,1,NaN | :2: the timestamp \"NaN\"",
        "u,i,1,5\\nu,j,1,1e300 | :2: the timestamp \"1e300\" is beyond the year 9999",
        "u,i,1,5\\nu,j,1,-1e300 | :2: the timestamp \"-1e300\"",
        "u,i,1\\nu | :2: has 1 columns, needs 3",
        "u,i,1\\nu,,1 | :2: item is empty",
        "u,i,1\\r\\n,j,1\\r\\n | :2: user is empty",
        "'' | no interactions in it",
        "'\\n\\n \\n' | no interactions in it",
        "user,item,value,timestamp\\n | no interactions in it",
        "\uFEFFuser,item\\r\\n | no interactions in it",
        "u,i | nothing to",
      })
  void linesThatCannotBeReadAreNamed(String text, String message) throws IOException {
    write("bad.csv", text.replace("\\n", "\n").replace("\\r", "\r"));
    refused(message, "--data", "bad.csv");
    if (message.startsWith(":")) {
      assertThat(err.toString()).contains("bad.csv" + message, "--skip-bad-lines");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user,value\\nu,1 | the item",
        "userId,product name\\nu,1 | the item",
        "Item ID,rating\\ni,1 | the user",
      })
  void aHeaderWithoutAColumnThatIsNeededIsNoData(String text, String missing) throws IOException {
    write("bad.csv", text.replace("\\n", "\n"));
    refused("bad.csv:1: the header names no column for " + missing, "--data", "bad.csv");
    assertThat(err.toString()).contains("--format");
  }

  @Test
  void whatASplitLeftOutIsSaidInWords() throws IOException {
    write("bad.csv", "u,a\nv,b\nw,c\n");
    refused("(left out: 3 users without a hidden item)", "--data", "bad.csv");
  }

  @Test
  void optionsOfASplitAreRefusedWhereNothingIsSplit() {
    for (String option : List.of("--protocol time", "--test-share 0.3", "--test-days 3")) {
      List<String> arguments =
          new ArrayList<>(List.of("--train", "good.csv", "--test", "good.csv"));
      arguments.addAll(List.of(option.split(" ")));
      refused(option.split(" ")[0] + " needs", arguments.toArray(String[]::new));
    }
  }

  @Test
  void filesThatAreNoTablesAreNamed() throws IOException {
    refused("none.csv: there is no such file", "--data", "none.csv");
    refused(": is a folder, give a file", "--train", folder.toString(), "--test", "good.csv");
    refused(": is a folder without tables", "--data", folder.toString());
    assertThat(folder.toFile().list()).as("nothing is made in it").containsExactly("good.csv");
    Files.write(file("zip.csv"), new byte[] {'P', 'K', 3, 4, 0, 0});
    refused("zip.csv: is a zip archive", "--data", "zip.csv");
    Files.write(file("noise.csv"), new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    refused("noise.csv: the gzip data are damaged", "--data", "noise.csv");
    Files.write(file("short.csv"), new byte[] {0x1f, (byte) 0x8b});
    refused("short.csv: the gzip data are damaged", "--data", "short.csv");
    write("long.csv", "u,i\n" + "x".repeat(TextLines.LONGEST + 1));
    refused("long.csv:2: is longer than", "--data", "long.csv");
  }

  @Test
  void gzipDataThatEndTooEarlyAreNamedWithTheLine() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 40_000; line++) {
      text.append('u').append(line * 31 % 977).append(",i").append(line * 17 % 1013).append('\n');
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    Files.write(file("half.csv"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    refused("the gzip data are damaged from here on", "--data", "half.csv");
    assertThat(err.toString()).containsPattern("half\\.csv:[1-9][0-9]*:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--k 0 | k must be positive",
        "--k 3,3 | every k once only",
        "--k 500 | k is 500",
        "--k ten | --k",
        "--seed x | --seed",
        "--seeds 1,1 | every seed once only",
        "--threads 0 | --threads must be positive, was 0",
        "--resamples 0 | --resamples must be 2 at least",
        "--sampled-candidates -1 | --sampled-candidates must not be negative",
        "--trials 0 --tune | --trials must be positive",
        "--test-share 0 | --test-share must be between 0 and 1",
        "--test-share 1 | --test-share must be between 0 and 1",
        "--test-share NaN | --test-share must be between 0 and 1",
        "--held-out-users 2 --protocol strong | --held-out-users must be between 0 and 1",
        "--held-out-users 0.1 | --held-out-users needs --protocol strong",
        "--test-days 3 | --test-days needs --protocol time",
        "--test-days 0 --protocol time | --test-days must be positive",
        "--test-share 0.1 --protocol leave-last-one-out | --test-share needs",
        "--set als.factors=1.5 | factors must be a whole number",
        "--set als.factors=1e300 | factors must be a whole number",
        "--format user,item,user | name every column once only",
        "--protocol guess | choose random",
        "--protocol time | timestamp",
        "--algorithms horoscope | there is no horoscope, choose from blend",
        "--algorithms als,,ease | --algorithms: a name is empty, choose from blend",
        "--algorithms content | content needs texts",
        "--set als.factros=8 | no parameter factros",
        "--set als.factors=0 | factors must be in 1..1024",
        "--set als.factors=many | must be a number",
        "--set factors | --set",
        "--set horoscope.x=1 | write algorithm.parameter=value",
        "--parameters none.txt | none.txt: there is no such file",
        "--best-parameters out.txt | needs --tune",
        "--format user,value | name at least user and item",
        "--format online-retail | has no column CustomerID",
        "--item-attributes none.csv | none.csv: there is no such file",
        "--user-attributes good.csv --positive-from 2 | nothing to train on",
        "--train good.csv | give either --data",
        "--alogrithms als | did you mean --algorithms?",
        "extra | extra",
      })
  void optionsThatCannotBeMeantAreNamed(String options, String message) {
    List<String> arguments = new ArrayList<>(List.of("--data", "good.csv", "--k", "1"));
    List<String> own = List.of(options.split(" "));
    if (own.contains("--k")) {
      arguments.subList(2, 4).clear();
    }
    arguments.addAll(own);
    refused(message, arguments.toArray(String[]::new));
  }

  @Test
  void noAlgorithmAtAllIsNoChoice() {
    refused("--algorithms: a name is empty", "--data", "good.csv", "--k", "1", "--algorithms", "");
  }

  /// Else the report would look as if the attributes had said nothing.
  @Test
  void attributesOfOthersAreRefusedWithAnIdOfEither() throws IOException {
    write("others.csv", "id,kind\nx1,red\nx2,blue\n");
    refused(
        "others.csv: 0 of 2 items have attributes; it has ids such as x1, the data such as a",
        "--data",
        "good.csv",
        "--k",
        "1",
        "--item-attributes",
        "others.csv");
    refused(
        "others.csv: 0 of 3 users have attributes; it has ids such as x1, the data such as u",
        "--data",
        "good.csv",
        "--k",
        "1",
        "--user-attributes",
        "others.csv");
  }

  @Test
  void attributesWithoutIdAreNamedWithTheLine() throws IOException {
    write("items.csv", "id,kind\na,x\n,y\n");
    refused(
        "items.csv:3: the id", "--data", "good.csv", "--k", "1", "--item-attributes", "items.csv");
    write("head.csv", "id,kind\n");
    refused("head.csv: needs", "--data", "good.csv", "--k", "1", "--item-attributes", "head.csv");
  }

  @Test
  void parametersWithoutAValueAreNamedWithTheLine() throws IOException {
    write("best.txt", "# mine\nals.factors\n");
    refused(
        "best.txt:2: write algorithm.parameter=value",
        "--data",
        "good.csv",
        "--parameters",
        file("best.txt").toString());
  }

  @Test
  void skippedLinesAndTestedPairsOfTheTrainingAreCountedInTheReport() throws IOException {
    write("train.csv", "u,a\nu,a\nv,b\nv,c\nw\n");
    write("test.csv", "u,a\nu,b\nu,b\nv,a\n");
    int code =
        run(
            "--train",
            "train.csv",
            "--test",
            "test.csv",
            "--k",
            "1",
            "--algorithms",
            "popularity",
            "--skip-bad-lines",
            "--json",
            "r.json");
    assertThat(code).as(err.toString()).isZero();
    JsonNode setup = new ObjectMapper().readTree(file("r.json").toFile()).get("setup");
    JsonNode skipped = setup.get("skipped");
    assertThat(skipped.get("unreadable lines").asInt()).isEqualTo(1);
    assertThat(skipped.get("tested pairs that training has too").asInt()).isEqualTo(1);
    assertThat(skipped.get("repeated pairs").asInt()).isEqualTo(2);
    assertThat(setup.at("/counts/hidden items").asInt()).isEqualTo(2);
  }

  private void refused(String message, String... arguments) {
    err.getBuffer().setLength(0);
    int code = run(arguments);
    assertThat(err.toString()).contains(message).hasLineCount(1).doesNotContain("\tat ");
    assertThat(code).isEqualTo(2);
  }

  /// Names that are files of the folder get its path.
  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("evaluate"));
    for (String argument : arguments) {
      all.add(argument.matches("[a-z]+\\.(csv|json)") ? file(argument).toString() : argument);
    }
    return Akin.commandLine()
        .setOut(new PrintWriter(new StringWriter(), true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(file(name), text);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
