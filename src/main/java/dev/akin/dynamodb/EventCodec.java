package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.EventRow;
import dev.akin.port.StorageException;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.SessionId;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Events as rows and back. User, session, time and id live in the key and nowhere else; a missing
/// attribute is its usual value.
///
/// A view with an 8-byte user id, a 6-byte item id and a 22-byte event id takes 67 to 69 bytes by
/// the store's count, names and values: `pk` 12, `sk` 38, `i` 7, `a` 2, `ttl` 8 to 10. Quantity,
/// price and currency take about 11 more, a recommendation id its length and 1, an impression 4 and
/// each id's length and 1. A hundred such views are 7 KB: two read units in one query.
final class EventCodec {
  private final Duration retention;

  /// @param retention how long after it happened an event is kept
  EventCodec(Duration retention) {
    this.retention = retention;
  }

  Map<String, AttributeValue> encode(Event event) {
    RowKey key = TableLayout.event(event.subject(), event.time(), event.id());
    Map<String, AttributeValue> row = new HashMap<>(key.attributes());
    row.put(TableLayout.TTL, Attributes.of(event.time().plus(retention).getEpochSecond()));
    row.put(EventRow.ITEM, Attributes.of(event.item().value()));
    if (event.user() != null && event.session() != null) {
      row.put(EventRow.SESSION, Attributes.of(event.session().value()));
    }
    encode(event.action(), row);
    encode(event.attribution(), row);
    return row;
  }

  /// @throws StorageException naming nobody, if somebody else wrote the row, and not as we would
  Event decode(Map<String, AttributeValue> row) {
    try {
      return event(row);
    } catch (InvalidFieldException | NumberFormatException | IndexOutOfBoundsException odd) {
      throw new StorageException("a row of the events is no event", odd);
    }
  }

  private static Event event(Map<String, AttributeValue> row) {
    Subject subject = TableLayout.subject(Attributes.text(row, TableLayout.PK));
    String sort = Attributes.text(row, TableLayout.SK);
    String session = Attributes.textOrNull(row, EventRow.SESSION);
    Instant time = TableLayout.eventTime(sort);
    return new Event(
        TableLayout.eventId(sort),
        subject instanceof UserId user ? user : null,
        subject instanceof SessionId own ? own : session == null ? null : new SessionId(session),
        new ItemId(Attributes.text(row, EventRow.ITEM)),
        time,
        action(row),
        attribution(row));
  }

  private static void encode(Action action, Map<String, AttributeValue> row) {
    String letter =
        switch (action) {
          case Action.View _ -> "v";
          case Action.Click _ -> "c";
          case Action.Like _ -> "l";
          case Action.Cart cart -> pieces("t", cart.quantity(), cart.price(), row);
          case Action.Purchase bought -> pieces("p", bought.quantity(), bought.price(), row);
          case Action.Return sentBack -> pieces("b", sentBack.quantity(), sentBack.price(), row);
          case Action.Rate rate -> {
            row.put(EventRow.RATING, Attributes.of(rate.value()));
            yield "r";
          }
          case Action.Dislike _ -> "d";
        };
    row.put(EventRow.ACTION, Attributes.of(letter));
  }

  private static String pieces(
      String letter, int quantity, @Nullable Price price, Map<String, AttributeValue> row) {
    if (quantity != 1) {
      row.put(EventRow.QUANTITY, Attributes.of(quantity));
    }
    if (price != null) {
      row.put(EventRow.PRICE, Attributes.of(price.amount()));
      if (price.currency() != null) {
        row.put(EventRow.CURRENCY, Attributes.of(price.currency()));
      }
    }
    return letter;
  }

  private static Action action(Map<String, AttributeValue> row) {
    String letter = Attributes.text(row, EventRow.ACTION);
    return switch (letter) {
      case "v" -> new Action.View();
      case "c" -> new Action.Click();
      case "l" -> new Action.Like();
      case "t" -> new Action.Cart(quantity(row), price(row));
      case "p" -> new Action.Purchase(quantity(row), price(row));
      case "b" -> new Action.Return(quantity(row), price(row));
      case "r" -> new Action.Rate(Attributes.decimal(row, EventRow.RATING));
      case "d" -> new Action.Dislike();
      default -> throw new StorageException("an event has the unknown action " + letter);
    };
  }

  private static int quantity(Map<String, AttributeValue> row) {
    return row.containsKey(EventRow.QUANTITY)
        ? Math.toIntExact(Attributes.integer(row, EventRow.QUANTITY))
        : 1;
  }

  private static @Nullable Price price(Map<String, AttributeValue> row) {
    return row.containsKey(EventRow.PRICE)
        ? new Price(
            Attributes.decimal(row, EventRow.PRICE), Attributes.textOrNull(row, EventRow.CURRENCY))
        : null;
  }

  private static void encode(Attribution attribution, Map<String, AttributeValue> row) {
    if (attribution.recommendationId() != null) {
      row.put(EventRow.RECOMMENDATION, Attributes.of(attribution.recommendationId()));
    }
    if (!attribution.impression().isEmpty()) {
      row.put(
          EventRow.IMPRESSION,
          Attributes.of(attribution.impression().stream().map(ItemId::value).toList()));
    }
    if (!attribution.context().isEmpty()) {
      Map<String, AttributeValue> context = new HashMap<>();
      attribution.context().forEach((name, value) -> context.put(name, Attributes.of(value)));
      row.put(EventRow.CONTEXT, Attributes.of(context));
    }
  }

  private static Attribution attribution(Map<String, AttributeValue> row) {
    Map<String, String> context = new HashMap<>();
    Attributes.fields(row, EventRow.CONTEXT).forEach((name, value) -> context.put(name, value.s()));
    return new Attribution(
        Attributes.textOrNull(row, EventRow.RECOMMENDATION),
        Attributes.texts(row, EventRow.IMPRESSION).stream().map(ItemId::new).toList(),
        context);
  }
}
