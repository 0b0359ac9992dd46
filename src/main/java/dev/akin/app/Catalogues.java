package dev.akin.app;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ItemColumn;
import dev.akin.model.ItemFields;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads items back out of a snapshot. It holds neither descriptions nor the columns that were too
/// large, and knows no list of one text: an attribute is a list if some item has more than one
/// value.
final class Catalogues {
  private Catalogues() {}

  static List<String> categories(CatalogueSnapshot catalogue, int item) {
    List<String> names = new ArrayList<>();
    for (int p = catalogue.categoryStarts()[item]; p < catalogue.categoryStarts()[item + 1]; p++) {
      names.add(catalogue.categoryNames()[catalogue.categories()[p]]);
    }
    return names;
  }

  /// The numbers of the categories that are `path` or below it.
  static int[] below(CatalogueSnapshot catalogue, String path) {
    String[] names = catalogue.categoryNames();
    return IntStream.range(0, names.length)
        .filter(c -> names[c].equals(path) || names[c].startsWith(path + Item.LEVEL_SEPARATOR))
        .toArray();
  }

  /// The numbers of categories by their paths.
  static int[] numbersOf(CatalogueSnapshot catalogue, List<String> paths) {
    List<String> names = Arrays.asList(catalogue.categoryNames());
    return paths.stream().mapToInt(names::indexOf).filter(c -> c >= 0).toArray();
  }

  static Item item(CatalogueSnapshot catalogue, int item) {
    long created = catalogue.createdAt()[item];
    long expires = catalogue.expiresAt()[item];
    List<String> title = texts(catalogue, ItemFields.TITLE, item);
    return new Item(
        new ItemId(catalogue.id(item)),
        title.isEmpty() ? null : title.getFirst(),
        null,
        categories(catalogue, item),
        texts(catalogue, ItemFields.TAGS, item),
        price(catalogue, item),
        catalogue.available()[item],
        created == Long.MIN_VALUE ? null : Instant.ofEpochMilli(created),
        expires == Long.MAX_VALUE ? null : Instant.ofEpochMilli(expires),
        attributes(catalogue, item));
  }

  private static @Nullable Price price(CatalogueSnapshot catalogue, int item) {
    ItemColumn column = catalogue.fields().column(ItemFields.PRICE);
    List<Object> amounts = column == null ? List.of() : values(column, item);
    if (amounts.isEmpty() || !(amounts.getFirst() instanceof Double amount)) {
      return null;
    }
    List<String> currency = texts(catalogue, ItemFields.CURRENCY, item);
    return new Price(amount, currency.isEmpty() ? null : currency.getFirst());
  }

  private static Map<String, AttributeValue> attributes(CatalogueSnapshot catalogue, int item) {
    Map<String, AttributeValue> attributes = new TreeMap<>();
    catalogue
        .fields()
        .columns()
        .tailMap(ItemFields.ATTRIBUTE_PREFIX)
        .forEach((name, column) -> {
          List<Object> values =
              name.startsWith(ItemFields.ATTRIBUTE_PREFIX) ? values(column, item) : List.of();
          if (!values.isEmpty()) {
            attributes.put(
                name.substring(ItemFields.ATTRIBUTE_PREFIX.length()), attribute(column, values));
          }
        });
    return attributes;
  }

  private static AttributeValue attribute(ItemColumn column, List<Object> values) {
    return switch (values.getFirst()) {
      case Boolean flag -> new AttributeValue.Flag(flag);
      case Double number -> new AttributeValue.Number(number);
      case Object _ when column.starts() != null ->
          new AttributeValue.Texts(values.stream().map(Object::toString).toList());
      case Object text -> new AttributeValue.Text(text.toString());
    };
  }

  private static List<String> texts(CatalogueSnapshot catalogue, String name, int item) {
    ItemColumn column = catalogue.fields().column(name);
    return column == null
        ? List.of()
        : values(column, item).stream().map(Object::toString).toList();
  }

  static List<Object> values(ItemColumn column, int item) {
    List<Object> values = new ArrayList<>();
    for (int p = column.begin(item); p < column.begin(item + 1); p++) {
      int code = column.codes().get(p);
      if (code >= column.firstText()) {
        values.add(column.texts().get(code - column.firstText()));
      } else if (code >= ItemColumn.FIRST_NUMBER) {
        values.add(column.numbers()[code - ItemColumn.FIRST_NUMBER]);
      } else if (code != ItemColumn.NONE) {
        values.add(code == ItemColumn.TRUE);
      }
    }
    return values;
  }
}
