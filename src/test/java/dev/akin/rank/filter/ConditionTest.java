package dev.akin.rank.filter;

import static dev.akin.rank.filter.CompiledConditionTest.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.shop.Action;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The language by example, on five items: lamp, mug, old, shoe and tea. The item being looked at
/// is the mug; the user bought the shoe 3 days ago and viewed the lamp an hour ago.
final class ConditionTest {
  private static final SortedMap<String, Item> ITEMS = FilterShop.five();
  private static final FilterContext CONTEXT =
      new FilterContext(
          FilterShop.NOW,
          ITEMS.get("mug"),
          List.of(
              past("shoe", new Action.Purchase(1, null), Duration.ofDays(3)),
              past("lamp", new Action.View(), Duration.ofHours(1)),
              past("gone", new Action.Like(), Duration.ofHours(1))),
          Map.of(
              "max", new AttributeValue.Number(60),
              "brand", new AttributeValue.Text("Acme"),
              "since", new AttributeValue.Text("2026-11-01"),
              "young", new AttributeValue.Text("7d"),
              "ids", new AttributeValue.Texts(List.of("mug", "tea", "gone")),
              "wanted", new AttributeValue.Texts(List.of("Home", "Shoes")),
              "yes", new AttributeValue.Flag(true)));

  private static PastEvent past(String item, Action action, Duration age) {
    List<String> categories = item.equals("shoe") ? List.of("Shoes > Kids", "Sale") : List.of();
    return new PastEvent(new ItemId(item), action, FilterShop.NOW.minus(age), categories);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // Conditions and how they bind.
        "available | mug old shoe tea",
        "not available | lamp",
        "available = false | lamp",
        "true | lamp mug old shoe tea",
        "false or available and price < 20 | mug",
        "(false or available) and not (price < 20) | old shoe tea",
        "not available or price < 20 | lamp mug",
        "(price > 20) = available | shoe",
        // Numbers, and that what is missing satisfies nothing.
        "price = 50 | shoe",
        "price != 50 | lamp mug",
        "price < 50 | mug",
        "price <= 50 | mug shoe",
        "price > 50 | lamp",
        "price >= 50.0 | lamp shoe",
        "50 <= price | lamp shoe",
        "not (price >= 50) | mug old tea",
        "price * 2 + 1 = 101 | shoe",
        "price / 0 > 1 |",
        "price - -10 >= 60 | lamp shoe",
        "-price < -60 | lamp",
        "10 - 2 - 3 = 5 and price > 0 | lamp mug shoe",
        "8 / 2 / 2 = 2 and 2 + 3 * 4 = 14 | lamp mug old shoe tea",
        "price in (12.5, 80) | lamp mug",
        "price not in (12.5, 80) | old shoe tea",
        // Texts: exact, by case.
        "title = \"Red mug\" | mug",
        "title = 'red mug' |",
        "title != \"Shoe\" | mug tea",
        "currency = \"EUR\" | mug shoe",
        "currency in (\"CHF\", \"USD\") | lamp",
        "id = \"tea\" | tea",
        "id != \"tea\" | lamp mug old shoe",
        "id < \"mug\" | lamp",
        "id <= \"n\" | lamp mug",
        "id > \"old\" | shoe tea",
        "id >= \"old\" | old shoe tea",
        "title < \"S\" | mug",
        "title = '\\u0053hoe' | shoe",
        // Lists.
        "\"gift\" in tags | mug tea",
        "\"gift\" not in tags | lamp old shoe",
        "tags in (\"new\", \"sale\") | mug shoe",
        "\"37\" in attributes.sizes | shoe",
        "attributes.sizes = \"37\" | shoe",
        "attributes.sizes != \"38\" | shoe",
        "attributes.sizes != \"37\" |",
        // Categories are paths.
        "\"Home\" in categories | mug",
        "\"Home > Mugs\" in categories | mug",
        "\"Home > Mug\" in categories |",
        "\"Homeware\" in categories | lamp",
        "\"home\" in categories |",
        "categories in (\"Home\", \"Sale\") | mug shoe",
        "\"Shoes\" in categories and \"Sale\" in categories | shoe",
        // Attributes of any type.
        "attributes.brand = \"Acme\" | lamp mug",
        "attributes.brand != \"Acme\" | shoe",
        "attributes.organic | mug",
        "not attributes.organic | lamp old shoe tea",
        "attributes.organic = true | mug",
        "attributes.margin > 0.3 | mug",
        "attributes.margin = \"?\" | lamp",
        "attributes.margin != 1 | mug",
        "attributes[\"in stock\"] >= 3 | shoe",
        "attributes.unheardOf = 1 |",
        "price * attributes.margin = 5 | mug",
        // Time.
        "age <= 2d | lamp mug",
        "age > 36h | mug shoe",
        "age < 1w | lamp mug",
        "createdAt >= \"2026-11-30\" | lamp",
        "createdAt < \"2026-11-30T06:00:00+01:00\" | mug shoe",
        "createdAt >= $since | lamp mug",
        "age < $young | lamp mug",
        "exists(createdAt) | lamp mug shoe",
        // What exists.
        "exists(price) | lamp mug shoe",
        "exists(title) | mug shoe tea",
        "exists(tags) | mug shoe tea",
        "exists(categories) | lamp mug shoe",
        "exists(attributes.brand) | lamp mug shoe",
        "exists(attributes.unheardOf) |",
        "exists(current.title) and not exists(current.attributes.sizes) | lamp mug old shoe tea",
        "exists(id) and exists(available) and exists(age) | lamp mug shoe",
        // The item being looked at.
        "price >= 4 * current.price | lamp shoe",
        "id != current.id | lamp old shoe tea",
        "tags in current.tags | mug tea",
        "categories in current.categories | mug",
        "attributes.brand = current.attributes.brand | lamp mug",
        "\"Home\" in current.categories and available | mug old shoe tea",
        "\"Shoes\" in current.categories |",
        "age > current.age | shoe",
        "createdAt = current.createdAt | mug",
        // Parameters.
        "price <= $max | mug shoe",
        "attributes.brand = $brand | lamp mug",
        "id in $ids | mug tea",
        "id not in $ids | lamp old shoe",
        "id in (\"old\", $brand) | old",
        "categories in $wanted | mug shoe",
        "$wanted in categories | mug shoe",
        "$yes and price > 60 | lamp",
        // The user's past.
        "bought() | shoe",
        "bought(3d) | shoe",
        "bought(71h) |",
        "viewed(1h) | lamp",
        "seen() | lamp shoe",
        "seen(2h) | lamp",
        "liked(1d) or carted() or returned() or rated() or clicked() or disliked() |",
        "category_bought() | shoe",
        "not category_bought(30d) and price > 0 | lamp mug",
        "available and price <= 50 and \"Shoes\" in categories and not bought(1d) and price >= 0.8 * current.price | shoe",
      })
  void means(String text, @Nullable String ids) {
    List<String> expected = ids == null ? List.of() : List.of(ids.split(" "));
    assertThat(found(text)).containsExactlyElementsOf(expected);
  }

  @Test
  void agesCountFromTheMomentOfTheRequest() {
    FilterContext later =
        new FilterContext(FilterShop.NOW.plus(Duration.ofDays(1)), null, CONTEXT.past(), Map.of());

    assertThat(found("bought(3d)", later)).isEmpty();
    assertThat(found("age <= 2d", later)).containsExactly("lamp");
  }

  @Test
  void whatHappensLaterThanNowIsFresh() {
    FilterContext earlier =
        new FilterContext(
            FilterShop.NOW.minus(Duration.ofDays(100)), null, CONTEXT.past(), Map.of());

    assertThat(found("bought(1m)", earlier)).containsExactly("shoe");
    assertThat(found("age <= 0m", earlier)).containsExactly("lamp", "mug", "shoe");
  }

  @Test
  void anEmptyShopHasNothingToFilter() {
    Condition condition = valid(Condition.parse("not (price > 3)", ExpressionLimits.DEFAULT));

    ItemSet found =
        valid(
            condition.over(
                FilterShop.catalogue(Collections.emptySortedMap()),
                FilterContext.at(FilterShop.NOW)));

    assertThat(found.count()).isZero();
    assertThat(found.size()).isZero();
  }

  @Test
  void aConditionSaysWhatItNeeds() {
    Condition condition =
        valid(
            Condition.parse(
                "(price<$b)and id in $a and bought( 7d )and current.price=1",
                ExpressionLimits.DEFAULT));

    assertThat(condition.parameters()).containsExactly("a", "b");
    assertThat(condition.readsPast()).isTrue();
    assertThat(condition.readsCurrent()).isTrue();
    assertThat(condition.canonical())
        .isEqualTo("price < $b and id in $a and bought(1w) and current.price = 1");
    Condition plain = valid(Condition.parse("available", ExpressionLimits.DEFAULT));
    assertThat(plain.readsPast()).isFalse();
    assertThat(plain.readsCurrent()).isFalse();
    assertThat(plain.parameters()).isEmpty();
  }

  @Test
  void parametersHaveBounds() {
    List<String> many = Collections.nCopies(501, "a");
    Assertions.assertThatThrownBy(() -> given("x", new AttributeValue.Texts(many)))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> assertThat(refused.field()).isEqualTo("parameters.x"));
    Assertions.assertThatThrownBy(() -> given("x", new AttributeValue.Number(Double.NaN)))
        .isInstanceOf(InvalidFieldException.class);
    Map<String, AttributeValue> crowd = new HashMap<>();
    IntStream.range(0, 51).forEach(i -> crowd.put("p" + i, new AttributeValue.Flag(true)));
    Assertions.assertThatThrownBy(() -> new FilterContext(FilterShop.NOW, null, List.of(), crowd))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("50");
  }

  private static FilterContext given(String name, AttributeValue value) {
    return new FilterContext(FilterShop.NOW, null, List.of(), Map.of(name, value));
  }

  private static List<String> found(String text) {
    return found(text, CONTEXT);
  }

  private static List<String> found(String text, FilterContext context) {
    Condition condition = valid(Condition.parse(text, ExpressionLimits.DEFAULT));
    ItemSet found = valid(condition.over(FilterShop.catalogue(ITEMS), context));
    String[] ids = ITEMS.keySet().toArray(String[]::new);
    return IntStream.range(0, ids.length).filter(found).mapToObj(i -> ids[i]).toList();
  }
}
