package dev.akin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds `src/docs/comparison.md` to the tests that it calls as witnesses.
class ComparisonPageTest {
  private static final Path PAGE = Path.of("src", "docs", "comparison.md");
  private static final Pattern WITNESS = Pattern.compile("`([A-Z][A-Za-z]+)#([a-z][A-Za-z0-9]+)`");
  private static final int SHORTEST_REASON = 15;

  /// Source of every test and contract by the name of its class.
  private static final Map<String, String> TESTS = new HashMap<>();

  /// One row of the page.
  record Row(int number, String akin, List<String> rivals) {}

  @BeforeAll
  static void readTheTests() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        TESTS.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
      }
    }
  }

  static List<Row> rows() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.matches("\\| [0-9]+ \\|.*"))
        .map(line -> line.split("\\s*\\|\\s*"))
        .map(cells -> new Row(Integer.parseInt(cells[1]), cells[3], List.of(cells).subList(4, 7)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyClaimHasItsWitnessAndEveryNoItsReason(Row row) {
    assertThat(row.akin()).matches("(yes|partly|no)\\b.*");
    if (row.akin().startsWith("no")) {
      assertThat(row.akin()).startsWith("no: ").hasSizeGreaterThan(SHORTEST_REASON);
    } else {
      assertThat(row.akin()).containsPattern(WITNESS);
    }
    assertThat(row.rivals()).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyWitnessIsATest(Row row) {
    Matcher witness = WITNESS.matcher(row.akin());
    while (witness.find()) {
      assertThat(TESTS).containsKey(witness.group(1));
      assertThat(TESTS.get(witness.group(1)))
          .as(witness.group())
          .containsPattern(
              "@(Test|ParameterizedTest)\\b(?:(?!\\bvoid\\b)[\\s\\S])*\\bvoid "
                  + witness.group(2)
                  + "\\(");
    }
  }

  @Test
  void noRowIsLeftOut() throws IOException {
    assertThat(rows().stream().map(Row::number).collect(Collectors.toList()))
        .isEqualTo(IntStream.rangeClosed(1, 43).boxed().toList());
  }

  @Test
  void whatOthersDoIsSaidWithItsDate() throws IOException {
    assertThat(Files.readString(PAGE)).containsPattern("read\\s+in November 2026");
  }
}
