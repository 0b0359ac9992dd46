package dev.akin.dynamodb;

import static java.lang.System.Logger.Level.WARNING;

import dev.akin.dynamodb.ChangeCodec.Change;
import dev.akin.dynamodb.ChangeCodec.Deleted;
import dev.akin.dynamodb.ChangeCodec.Stored;
import dev.akin.dynamodb.TableLayout.ItemRow;
import dev.akin.port.StorageException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Writes items and their row of the change feed in one transaction, so that neither is ever there
/// without the other.
///
/// A row of the items bears the number of its last change and takes only higher ones. So what an
/// item is and what the feed says of it last agree, in whatever order concurrent writers come.
final class CatalogWriter {
  /// Items in one transaction. The store takes 100 rows; half of them leaves 500 items 10 rows of
  /// the feed, and a contested item fewer companions that are tried again with it.
  static final int MOST_ITEMS = 50;

  /// The store takes 4 MB.
  private static final int MOST_BYTES = 2_000_000;

  private static final String REFUSED = "ConditionalCheckFailed";
  private static final System.Logger LOG = System.getLogger(CatalogWriter.class.getName());

  private final Table table;
  private final FeedNumbers feed;

  CatalogWriter(Table table, FeedNumbers feed) {
    this.table = table;
    this.feed = feed;
  }

  /// @param items with distinct ids
  /// @return the ids that the store refused, in order
  List<ItemId> put(Collection<Item> items) {
    List<ItemId> refused = new ArrayList<>();
    List<Write> group = new ArrayList<>();
    int bytes = 0;
    for (Item item : items) {
      Write write = new Write(new Stored(item), ItemCodec.encode(item));
      int size = Attributes.size(write.row());
      if (group.size() == MOST_ITEMS || (!group.isEmpty() && bytes + size > MOST_BYTES)) {
        refused.addAll(attempt(group));
        group.clear();
        bytes = 0;
      }
      group.add(write);
      bytes += size;
    }
    refused.addAll(attempt(group));
    return refused;
  }

  /// Replaces an item by a tombstone.
  void delete(ItemId id) {
    write(List.of(new Write(new Deleted(id), ItemCodec.tombstone(id))));
  }

  /// Reads an item, and writes what `change` makes of it on condition that it has not changed
  /// since; else from the beginning.
  ///
  /// @return the item as it is now; empty if there is none
  /// @throws StorageException if others kept changing the item
  Optional<Item> change(ItemId id, UnaryOperator<Item> change) {
    for (int failures = 1; ; failures++) {
      Map<String, AttributeValue> seen = table.get(TableLayout.item(id), true).orElse(null);
      if (seen == null || !ItemCodec.present(seen)) {
        return Optional.empty();
      }
      Item changed = change.apply(ItemCodec.decode(seen));
      if (tryWrite(List.of(new Write(new Stored(changed), ItemCodec.encode(changed), seen)))) {
        return Optional.of(changed);
      }
      pause(failures);
    }
  }

  private List<ItemId> attempt(List<Write> group) {
    try {
      if (!group.isEmpty()) {
        write(group);
      }
      return List.of();
    } catch (StorageException fault) {
      LOG.log(WARNING, group.size() + " items stay unwritten", fault);
      return group.stream().map(write -> write.change().id()).toList();
    }
  }

  private void write(List<Write> group) {
    for (int failures = 1; !tryWrite(group); failures++) {
      pause(failures);
    }
  }

  /// @return false if nothing is written, because of what others have
  private boolean tryWrite(List<Write> group) {
    long number = feed.next();
    List<CancellationReason> refusals = commit(group, number);
    if (refusals.isEmpty()) {
      return true;
    }
    feed.giveBack(number);
    long highest = highest(refusals);
    if (highest > number) {
      feed.skipTo(highest);
    }
    return false;
  }

  private void pause(int failures) {
    if (!table.retries().pause(failures)) {
      throw new StorageException("others keep changing the same items");
    }
  }

  /// @return empty if all is written, else why nothing is, a reason for each row
  private List<CancellationReason> commit(List<Write> group, long number) {
    List<TransactWriteItem> rows = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (Write write : group) {
      rows.add(TransactWriteItem.builder().put(put(write, number)).build());
      changes.add(write.change());
    }
    rows.add(TransactWriteItem.builder().put(feed.row(number, changes)).build());
    return table.call(
        "writing items",
        store -> {
          try {
            store.transactWriteItems(write -> write.transactItems(rows));
            return List.of();
          } catch (TransactionCanceledException cancelled) {
            List<CancellationReason> reasons = cancelled.cancellationReasons();
            if (reasons.stream().noneMatch(reason -> REFUSED.equals(reason.code()))) {
              throw cancelled;
            }
            return reasons;
          }
        });
  }

  private Put put(Write write, long number) {
    Map<String, AttributeValue> row = new HashMap<>(write.row());
    row.put(ItemRow.CHANGE, Attributes.of(number));
    Map<String, AttributeValue> values = new HashMap<>(Map.of(":number", Attributes.of(number)));
    AttributeValue seen = write.seen().get(ItemRow.CHANGE);
    if (seen != null) {
      values.put(":seen", seen);
    }
    return Put.builder()
        .tableName(table.name())
        .item(row)
        .conditionExpression(condition(write.seen()))
        .expressionAttributeNames(Map.of("#change", ItemRow.CHANGE))
        .expressionAttributeValues(values)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  /// Equal to `:number` is the row that this very request wrote before its answer got lost.
  private static String condition(Map<String, AttributeValue> seen) {
    if (seen.isEmpty()) {
      return "attribute_not_exists(#change) OR #change <= :number";
    }
    if (seen.containsKey(ItemRow.CHANGE)) {
      return "#change = :number OR (#change = :seen AND #change < :number)";
    }
    // Another program put the row, and none of our writes has given it a number since.
    return "#change = :number OR (attribute_exists("
        + TableLayout.PK
        + ") AND attribute_not_exists(#change))";
  }

  private static long highest(List<CancellationReason> refusals) {
    return refusals.stream()
        .filter(reason -> reason.hasItem() && reason.item().containsKey(ItemRow.CHANGE))
        .mapToLong(reason -> Attributes.integer(reason.item(), ItemRow.CHANGE))
        .max()
        .orElse(0);
  }

  /// What happens to an item, and the row that it becomes.
  ///
  /// @param seen the row that it must still be; empty if it may be any
  private record Write(
      Change change, Map<String, AttributeValue> row, Map<String, AttributeValue> seen) {
    Write(Change change, Map<String, AttributeValue> row) {
      this(change, row, Map.of());
    }
  }
}
