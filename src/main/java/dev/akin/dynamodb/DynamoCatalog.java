package dev.akin.dynamodb;

import dev.akin.port.Catalog;
import dev.akin.port.CatalogCursor;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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

  /// Of one page: what was deleted leaves rows that are small but many.
  private static final int MOST_READS = 30;

  private static final int MOST_ROWS = 2_000;

  /// Of one page: an answer of a function has at most 6 MB.
  private static final int MOST_BYTES = 1 << 20;

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
    ScanRequest.Builder scan = ScanRequest.builder().tableName(table.name());
    if (cursor != null) {
      scan.exclusiveStartKey(TableLayout.item(CatalogCursor.last(cursor)).attributes());
    }
    return page(scan, limit);
  }

  /// Reads on past what was deleted, more rows each time, so that a page is full if it can be.
  private Page page(ScanRequest.Builder scan, int limit) {
    List<Item> items = new ArrayList<>();
    int rows = limit;
    int bytes = 0;
    for (int reads = 1; ; reads++) {
      ScanRequest request = scan.limit(rows).build();
      ScanResponse page = table.call("reading the catalogue", store -> store.scan(request));
      for (Map<String, AttributeValue> row : page.items()) {
        bytes += Attributes.size(row);
        if (items.size() == limit || (bytes > MOST_BYTES && !items.isEmpty())) {
          return new Page(items, CatalogCursor.after(items.getLast().id()));
        }
        item(row).ifPresent(items::add);
      }
      if (!page.hasLastEvaluatedKey()) {
        return new Page(items, null);
      }
      if (items.size() == limit || reads == MOST_READS) {
        String last = RowKey.of(page.lastEvaluatedKey()).pk();
        return new Page(items, CatalogCursor.after(TableLayout.itemId(last)));
      }
      scan.exclusiveStartKey(page.lastEvaluatedKey());
      rows = Math.min(2 * rows, MOST_ROWS);
    }
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
