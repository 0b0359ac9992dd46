package dev.akin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.evaluate.TinyShop;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import picocli.CommandLine;

class EvaluateCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @BeforeEach
  void writeTheShop() throws IOException {
    Files.writeString(
        file("data.csv"),
        TinyShop.rows(120, 40, 2).stream()
            .map(r -> r.user() + "," + r.item() + "," + r.value() + "," + r.time())
            .collect(Collectors.joining("\n", "user,item,value,timestamp\n", "\n")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "per-user", "leave-last-one-out", "time", "strong"})
  void everyProtocolGivesATable(String protocol) {
    assertThat(few("--data", "data.csv", "--protocol", protocol, "--k", "5")).isZero();
    assertThat(out.toString()).contains("ndcg@5", "als", "item-knn", "popularity", "significan");
  }

  @Test
  void theSameCommandTwiceGivesTheSameNumbers() throws IOException {
    for (String threads : List.of("1", "3")) {
      run(
          "--data",
          "data.csv",
          "--k",
          "5",
          "--algorithms",
          "als,item-knn,popularity",
          "--set",
          "als.factors=8",
          "--threads",
          threads,
          "--json",
          threads + "t.json");
    }
    assertThat(withoutTimes("3t.json")).isEqualTo(withoutTimes("1t.json"));
  }

  @Test
  void everyMetricCanBeRecomputedFromTheRecommendations() throws IOException {
    Files.writeString(file("train.csv"), "u,a\nu,b\nv,c\nv,d\nw,a\nw,c\n");
    Files.writeString(file("test.csv"), "u,c\nv,a\nv,z\nnobody,a\n");
    int code =
        run(
            "--train",
            "train.csv",
            "--test",
            "test.csv",
            "--k",
            "2",
            "--algorithms",
            "popularity",
            "--json",
            "r.json",
            "--recommendations",
            "r.csv");
    assertThat(code).as(err.toString()).isZero();
    Map<String, List<String>> lists = new HashMap<>();
    List<String> lines = Files.readAllLines(file("r.csv"));
    assertThat(lines.getFirst()).isEqualTo("algorithm,user,rank,item,score");
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",");
      lists.computeIfAbsent(fields[1], _ -> new ArrayList<>()).add(fields[3]);
    }
    assertThat(lists).isEqualTo(Map.of("u", List.of("c", "d"), "v", List.of("a", "b")));
    JsonNode metrics = json("r.json").at("/algorithms/0/metrics");
    assertThat(metrics.at("/precision@2/mean").asDouble()).isEqualTo(0.5);
    assertThat(metrics.at("/recall@2/mean").asDouble()).isEqualTo(0.75);
    double ndcg = (1 + 1 / (1 + Math.log(2) / Math.log(3))) / 2;
    assertThat(metrics.at("/ndcg@2/mean").asDouble()).isCloseTo(ndcg, within(1e-12));
    assertThat(metrics.at("/map@2/mean").asDouble()).isEqualTo((1 + 1 / 2.0) / 2);
    assertThat(metrics.at("/mrr@2/mean").asDouble()).isEqualTo(1);
    assertThat(metrics.at("/hitRate@2/mean").asDouble()).isEqualTo(1);
    assertThat(metrics.at("/recallCapped@2/mean").asDouble()).isEqualTo(0.75);
    assertThat(metrics.at("/coverage@2/mean").asDouble()).isEqualTo(1);
    JsonNode skipped = json("r.json").at("/setup/skipped");
    assertThat(skipped.get("test users unknown in training").asInt()).isEqualTo(1);
    assertThat(skipped.get("hidden items unknown in training").asInt()).isEqualTo(1);
  }

  @Test
  void thePageIsWellFormedAndFetchesNothing() throws Exception {
    Files.writeString(file("data<&>.csv"), Files.readString(file("data.csv")));
    assertThat(few("--data", "data<&>.csv", "--k", "5", "--html", "page.html")).isZero();
    String page = Files.readString(file("page.html"));
    assertThat(page).doesNotContain("<script", "http:", "https:", "url(", "NaN", "data<&>");
    assertThat(page).contains("prefers-color-scheme: dark", "role=\"img\"", "lang=\"en\"");
    String body = page.substring(page.indexOf("<main>"), page.indexOf("</body>"));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(body)));
    Set<String> ids = new HashSet<>();
    var matcher = Pattern.compile("id=\"([a-z]+)\"").matcher(body);
    while (matcher.find()) {
      assertThat(ids.add(matcher.group(1))).isTrue();
    }
    assertThat(ids).contains("quality", "differences", "coverage", "slices", "method");
  }

  @Test
  void tuningFindsParametersAndReportsThem() throws IOException {
    int code =
        run(
            "--data",
            "data.csv",
            "--k",
            "5",
            "--algorithms",
            "item-knn,popularity",
            "--tune",
            "--trials",
            "4",
            "--json",
            "t.json",
            "--html",
            "t.html");
    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString()).contains("tuned");
    JsonNode tuning = json("t.json").at("/tunings/0");
    assertThat(tuning.get("algorithm").asText()).isEqualTo("item-knn");
    assertThat(json("t.json").at("/algorithms/0/parameters")).isEqualTo(tuning.get("best"));
    assertThat(json("t.json").get("tunings")).hasSize(1);
  }

  @Test
  void severalSeedsAreRunAndListed() throws IOException {
    run(
        "--data",
        "data.csv",
        "--k",
        "5",
        "--seeds",
        "1,2,3",
        "--algorithms",
        "popularity",
        "--json",
        "s.json");
    assertThat(json("s.json").at("/algorithms/0/bySeed")).hasSize(3);
    assertThat(json("s.json").at("/setup/seeds")).hasSize(3);
  }

  @Test
  void severalGivenFoldsOnTheUnitScaleAreOneReport() throws IOException {
    Files.writeString(file("a.csv"), "u,a,1\nu,b,5\nv,a,2\nv,b,4\nw,a,3\n");
    Files.writeString(file("b.csv"), "w,b,5\nu,c,3\n");
    int code =
        run(
            "--train",
            "a.csv",
            "--test",
            "b.csv",
            "--train",
            "a.csv",
            "--test",
            "b.csv",
            "--k",
            "1",
            "--scale-to-unit",
            "--algorithms",
            "ratings",
            "--json",
            "f.json",
            "--set",
            "ratings.factors=2,ratings.draws=2");
    assertThat(code).as(err.toString()).isZero();
    JsonNode report = json("f.json");
    assertThat(report.at("/algorithms/0/metrics/mse/mean").asDouble()).isBetween(0.0, 1.0);
    assertThat(report.at("/algorithms/0/bySeed")).hasSize(2);
    assertThat(report.at("/setup/notes/0").asText()).startsWith("2 runs");
    assertThat(report.at("/algorithms/0/curves/training RMSE").size()).isPositive();
  }

  @Test
  void whatTheDataCannotFeedIsLeftOutWithTheRemedy() throws IOException {
    Files.writeString(file("two.csv"), "u,a\nu,b\nv,a\nv,b\nw,a\nw,b\n");
    assertThat(run("--data", "two.csv", "--k", "1")).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("content needs texts", "--item-attributes", "trending needs times", "ease");
    refused("trending needs times", "--data", "two.csv", "--algorithms", "trending");
    refused("one of cosine", "--data", "two.csv", "--set", "item-knn.weighting=x");
  }

  @Test
  void tunedParametersCanBeGivenBack() throws IOException {
    run(
        "--data",
        "data.csv",
        "--k",
        "5",
        "--algorithms",
        "item-knn",
        "--tune",
        "--trials",
        "3",
        "--best-parameters",
        file("best.txt").toString(),
        "--json",
        "a.json");
    run(
        "--data",
        "data.csv",
        "--k",
        "5",
        "--algorithms",
        "item-knn",
        "--parameters",
        file("best.txt").toString(),
        "--json",
        "b.json");
    assertThat(json("b.json").at("/algorithms/0/metrics"))
        .isEqualTo(json("a.json").at("/algorithms/0/metrics"));
  }

  @Test
  void onlyPurchasesOfOnlineRetailAreRead() throws IOException {
    Files.writeString(
        file("retail.csv"),
        """
        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
        1,12345A,"LAMP, RED",2,2010-12-01 08:26:00,2.5,17850.0,UK
        1,12346,CUP,2,2010-12-01 08:26:00,2.5,17850.0,UK
        C2,12347,CUP,-2,2010-12-01 08:26:00,2.5,17850.0,UK
        3,POST,POSTAGE,1,2010-12-01 08:26:00,2.5,17850.0,UK
        4,12346,CUP,1,2010-12-01 08:26:00,0,17851.0,UK
        5,12346,CUP,1,2010-12-01 08:26:00,1,,UK
        """);
    int code =
        run(
            "--data",
            "retail.csv",
            "--format",
            "online-retail",
            "--k",
            "1",
            "--algorithms",
            "popularity",
            "--json",
            "r.json");
    assertThat(code).as(err.toString()).isEqualTo(0);
    assertThat(json("r.json").at("/setup/skipped/lines that are no purchases").asInt())
        .isEqualTo(4);
  }

  @Test
  void attributesBecomeSlices() throws IOException {
    Files.writeString(file("users.csv"), "id,group\nu1,red\nu2,blue\nu3,red\nu4,blue\n");
    few("--data", "data.csv", "--k", "5", "--user-attributes", "users.csv");
    assertThat(out.toString()).contains("group = red");
  }

  @Test
  void slicesOfAFewUsersAreInTheTableButNotDrawn() throws IOException {
    StringBuilder users = new StringBuilder("id,group,half\n");
    for (int user = 0; user < 120; user++) {
      users.append("u%d,g%d,h%d\n".formatted(user, user % 25, user % 2));
    }
    Files.writeString(file("users.csv"), users);
    few("--data", "data.csv", "--k", "5", "--user-attributes", "users.csv", "--html", "page.html");
    String page = Files.readString(file("page.html"));
    assertThat(page)
        .contains("<figcaption>half = h0 ", "<figcaption>half = h1 ")
        .doesNotContain("<figcaption>group = ")
        .contains("group = g24")
        .containsPattern("2[5-7] smaller ones are in the table only");
  }

  @Test
  void sampledCandidatesAreNamedInTheReport() {
    few("--data", "data.csv", "--k", "5", "--sampled-candidates", "7");
    assertThat(out.toString()).contains("SAMPLED").contains("7 random");
  }

  /// As many algorithms as a table needs.
  private int few(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--algorithms", "als,item-knn,popularity", "--set", "als.factors=8"));
    return run(all.toArray(String[]::new));
  }

  private void refused(String message, String... arguments) {
    err.getBuffer().setLength(0);
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(message).hasLineCount(1);
  }

  /// Names that are files of the folder get its path.
  private int run(String... arguments) {
    String[] absolute = arguments.clone();
    for (int i = 0; i < absolute.length; i++) {
      absolute[i] =
          absolute[i].matches("[^.]+\\.(csv|json|html)")
              ? file(absolute[i]).toString()
              : absolute[i];
    }
    out.getBuffer().setLength(0);
    return new CommandLine(new EvaluateCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(absolute);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(file(name).toFile());
  }

  private String withoutTimes(String name) throws IOException {
    return Files.readString(file(name)).replaceAll("\"(train|rank)Seconds\": [0-9.E-]+", "");
  }
}
