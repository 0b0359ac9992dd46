package dev.akin.dynamodb;

import dev.akin.port.StorageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Reads rows by key in batches, consistently. Keys that the store left unprocessed are asked for
/// again after a pause.
final class BatchReader {
  /// What one BatchGetItem takes.
  static final int MAX_BATCH = 100;

  private final Table table;

  BatchReader(Table table) {
    this.table = table;
  }

  /// The rows that exist among `keys`, whole.
  Map<RowKey, Map<String, AttributeValue>> rows(Collection<RowKey> keys) {
    return read(keys, KeysAndAttributes.builder());
  }

  /// The rows that exist among `keys`, with their keys and one attribute, where they have it.
  Map<RowKey, Map<String, AttributeValue>> rows(Collection<RowKey> keys, String attribute) {
    return read(
        keys,
        KeysAndAttributes.builder()
            .projectionExpression("#pk, #sk, #attribute")
            .expressionAttributeNames(
                Map.of("#pk", TableLayout.PK, "#sk", TableLayout.SK, "#attribute", attribute)));
  }

  /// The keys of the rows that exist among `keys`.
  Collection<RowKey> existing(Collection<RowKey> keys) {
    KeysAndAttributes.Builder keysOnly =
        KeysAndAttributes.builder()
            .projectionExpression("#pk, #sk")
            .expressionAttributeNames(Map.of("#pk", TableLayout.PK, "#sk", TableLayout.SK));
    return read(keys, keysOnly).keySet();
  }

  private Map<RowKey, Map<String, AttributeValue>> read(
      Collection<RowKey> keys, KeysAndAttributes.Builder request) {
    List<Map<String, AttributeValue>> distinct =
        new LinkedHashSet<>(keys).stream().map(RowKey::attributes).toList();
    Map<RowKey, Map<String, AttributeValue>> rows = new HashMap<>();
    for (int from = 0; from < distinct.size(); from += MAX_BATCH) {
      var batch = distinct.subList(from, Math.min(distinct.size(), from + MAX_BATCH));
      for (Map<String, AttributeValue> row :
          readBatch(request.consistentRead(true).keys(batch).build())) {
        rows.put(RowKey.of(row), row);
      }
    }
    return rows;
  }

  private List<Map<String, AttributeValue>> readBatch(KeysAndAttributes batch) {
    List<Map<String, AttributeValue>> rows = new ArrayList<>();
    KeysAndAttributes left = batch;
    int failures = 0;
    while (true) {
      KeysAndAttributes asked = left;
      BatchGetItemResponse answer =
          table.call(
              "reading a batch of " + table.name(),
              store -> store.batchGetItem(get -> get.requestItems(Map.of(table.name(), asked))));
      List<Map<String, AttributeValue>> found =
          answer.responses().getOrDefault(table.name(), List.of());
      rows.addAll(found);
      KeysAndAttributes unprocessed = answer.unprocessedKeys().get(table.name());
      if (unprocessed == null || unprocessed.keys().isEmpty()) {
        return rows;
      }
      failures = unprocessed.keys().size() < asked.keys().size() ? 1 : failures + 1;
      if (!table.retries().pause(failures)) {
        throw new StorageException(
            unprocessed.keys().size() + " rows of " + table.name() + " stay unread");
      }
      left = unprocessed;
    }
  }
}
