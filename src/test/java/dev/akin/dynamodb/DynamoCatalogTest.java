package dev.akin.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.port.Catalog;
import dev.akin.port.Catalog.Page;
import dev.akin.port.CatalogContract;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshTables.Extension.class)
final class DynamoCatalogTest extends CatalogContract {
  private final Catalog catalog;

  DynamoCatalogTest(FreshTables tables) {
    catalog = tables.catalog();
  }

  @Override
  protected Catalog catalog() {
    return catalog;
  }

  @Test
  void aPageOfLargeItemsFitsTheAnswerOfAFunction() {
    Map<String, AttributeValue> notes = new HashMap<>();
    for (int note = 0; note < 50; note++) {
      notes.put("note " + note, new AttributeValue.Text("n".repeat(1_000)));
    }
    List<Item> large =
        IntStream.range(0, 60)
            .mapToObj(i ->
                new Item(
                    new ItemId("item-" + i),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    true,
                    null,
                    null,
                    notes))
            .toList();
    assertThat(catalog.put(large)).isEmpty();
    Page first = catalog.page(null, 500);
    assertThat(first.items()).hasSizeBetween(15, 21);
    List<Item> seen = new ArrayList<>(first.items());
    for (Page page = first; page.next() != null; seen.addAll(page.items())) {
      page = catalog.page(page.next(), 500);
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(large);
  }
}
