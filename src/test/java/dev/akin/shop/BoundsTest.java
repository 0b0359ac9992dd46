package dev.akin.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Values that a store could not hold, refused by name.
final class BoundsTest {
  private static final String BROKEN = "half a sign: \uD834";

  @Test
  void unpairedSurrogatesAreRefusedWhereverTextComesIn() {
    assertRefused("title", "not_unicode", () -> item(BROKEN, Map.of()));
    assertRefused(
        "attributes.a",
        "not_unicode",
        () -> item("t", Map.of("a", new AttributeValue.Text(BROKEN))));
    assertRefused(
        "attributes",
        "not_unicode",
        () -> item("t", Map.of(BROKEN, new AttributeValue.Flag(true))));
    assertRefused(
        "recommendationId", "not_unicode", () -> new Attribution(BROKEN, List.of(), Map.of()));
    assertRefused(
        "context", "not_unicode", () -> new Attribution(null, List.of(), Map.of("k", BROKEN)));
    assertRefused("itemId", "not_unicode", () -> new ItemId(BROKEN));
  }

  @Test
  void theAttributesOfAnItemAreBoundedTogether() {
    Map<String, AttributeValue> attributes = new HashMap<>();
    AttributeValue.Texts full =
        new AttributeValue.Texts(Collections.nCopies(50, "\uFFFD".repeat(990)));
    attributes.put("a", full);
    attributes.put("b", full);
    assertThat(item("t", attributes).attributes()).hasSize(2);
    attributes.put("c", full);
    assertRefused("attributes", "too_large", () -> item("t", attributes));
  }

  @Test
  void numbersBeyondWhatAStoreHoldsAreRefused() {
    for (double number : new double[] {1e101, -1e101, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRefused(
          "attributes.n",
          "out_of_range",
          () -> item("t", Map.of("n", new AttributeValue.Number(number))));
    }
    assertThat(item("t", Map.of("n", new AttributeValue.Number(-1e100))).attributes()).hasSize(1);
  }

  @Test
  void timesThatDoNotSortAsTextAreRefused() {
    assertThat(at(0).time()).isEqualTo(Instant.EPOCH);
    assertThat(at(9_999_999_999_999L).time().toEpochMilli()).isEqualTo(9_999_999_999_999L);
    assertRefused("timestamp", "out_of_range", () -> at(-1));
    assertRefused("timestamp", "out_of_range", () -> at(10_000_000_000_000L));
  }

  private static void assertRefused(String field, String code, Runnable construction) {
    assertThatThrownBy(construction::run)
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.code()).isEqualTo(code);
            });
  }

  private static Event at(long millis) {
    return new Event(
        "e",
        new UserId("u"),
        null,
        new ItemId("i"),
        Instant.ofEpochMilli(millis),
        new Action.View(),
        Attribution.NONE);
  }

  private static Item item(String title, Map<String, AttributeValue> attributes) {
    return new Item(
        new ItemId("x"), title, null, List.of(), List.of(), null, true, null, null, attributes);
  }
}
