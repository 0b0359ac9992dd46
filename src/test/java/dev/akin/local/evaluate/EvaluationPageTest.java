package dev.akin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.evaluate.metric.ListMetric;
import dev.akin.evaluate.metric.RankingMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Holds `src/docs/evaluation.md` and `src/docs/algorithms.md` to the command that they describe.
class EvaluationPageTest {
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

  @Test
  void everyOptionOnThePagesIsOne() throws IOException {
    Set<String> known =
        new CommandLine(new EvaluateCommand()).getCommandSpec().optionsMap().keySet();
    Set<String> written = new TreeSet<>();
    Matcher option = OPTION.matcher(page("evaluation.md") + page("algorithms.md"));
    while (option.find()) {
      written.add(option.group());
    }
    assertThat(written).hasSizeGreaterThan(10).isSubsetOf(known);
  }

  @Test
  void everyMetricOfAListIsDefined() throws IOException {
    String page = page("evaluation.md");
    for (RankingMetric metric : RankingMetric.values()) {
      assertThat(page).contains("| " + metric.key() + "@k | ");
    }
    for (ListMetric metric : ListMetric.values()) {
      assertThat(page).contains("| " + metric.key() + "@k | ");
    }
  }

  private static String page(String name) throws IOException {
    return Files.readString(Path.of("src", "docs", name));
  }
}
