package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.akin.learn.SearchSpace.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds `src/docs/algorithms.md` to the code, so that nobody reads there what is no longer so.
class AlgorithmsPageTest {
  private static final String NOT_TUNED = "–";

  /// Larger ones cannot be told from the next number.
  private static final double MOST_EXACT = 1e15;

  /// A line of a table of parameters.
  private record Row(String range, String byDefault, String tuned) {}

  static Stream<Named<Algorithm>> all() {
    return Algorithms.all().stream().map(algorithm -> Named.of(algorithm.name(), algorithm));
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatItNeedsIsSaid(Algorithm algorithm) throws IOException {
    String needs = algorithm.needs().stream().map(Need::title).collect(Collectors.joining(", "));
    assertThat(section(algorithm).replaceAll("\\s+", " "))
        .contains("- Needs: pairs" + (needs.isEmpty() ? "" : " and " + needs) + ". ")
        .contains("- When: ", "- Source: ", "- Cost", "Memory: ", "- Shares: ");
  }

  @ParameterizedTest
  @MethodSource("all")
  void exactlyItsParametersAreListedWithTheirDefaults(Algorithm algorithm) throws IOException {
    Map<String, Row> rows = rows(algorithm);
    assertThat(rows).containsOnlyKeys(algorithm.parameters().keySet());
    algorithm
        .parameters()
        .forEach((name, parameter) -> {
          String text = defaultOf(algorithm, Objects.requireNonNull(rows.get(name)).byDefault());
          assertThat(algorithm.value(name, text)).as(name).isEqualTo(parameter.orElse());
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsSearchedIsListed(Algorithm algorithm) throws IOException {
    Map<String, Range> searched =
        algorithm.space().ranges().stream().collect(Collectors.toMap(Range::name, range -> range));
    rows(algorithm)
        .forEach((name, row) -> {
          Range range = searched.get(name);
          if (range == null) {
            assertThat(row.tuned()).as(name).isEqualTo(NOT_TUNED);
          } else {
            assertThat(ends(row.tuned())).as(name).containsExactly(range.low(), range.high());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void bothEndsOfARangeAreTakenAndNothingBeyond(Algorithm algorithm) throws IOException {
    for (Map.Entry<String, Row> row : rows(algorithm).entrySet()) {
      String name = row.getKey();
      List<String> words = Objects.requireNonNull(algorithm.parameters().get(name)).words();
      if (!words.isEmpty()) {
        assertThat(row.getValue().range()).isEqualTo(String.join(", ", words));
        continue;
      }
      double[] ends = ends(row.getValue().range());
      assertThat(with(algorithm, name, ends[0])).isNotNull();
      refuses(algorithm, name, ends[0] - 1);
      if (ends[1] < MOST_EXACT) {
        assertThat(with(algorithm, name, ends[1])).isNotNull();
        refuses(algorithm, name, ends[1] * 1.01 + 1);
      }
    }
  }

  @Test
  void everySectionWithNeedsIsAnAlgorithm() throws IOException {
    List<String> described =
        Arrays.stream(page().split("\n## "))
            .filter(section -> section.contains("\n- Needs: "))
            .flatMap(section -> Arrays.stream(section.lines().findFirst().orElse("").split(", ")))
            .toList();
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Algorithms.all().stream().map(Algorithm::name).toList());
  }

  private static void refuses(Algorithm algorithm, String name, double value) {
    assertThatIllegalArgumentException()
        .as("%s = %s", name, value)
        .isThrownBy(() -> with(algorithm, name, value))
        .withMessageContaining(name);
  }

  private static Trainer with(Algorithm algorithm, String name, double value) {
    return algorithm.trainer(TrainingSettings.of(1, 1).withValues(Map.of(name, value)));
  }

  private static double[] ends(String range) {
    return Arrays.stream(range.split(" to ")).mapToDouble(Double::parseDouble).toArray();
  }

  /// What a cell says of one algorithm: `bm25 (item-knn-tf-idf: tf-idf)` is two answers.
  private static String defaultOf(Algorithm algorithm, String cell) {
    String own = "(" + algorithm.name() + ": ";
    int from = cell.indexOf(own);
    return from < 0
        ? cell.split(" ")[0]
        : cell.substring(from + own.length(), cell.indexOf(')', from));
  }

  private static Map<String, Row> rows(Algorithm algorithm) throws IOException {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String line : section(algorithm).split("\n")) {
      String[] cells = line.split("\\s*\\|\\s*");
      if (line.startsWith("| `") && cells.length == 6) {
        String name = cells[1].replace("`", "");
        assertThat(rows.put(name, new Row(cells[2], cells[3], cells[4]))).as(name).isNull();
      }
    }
    return rows;
  }

  /// The part of the page whose heading has the name.
  private static String section(Algorithm algorithm) throws IOException {
    Optional<String> section =
        Arrays.stream(page().split("\n## "))
            .filter(part ->
                List.of(part.lines().findFirst().orElse("").split(", ")).contains(algorithm.name()))
            .findFirst();
    assertThat(section).as("a section %s in algorithms.md", algorithm.name()).isPresent();
    return section.orElseThrow();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("src", "docs", "algorithms.md"));
  }
}
