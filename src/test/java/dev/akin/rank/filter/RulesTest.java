package dev.akin.rank.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RulesTest {
  private static final ExpressionLimits LIMITS = ExpressionLimits.DEFAULT;
  private static final CatalogueSnapshot SHOP = FilterShop.catalogue(FilterShop.five());
  private static final FilterContext NOW = FilterContext.at(FilterShop.NOW);

  @Test
  void aFilterLeavesWhatIsAllowed() {
    RulesInForce rules = rules("exists(price) and not (price > 60)", List.of()).over(SHOP, NOW);

    assertThat(rules.allowed().test(number("mug"))).isTrue();
    assertThat(rules.allowed().test(number("shoe"))).isTrue();
    assertThat(rules.allowed().count()).isEqualTo(2);
  }

  @Test
  void noRuleAllowsEverythingAndChangesNothing() {
    RulesInForce rules = Rules.NONE.over(SHOP, NOW);

    assertThat(rules.allowed().count()).isEqualTo(SHOP.size());
    assertThat(rules.factor().applyAsDouble(number("mug"))).isEqualTo(1);
    assertThat(rules.promoted()).isEmpty();
    assertThat(rules.groups()).isEmpty();
  }

  @Test
  void boostsMultiplyWhereTheyApply() {
    RulesInForce rules =
        rules(
                null,
                List.of(
                    Boost.parse("\"gift\" in tags", "2", LIMITS),
                    Boost.parse("available", "1 + attributes.margin", LIMITS)))
            .over(SHOP, NOW);

    assertThat(rules.factor().applyAsDouble(number("mug"))).isCloseTo(2.8, within(1e-12));
    assertThat(rules.factor().applyAsDouble(number("tea"))).as("margin is missing").isEqualTo(2);
    assertThat(rules.factor().applyAsDouble(number("lamp"))).isEqualTo(1);
  }

  @Test
  void aFactorStaysInItsRange() {
    RulesInForce rules =
        rules(
                null,
                List.of(
                    Boost.parse("id = \"mug\"", "1000", LIMITS),
                    Boost.parse("id = \"mug\"", "99", LIMITS),
                    Boost.parse("id = \"tea\"", "-3", LIMITS),
                    Boost.parse("id = \"shoe\"", "price / 0", LIMITS)))
            .over(SHOP, NOW);

    assertThat(rules.factor().applyAsDouble(number("mug"))).isEqualTo(Boost.MOST);
    assertThat(rules.factor().applyAsDouble(number("tea"))).isEqualTo(Boost.LEAST);
    assertThat(rules.factor().applyAsDouble(number("shoe"))).isEqualTo(1);
  }

  @Test
  void promotedItemsAreThoseOfTheFilter() {
    Rules rules =
        new Rules(
            null,
            List.of(),
            List.of(new Pin(new ItemId("tea"), 1)),
            List.of(Promotion.parse("sale", "\"gift\" in tags", 0.2, LIMITS)),
            List.of(new Cap("attributes.brand", 0, 2)));

    RulesInForce inForce = rules.over(SHOP, NOW);

    assertThat(inForce.promoted().getFirst().test(number("tea"))).isTrue();
    assertThat(inForce.promoted().getFirst().count()).isEqualTo(2);
    assertThat(inForce.groups()).hasSize(1);
    assertThat(inForce.rules()).isEqualTo(rules);
  }

  @Test
  void aCapGroupsItemsByTheirFirstValue() {
    IntUnaryOperator brand = new Cap("attributes.brand", 0, 2).groups(SHOP);
    assertThat(brand.applyAsInt(number("mug"))).isEqualTo(brand.applyAsInt(number("lamp")));
    assertThat(brand.applyAsInt(number("shoe")))
        .isNotEqualTo(brand.applyAsInt(number("mug")))
        .isNotNegative();
    assertThat(brand.applyAsInt(number("tea"))).isEqualTo(-1);

    IntUnaryOperator sizes = new Cap("attributes.sizes", 0, 2).groups(SHOP);
    assertThat(sizes.applyAsInt(number("shoe"))).isNotNegative();
    assertThat(sizes.applyAsInt(number("mug"))).isEqualTo(-1);
    assertThat(new Cap("attributes.none", 0, 2).groups(SHOP).applyAsInt(0)).isEqualTo(-1);
  }

  @Test
  void aCapOnCategoriesCountsAsManyLevelsAsItSays() {
    CatalogueSnapshot shop =
        new CatalogueSnapshot(
            new String[] {"a", "b", "c", "d"},
            new boolean[4],
            new boolean[4],
            new long[4],
            new long[4],
            new int[] {0, 1, 3, 4, 4},
            new int[] {0, 1, 2, 2},
            new String[] {"Home > Mugs > Red", "Home > Mugs > Blue", "Shoes"});

    assertThat(groups(new Cap("categories", 1, 1), shop)).containsExactly(0, 0, 1, -1);
    assertThat(groups(new Cap("categories", 2, 1), shop)).containsExactly(0, 0, 1, -1);
    assertThat(groups(new Cap("categories", 3, 1), shop)).containsExactly(0, 1, 2, -1);
    assertThat(groups(new Cap("categories", 0, 1), shop)).containsExactly(0, 1, 2, -1);
  }

  @Test
  void everyRefusalNamesItsField() {
    refused("when", "unknown_name", () -> Boost.parse("prise > 3", "2", LIMITS));
    refused("by", "type", () -> Boost.parse("available", "available", LIMITS));
    refused("filter", "syntax", () -> Promotion.parse("sale", "", 0.5, LIMITS));
    refused("share", "out_of_range", () -> Promotion.parse("sale", "available", 0, LIMITS));
    refused(
        "share", "out_of_range", () -> Promotion.parse("sale", "available", Double.NaN, LIMITS));
    refused("share", "out_of_range", () -> Promotion.parse("sale", "available", 1.01, LIMITS));
    refused("position", "out_of_range", () -> new Pin(new ItemId("a"), 0));
    refused("position", "out_of_range", () -> new Pin(new ItemId("a"), 101));
    refused("field", "unknown_name", () -> new Cap("title", 0, 2));
    refused("field", "unknown_name", () -> new Cap("attributes.", 0, 2));
    refused("level", "out_of_range", () -> new Cap("currency", 1, 2));
    refused("level", "out_of_range", () -> new Cap("categories", 11, 2));
    refused("most", "out_of_range", () -> new Cap("categories", 0, 0));
    refused("filter", "syntax", () -> Rules.filter("(", LIMITS));
    assertThat(Rules.filter(null, LIMITS)).isNull();
  }

  @Test
  void rulesThatContradictEachOtherAreRefused() {
    Boost boost = Boost.parse("available", "2", LIMITS);
    Pin first = new Pin(new ItemId("a"), 1);
    Promotion most = Promotion.parse("sale", "available", 0.6, LIMITS);
    Cap cap = new Cap("currency", 0, 2);

    refused(
        "boost",
        "too_many",
        () -> all(Collections.nCopies(21, boost), List.of(), List.of(), List.of()));
    refused(
        "pins[1].position",
        "duplicate",
        () -> all(List.of(), List.of(first, new Pin(new ItemId("b"), 1)), List.of(), List.of()));
    refused(
        "pins[1].itemId",
        "duplicate",
        () -> all(List.of(), List.of(first, new Pin(new ItemId("a"), 2)), List.of(), List.of()));
    refused(
        "promotions",
        "out_of_range",
        () -> all(List.of(), List.of(), List.of(most, most), List.of()));
    refused(
        "caps[1].field",
        "duplicate",
        () -> all(List.of(), List.of(), List.of(), List.of(cap, cap)));
  }

  @Test
  void whatTheRequestLacksNamesTheRule() {
    Rules rules =
        rules(
            null,
            List.of(
                Boost.parse("available", "2", LIMITS), Boost.parse("price < $max", "2", LIMITS)));

    refused("boost[1].when", "parameter", () -> rules.over(SHOP, NOW));
    FilterContext given =
        new FilterContext(
            FilterShop.NOW, null, List.of(), Map.of("max", new AttributeValue.Number(20)));
    assertThat(rules.over(SHOP, given).factor().applyAsDouble(number("mug"))).isEqualTo(4);
  }

  private static int[] groups(Cap cap, CatalogueSnapshot shop) {
    IntUnaryOperator groups = cap.groups(shop);
    int[] found = new int[shop.size()];
    Arrays.setAll(found, groups);
    return found;
  }

  private static Rules rules(@Nullable String filter, List<Boost> boosts) {
    return new Rules(Rules.filter(filter, LIMITS), boosts, List.of(), List.of(), List.of());
  }

  private static Rules all(
      List<Boost> boosts, List<Pin> pins, List<Promotion> promotions, List<Cap> caps) {
    return new Rules(null, boosts, pins, promotions, caps);
  }

  private static void refused(String field, String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.remedy()).isNotBlank();
            });
  }

  private static int number(String id) {
    return SHOP.find(id);
  }
}
