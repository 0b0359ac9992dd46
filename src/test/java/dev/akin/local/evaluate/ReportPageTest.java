package dev.akin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.evaluate.TinyShop;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ReportPageTest {
  private static final Pattern COLOUR = Pattern.compile("--([a-z0-9]+): #([0-9a-f]{6})");

  @TempDir private Path folder;

  @Test
  void everyPlotIsThereWithAllAlgorithmsAndALinkToIt() throws IOException {
    String page = page();
    for (String section : List.of("quality", "coverage", "slices", "curves")) {
      assertThat(page).contains("<a href=\"#" + section + "\">", "<h2 id=\"" + section + "\">");
    }
    assertThat(drawing(page, "NDCG@5 per algorithm with 95 % intervals"))
        .contains("autoencoder", "popularity", "class=\"whisker s0\"", "class=\"whisker s1\"");
    assertThat(drawing(page, "Catalogue coverage against mean popularity"))
        .contains("autoencoder", "popularity");
    assertThat(drawing(page, "Recall per algorithm: "))
        .contains("<rect", "class=\"interval\"", "autoencoder", "popularity");
    assertThat(drawing(page, "Learning curve: cross-entropy")).contains("<polyline", "autoencoder");
  }

  private static String drawing(String page, String label) {
    int start = page.indexOf("aria-label=\"" + label);
    assertThat(start).as(label).isPositive();
    return page.substring(start, page.indexOf("</svg>", start));
  }

  /// The contrasts that WCAG 2.1 asks for: 4.5 for text, 3 for what is drawn.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyColourIsReadableInLightAndDark(boolean dark) {
    String[] modes = PageStyle.CSS.split("prefers-color-scheme: dark");
    Map<String, String> colours = new TreeMap<>();
    Matcher colour = COLOUR.matcher(modes[dark ? 1 : 0]);
    while (colour.find()) {
      colours.put(colour.group(1), colour.group(2));
    }
    assertThat(colours).containsKeys("page", "card", "ink", "soft", "accent", "s0", "s7");
    colours.forEach((name, value) -> {
      if (!List.of("page", "card", "rule").contains(name)) {
        double least = name.matches("s[0-9]") ? 3 : 4.5;
        for (String ground : List.of("page", "card")) {
          assertThat(contrast(value, colours.getOrDefault(ground, "")))
              .as("%s on %s", name, ground)
              .isGreaterThan(least);
        }
      }
    });
  }

  private static double contrast(String first, String second) {
    double a = luminance(first);
    double b = luminance(second);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * linear(colour, 0) + 0.7152 * linear(colour, 2) + 0.0722 * linear(colour, 4);
  }

  private static double linear(String colour, int at) {
    double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private String page() throws IOException {
    Path data = folder.resolve("data.csv");
    Files.writeString(
        data,
        TinyShop.rows(120, 40, 2).stream()
            .map(r -> r.user() + "," + r.item())
            .collect(Collectors.joining("\n", "user,item\n", "\n")));
    Path page = folder.resolve("page.html");
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new EvaluateCommand())
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err, true))
            .execute(
                "--data",
                data.toString(),
                "--k",
                "5",
                "--algorithms",
                "autoencoder,popularity",
                "--set",
                "autoencoder.hidden=8,autoencoder.epochs=3",
                "--html",
                page.toString());
    assertThat(code).as(err.toString()).isZero();
    return Files.readString(page);
  }
}
