package dev.akin.rank.filter;

import static dev.akin.rank.filter.CompiledConditionTest.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ItemFields;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every refusal says where, what and how else.
final class ExpressionProblemTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // Signs and tokens: column, what stands there, code, words of the remedy.
        "price & 3 | 7 | & | syntax | write and",
        "a ;; b | 3 | ; | syntax | parentheses",
        "!available | 1 | ! | syntax | not",
        "title = “x” | 9 | “ | syntax | straight quotes",
        "💛 = 1 | 1 | 💛 | syntax | quotes",
        "title = \"💛\" ? | 13 | ? | syntax | quotes",
        "title = \"abc | 9 | \"abc | syntax | close it",
        "title = \"a\\q\" | 11 | \\q | syntax | backslash",
        "title = \"a\\u12\" | 11 | \\u | syntax | \\u0041",
        "price < 3x | 9 | 3x | syntax | 30d",
        "price < 1.5h | 9 | 1.5h | syntax | whole numbers",
        "bought(99999d) | 8 | 99999d | syntax | 36500",
        "price < $ 3 | 9 | $ | syntax | $maxPrice",
        // Structure.
        "~~ | 1 | ~~ | syntax | available",
        "available and | 14 | ~~ | syntax | complete",
        "and available | 1 | and | syntax | complete",
        "(available | 11 | ~~ | syntax | close the parenthesis",
        "available) | 10 | ) | syntax | drop it",
        "available price | 11 | price | syntax | and or or",
        "available AND price < 3 | 11 | AND | syntax | lower case: and",
        "NOT available | 1 | NOT | unknown_name | lower case: not",
        "price == 3 | 8 | = | syntax | single =",
        "price = 3 = 4 | 11 | = | syntax | and",
        "1 < price < 3 | 11 | < | syntax | and price <= 50",
        "price in 3 | 10 | 3 | syntax | (\"EUR\", \"CHF\")",
        "price in bought() | 10 | bought | syntax | categories",
        "price in () | 11 | ) | syntax | lists hold",
        "price in (1, | 13 | ~~ | syntax | lists hold",
        "price in (1 2) | 13 | 2 | syntax | commas",
        "price in (-\"a\") | 12 | \"a\" | syntax | lists hold",
        "price in (price) | 11 | price | syntax | lists hold",
        "current.price.x = 1 | 14 | . | syntax | and or or",
        "current = 1 | 9 | = | syntax | current.price",
        "attributes = 1 | 12 | = | syntax | attributes.colour",
        "attributes[colour] = 1 | 12 | colour | syntax | attributes[\"in stock\"]",
        "attributes[\"a\" = 1 | 16 | = | syntax | attributes.colour",
        "tags[1] = \"a\" | 5 | [ | syntax | only attributes",
        "exists(3) | 8 | 3 | syntax | exists(price)",
        "exists(price + 1) | 14 | + | syntax | exists(price)",
        "bought(3) | 8 | 3 | syntax | bought(30d)",
        "bought(3d, 4d) | 10 | , | syntax | bought(30d)",
        // Names.
        "prise < 3 | 1 | prise | unknown_name | did you mean price?",
        "createdat < 3 | 1 | createdat | unknown_name | did you mean createdAt?",
        "categoreis = 1 | 1 | categoreis | unknown_name | did you mean categories?",
        "zebra < 3 | 1 | zebra | unknown_name | fields are id, title",
        "current.prize < 3 | 9 | prize | unknown_name | did you mean price?",
        "current.3 = 1 | 9 | 3 | unknown_name | fields are",
        "user.age > 3 | 1 | user | unknown_name | $name",
        "free-shipping = 1 | 1 | free | unknown_name | fields are",
        "price-shipping = 1 | 7 | shipping | unknown_name | hyphen",
        "bougth(30d) | 1 | bougth | unknown_name | did you mean bought?",
        "category_bougt(30d) | 1 | category_bougt | unknown_name | category_bought",
        "sqrt(3) | 1 | sqrt | unknown_name | functions are exists",
        // Types.
        "price | 1 | price | type | compare it",
        "title and available | 1 | title | type | compare it",
        "not 3 | 5 | 3 | type | compare it",
        "available + 1 = 2 | 1 | available | type | only numbers",
        "price < \"3\" | 9 | \"3\" | type | one type",
        "price = title | 9 | title | type | one type",
        "-title = 3 | 2 | title | type | only numbers",
        "tags = \"a\" | 1 | tags | type | in tags",
        "categories = \"a\" | 1 | categories | type | in categories",
        "available < true | 1 | available < true | type | = or !=",
        "age < 3 | 7 | 3 | type | 30d",
        "3d < price | 6 | price | type | 30d",
        "age < attributes.x | 7 | attributes.x | type | 30d",
        "age < \"soon\" | 7 | \"soon\" | type | 30d",
        "createdAt < \"soon\" | 13 | \"soon\" | type | 2026-11-30",
        "createdAt < \"2026-02-30\" | 13 | \"2026-02-30\" | type | 2026-11-30",
        "createdAt < 3d | 13 | 3d | type | 2026-11-30",
        "age * 2 < 3d | 1 | age | type | only numbers",
        "\"a\" in title | 8 | title | type | with =",
        "3 in tags | 6 | tags | type | lists of texts",
        "price in (1, \"a\") | 14 | \"a\" | type | a list holds",
        "tags in (1) | 10 | 1 | type | a list holds",
        "age in (3d) | 1 | age | type | with =",
        "title in (3d) | 11 | 3d | type | a list holds",
        "available in (true) | 1 | available | type | with =",
        "tags in categories | 1 | tags | type | current.categories",
        "categories in attributes.x | 15 | attributes.x | type | current.categories",
        "categories in categories | 15 | categories | type | current.categories",
        "tags in current.categories | 1 | tags | type | current.categories",
      })
  void isLocated(String text, int column, @Nullable String found, String code, String remedy) {
    ExpressionProblem problem = problem(text);

    assertThat(problem.column()).as(problem.describe()).isEqualTo(column);
    assertThat(problem.found()).isEqualTo(found == null ? "" : found);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.remedy()).contains(remedy);
    assertThat(problem.describe()).startsWith("column " + column).endsWith(problem.remedy());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "price < $maxi | 9 | $maxi | parameter | did you mean max?",
        "price < $text | 9 | $text | type | one type",
        "price = $list | 9 | $list | type | id in $list",
        "$max | 1 | $max | type | compare it",
        "id in (\"a\", $list) | 13 | $list | type | without parentheses",
        "price in $list | 10 | $list | type | lists of texts",
        "id in $max | 7 | $max | type | lists of texts",
        "age < $max | 7 | $max | type | 30d",
        "createdAt > $text | 13 | $text | type | 2026-11-30",
        "available and price < current.price | 23 | current.price | no_current_item | parameter",
        "exists(current.price) | 8 | current.price | no_current_item | parameter",
      })
  void whatTheRequestLacksIsLocated(
      String text, int column, String found, String code, String remedy) {
    FilterContext context =
        new FilterContext(
            FilterShop.NOW,
            null,
            List.of(),
            Map.of(
                "max", new AttributeValue.Number(3),
                "text", new AttributeValue.Text("x"),
                "list", new AttributeValue.Texts(List.of("a"))));

    ExpressionProblem problem = refusal(text, FilterShop.catalogue(FilterShop.five()), context);

    assertThat(problem.column()).as(problem.describe()).isEqualTo(column);
    assertThat(problem.found()).isEqualTo(found);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.remedy()).contains(remedy);
  }

  @Test
  void anAttributeThatIsTooLargeToBeHeldIsRefusedAndNotEmpty() {
    SortedMap<String, Item> items = new TreeMap<>();
    for (int i = 0; i < 1_200; i++) {
      String id = "i" + i;
      Map<String, AttributeValue> attributes =
          Map.of("manual", new AttributeValue.Text(id + "x".repeat(990)));
      items.put(
          id,
          new Item(
              new ItemId(id),
              null,
              null,
              List.of(),
              List.of(),
              null,
              true,
              null,
              null,
              attributes));
    }
    CatalogueSnapshot catalogue = FilterShop.catalogue(items);
    assertThat(catalogue.fields().leftOut()).containsExactly("attributes.manual");

    ExpressionProblem problem =
        refusal("attributes.manual = \"x\"", catalogue, FilterContext.at(FilterShop.NOW));

    assertThat(problem.code()).isEqualTo("not_held");
    assertThat(problem.column()).isEqualTo(1);
    assertThat(1_200 * 990).isGreaterThan(ItemFields.LEAST_BYTES);
  }

  @Test
  void slipsInNamesOfAttributesAreFoundOnDemand() {
    CatalogueSnapshot catalogue = FilterShop.catalogue(FilterShop.five());
    Condition condition =
        valid(
            Condition.parse(
                "attributes.brand = \"a\" and attributes.margn > 1 or attributes.zebra",
                ExpressionLimits.DEFAULT));

    List<ExpressionProblem> slips = condition.unknownAttributes(catalogue);

    assertThat(slips).extracting(ExpressionProblem::column).containsExactly(28, 52);
    assertThat(slips.getFirst().remedy()).startsWith("did you mean attributes.margin?");
    assertThat(valid(condition.over(catalogue, FilterContext.at(FilterShop.NOW))).count()).isZero();
  }

  @Test
  void aBombIsRefusedWhereItGoesTooFar() {
    assertThat(problem("(".repeat(2_000)).code()).isEqualTo("too_large");
    assertThat(problem("(".repeat(51) + "available" + ")".repeat(51)).column()).isEqualTo(51);
    assertThat(problem("not ".repeat(499) + "true").message()).contains("50");
    assertThat(problem("-".repeat(1_900) + "1 = 1").message()).contains("50");
    ExpressionProblem wide = problem("1" + "+1".repeat(900) + " = 1");
    assertThat(wide.message()).contains("400 parts");
    assertThat(wide.column()).isBetween(390, 410);
    ExpressionProblem text = problem("available or " + "x".repeat(1_988));
    assertThat(text.column()).isEqualTo(2_001);
    assertThat(text.found()).hasSizeLessThanOrEqualTo(40);
    assertThat(problem("a".repeat(2_000)).remedy()).doesNotContain("did you mean");
  }

  @Test
  void whatFitsTheLimitsIsAccepted() {
    String deep = "(".repeat(50) + "available" + ")".repeat(50);
    String wide = "1" + "+1".repeat(197) + " = 1";

    assertThat(valid(Condition.parse(deep, ExpressionLimits.DEFAULT)).canonical())
        .isEqualTo("available");
    assertThat(valid(Condition.parse(wide, ExpressionLimits.DEFAULT)).parameters()).isEmpty();
  }

  private static ExpressionProblem refusal(
      String text, CatalogueSnapshot catalogue, FilterContext context) {
    Condition condition = valid(Condition.parse(text, ExpressionLimits.DEFAULT));
    if (condition.over(catalogue, context) instanceof Checked.Invalid(ExpressionProblem problem)) {
      return problem;
    }
    throw new AssertionError(text + " was accepted");
  }

  private static ExpressionProblem problem(String text) {
    if (Condition.parse(text, ExpressionLimits.DEFAULT)
        instanceof Checked.Invalid(ExpressionProblem problem)) {
      return problem;
    }
    throw new AssertionError(text + " was accepted");
  }
}
