package dev.akin.dynamodb;

import dev.akin.port.Catalog;
import dev.akin.port.CatalogCursor;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// The catalogue in the items table: one row per item.
public final class DynamoCatalog implements Catalog {
  private static final int MAX_PAGE = 500;

  private final Table table;
  private final BatchReader reader;
  private final BatchWriter writer;
  private final ParallelScan scan;

  /// @param scanThreads how many segments of the table a training reads at once
  public DynamoCatalog(DynamoDbClient client, TableNames tables, Retries retries, int scanThreads) {
    this.table = new Table(client, tables.items(), retries);
    this.reader = new BatchReader(table);
    this.writer = new BatchWriter(table);
    this.scan = new ParallelScan(table, scanThreads);
  }

  @Override
  public Optional<Item> find(ItemId id) {
    return table.get(TableLayout.item(id), true).map(ItemCodec::decode);
  }

  @Override
  public Map<ItemId, Item> findAll(Collection<ItemId> ids) {
    Map<ItemId, Item> found = new HashMap<>();
    for (var row : reader.rows(ids.stream().map(TableLayout::item).toList()).values()) {
      Item item = ItemCodec.decode(row);
      found.put(item.id(), item);
    }
    return found;
  }

  @Override
  public List<ItemId> put(List<Item> items) {
    Map<ItemId, Item> last = new LinkedHashMap<>();
    items.forEach(item -> last.put(item.id(), item));
    return writer
        .write(last.values().stream().map(ItemCodec::encode).map(BatchWriter::put).toList())
        .stream()
        .map(key -> TableLayout.itemId(key.pk()))
        .toList();
  }

  @Override
  public boolean delete(ItemId id) {
    return table.delete(TableLayout.item(id));
  }

  @Override
  public Page page(@Nullable String cursor, int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_PAGE + ", was " + limit);
    }
    ScanRequest.Builder scan = ScanRequest.builder().tableName(table.name()).limit(limit);
    if (cursor != null) {
      scan.exclusiveStartKey(TableLayout.item(CatalogCursor.last(cursor)).attributes());
    }
    ScanResponse page = table.call("reading the catalogue", store -> store.scan(scan.build()));
    return new Page(
        page.items().stream().map(ItemCodec::decode).toList(),
        page.hasLastEvaluatedKey()
            ? CatalogCursor.after(TableLayout.itemId(RowKey.of(page.lastEvaluatedKey()).pk()))
            : null);
  }

  @Override
  public void scan(Consumer<Item> sink) {
    scan.run(ItemCodec::decode, sink);
  }
}
