package dev.akin.rank.filter;

import static dev.akin.rank.filter.FilterShop.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.math.SeededRandom;
import dev.akin.model.CatalogueSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever is sent, the answer is an expression or a located refusal.
final class ExpressionFuzzTest {
  private static final ExpressionLimits WIDE = new ExpressionLimits(100_000, 200, 2_000);
  private static final int CASES = 20_000;

  private static final List<String> SOUP =
      List.of(
          "and",
          "or",
          "not",
          "in",
          "true",
          "false",
          "(",
          ")",
          "[",
          "]",
          ",",
          ".",
          "=",
          "!=",
          "<",
          "<=",
          ">",
          ">=",
          "+",
          "-",
          "*",
          "/",
          "3",
          "0.5",
          "30d",
          "12h",
          "\"a\"",
          "'b'",
          "\"",
          "$x",
          "$",
          "price",
          "tags",
          "categories",
          "age",
          "createdAt",
          "available",
          "current.",
          "current",
          "attributes.",
          "attributes[\"x\"]",
          "exists(",
          "bought(",
          "category_seen(",
          "💛",
          "\\",
          "&");

  private static final CatalogueSnapshot CATALOGUE = FilterShop.catalogue(FilterShop.five());

  @Test
  void randomCharactersAreRefusedOrUnderstood() {
    for (int seed = 0; seed < CASES; seed++) {
      SeededRandom random = new SeededRandom(seed);
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(30);
      for (int i = 0; i < length; i++) {
        text.append(
            (char) (random.nextInt(8) == 0 ? random.nextInt(0x10000) : random.nextInt(128)));
      }
      check(seed, text.toString());
    }
  }

  @Test
  void tokensInAnyOrderAreRefusedOrUnderstood() {
    int understood = 0;
    for (int seed = 0; seed < CASES; seed++) {
      SeededRandom random = new SeededRandom(seed);
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(10);
      for (int i = 0; i < length; i++) {
        text.append(one(random, SOUP)).append(random.nextInt(4) == 0 ? "" : " ");
      }
      understood += check(seed, text.toString()) ? 1 : 0;
    }
    assertThat(understood).as("soups that mean something").isPositive();
  }

  @Test
  void damagedExpressionsAreRefusedOrUnderstood() {
    int understood = 0;
    for (int seed = 0; seed < CASES; seed++) {
      SeededRandom random = new SeededRandom(seed);
      StringBuilder text =
          new StringBuilder(Printer.print(new RandomTrees(random).condition(random.nextInt(3))));
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, one(random, SOUP));
        default -> text.setLength(at);
      }
      understood += check(seed, text.toString()) ? 1 : 0;
    }
    assertThat(understood).isBetween(CASES / 20, CASES * 19 / 20);
  }

  @Test
  void whatIsPrintedReadsBackAsTheSameTree() {
    for (int seed = 0; seed < CASES; seed++) {
      Node tree = new RandomTrees(new SeededRandom(seed)).condition(seed % 5);
      String text = Printer.print(tree);

      Node again = Parser.parse(text, WIDE);

      assertThat(withoutPlaces(again)).as("seed %s: %s", seed, text).isEqualTo(withoutPlaces(tree));
      assertThat(Printer.print(again)).isEqualTo(text);
    }
  }

  private static String withoutPlaces(Node tree) {
    return tree.toString().replaceAll("at=\\d+", "");
  }

  /// Returns whether the text was understood.
  private static boolean check(int seed, String text) {
    return switch (Condition.parse(text, ExpressionLimits.DEFAULT)) {
      case Checked.Valid(Condition condition) -> {
        Checked<ItemSet> found = condition.over(CATALOGUE, FilterContext.at(FilterShop.NOW));
        if (found instanceof Checked.Invalid(ExpressionProblem problem)) {
          requireLocated(seed, text, problem);
        }
        yield true;
      }
      case Checked.Invalid(ExpressionProblem problem) -> {
        requireLocated(seed, text, problem);
        yield false;
      }
    };
  }

  private static void requireLocated(int seed, String text, ExpressionProblem problem) {
    assertThat(problem.column())
        .as("seed %s: %s: %s", seed, text, problem)
        .isBetween(1, text.codePointCount(0, text.length()) + 1);
    assertThat(problem.message()).isNotBlank();
    assertThat(problem.remedy()).isNotBlank();
    assertThat(problem.found()).hasSizeLessThanOrEqualTo(80);
  }
}
