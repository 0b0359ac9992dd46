package dev.akin.dynamodb;

import dev.akin.port.Catalog;
import dev.akin.port.CatalogCursor;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// The catalogue in the items table, one row per item, and its change feed in the models table.
public final class DynamoCatalog implements Catalog {
  private static final int MAX_PAGE = 500;

  private final Table table;
  private final BatchReader reader;
  private final CatalogWriter writer;
  private final FeedNumbers numbers;
  private final FeedReader feed;
  private final ParallelScan scan;

  /// @param scanThreads how many segments of the table a training reads at once
  public DynamoCatalog(
      DynamoDbClient client,
      TableNames tables,
      Retries retries,
      InstantSource clock,
      int scanThreads) {
    this.table = new Table(client, tables.items(), retries);
    this.reader = new BatchReader(table);
    Table models = new Table(client, tables.models(), retries);
    this.numbers = new FeedNumbers(models, clock);
    this.writer = new CatalogWriter(table, numbers);
    this.feed = new FeedReader(models, numbers, clock, this::findAll);
    this.scan = new ParallelScan(table, scanThreads);
  }

  @Override
  public Optional<Item> find(ItemId id) {
    return table.get(TableLayout.item(id), true).flatMap(DynamoCatalog::item);
  }

  @Override
  public Map<ItemId, Item> findAll(Collection<ItemId> ids) {
    Map<ItemId, Item> found = new HashMap<>();
    for (var row : reader.rows(ids.stream().map(TableLayout::item).toList()).values()) {
      item(row).ifPresent(item -> found.put(item.id(), item));
    }
    return found;
  }

  @Override
  public List<ItemId> put(List<Item> items) {
    Map<ItemId, Item> last = new LinkedHashMap<>();
    items.forEach(item -> last.put(item.id(), item));
    return writer.put(last.values());
  }

  @Override
  public Optional<Item> change(ItemId id, UnaryOperator<Item> change) {
    return writer.change(id, change);
  }

  @Override
  public boolean delete(ItemId id) {
    boolean there = find(id).isPresent();
    if (there) {
      writer.delete(id);
    }
    return there;
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
        page.items().stream().map(DynamoCatalog::item).flatMap(Optional::stream).toList(),
        page.hasLastEvaluatedKey()
            ? CatalogCursor.after(TableLayout.itemId(RowKey.of(page.lastEvaluatedKey()).pk()))
            : null);
  }

  @Override
  public void scan(Consumer<Item> sink, Consumer<ItemId> deleted) {
    scan.run(
        row -> new Scanned(id(row), item(row)),
        row -> row.item().ifPresentOrElse(sink, () -> deleted.accept(row.id())));
  }

  @Override
  public Changes changesSince(Instant since, int most) {
    return feed.since(since, most);
  }

  @Override
  public Changes changesAfter(long position, int most) {
    return feed.after(position, most);
  }

  @Override
  public Instant quietSince() {
    return numbers.quietSince();
  }

  private static ItemId id(Map<String, AttributeValue> row) {
    return TableLayout.itemId(Attributes.text(row, TableLayout.PK));
  }

  private static Optional<Item> item(Map<String, AttributeValue> row) {
    return ItemCodec.present(row) ? Optional.of(ItemCodec.decode(row)) : Optional.empty();
  }

  /// @param item empty if only the tombstone is left
  private record Scanned(ItemId id, Optional<Item> item) {}
}
