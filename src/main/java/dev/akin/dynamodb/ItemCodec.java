package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.ItemRow;
import dev.akin.port.StorageException;
import dev.akin.shop.AttributeValue.Flag;
import dev.akin.shop.AttributeValue.Number;
import dev.akin.shop.AttributeValue.Text;
import dev.akin.shop.AttributeValue.Texts;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Items as rows and back. The bounds of [Item] keep a row below the store's 400 KB.
final class ItemCodec {
  private ItemCodec() {}

  static Map<String, AttributeValue> encode(Item item) {
    Map<String, AttributeValue> row = new HashMap<>(TableLayout.item(item.id()).attributes());
    putText(row, ItemRow.TITLE, item.title());
    putText(row, ItemRow.DESCRIPTION, item.description());
    putText(row, ItemRow.CREATED_AT, item.createdAt());
    putText(row, ItemRow.EXPIRES_AT, item.expiresAt());
    if (!item.categories().isEmpty()) {
      row.put(ItemRow.CATEGORIES, Attributes.of(item.categories()));
    }
    if (!item.tags().isEmpty()) {
      row.put(ItemRow.TAGS, Attributes.of(item.tags()));
    }
    if (item.price() != null) {
      row.put(ItemRow.PRICE, Attributes.of(item.price().amount()));
      putText(row, ItemRow.CURRENCY, item.price().currency());
    }
    if (!item.available()) {
      row.put(ItemRow.HIDDEN, Attributes.of(true));
    }
    if (!item.attributes().isEmpty()) {
      Map<String, AttributeValue> attributes = new HashMap<>();
      item.attributes().forEach((name, value) -> attributes.put(name, encode(value)));
      row.put(ItemRow.ATTRIBUTES, Attributes.of(attributes));
    }
    return row;
  }

  /// The row that stays of a deleted item: neither a write that was on its way nor a training that
  /// finds old events can bring it back.
  static Map<String, AttributeValue> tombstone(ItemId id) {
    Map<String, AttributeValue> row = new HashMap<>(TableLayout.item(id).attributes());
    row.put(ItemRow.DELETED, Attributes.of(true));
    return row;
  }

  /// Whether a row is an item and not what is left of one.
  static boolean present(Map<String, AttributeValue> row) {
    return !row.containsKey(ItemRow.DELETED);
  }

  /// @throws StorageException naming the item, if somebody else wrote its row, and not as we would
  static Item decode(Map<String, AttributeValue> row) {
    try {
      return item(row);
    } catch (InvalidFieldException
        | StorageException
        | DateTimeException
        | NumberFormatException odd) {
      throw new StorageException(
          "the row " + Attributes.text(row, TableLayout.PK) + " is no item: " + odd.getMessage(),
          odd);
    }
  }

  private static Item item(Map<String, AttributeValue> row) {
    Map<String, dev.akin.shop.AttributeValue> attributes = new HashMap<>();
    Attributes.fields(row, ItemRow.ATTRIBUTES)
        .forEach((name, value) -> attributes.put(name, decode(value)));
    return new Item(
        TableLayout.itemId(Attributes.text(row, TableLayout.PK)),
        Attributes.textOrNull(row, ItemRow.TITLE),
        Attributes.textOrNull(row, ItemRow.DESCRIPTION),
        Attributes.texts(row, ItemRow.CATEGORIES),
        Attributes.texts(row, ItemRow.TAGS),
        price(row),
        !row.containsKey(ItemRow.HIDDEN),
        instant(row, ItemRow.CREATED_AT),
        instant(row, ItemRow.EXPIRES_AT),
        attributes);
  }

  private static AttributeValue encode(dev.akin.shop.AttributeValue value) {
    return switch (value) {
      case Text text -> Attributes.of(text.value());
      case Number number -> Attributes.of(number.value());
      case Flag flag -> Attributes.of(flag.value());
      case Texts texts -> Attributes.of(texts.values());
    };
  }

  private static dev.akin.shop.AttributeValue decode(AttributeValue value) {
    if (value.s() != null) {
      return new Text(value.s());
    }
    if (value.n() != null) {
      return new Number(Double.parseDouble(value.n()));
    }
    if (value.bool() != null) {
      return new Flag(value.bool());
    }
    return new Texts(Attributes.texts(ItemRow.ATTRIBUTES, value));
  }

  private static @Nullable Price price(Map<String, AttributeValue> row) {
    return row.containsKey(ItemRow.PRICE)
        ? new Price(
            Attributes.decimal(row, ItemRow.PRICE), Attributes.textOrNull(row, ItemRow.CURRENCY))
        : null;
  }

  private static @Nullable Instant instant(Map<String, AttributeValue> row, String name) {
    String text = Attributes.textOrNull(row, name);
    return text == null ? null : Instant.parse(text);
  }

  private static void putText(
      Map<String, AttributeValue> row, String name, @Nullable Object value) {
    if (value != null) {
      row.put(name, Attributes.of(value.toString()));
    }
  }
}
