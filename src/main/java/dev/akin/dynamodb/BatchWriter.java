package dev.akin.dynamodb;

import static java.lang.System.Logger.Level.WARNING;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Writes and deletes rows in batches. Unprocessed rows and throttled batches are tried again after
/// a pause; progress renews the patience.
final class BatchWriter {
  /// What one BatchWriteItem takes.
  static final int MAX_BATCH = 25;

  private static final System.Logger LOG = System.getLogger(BatchWriter.class.getName());

  private final Table table;

  BatchWriter(Table table) {
    this.table = table;
  }

  static WriteRequest put(Map<String, AttributeValue> row) {
    return WriteRequest.builder().putRequest(PutRequest.builder().item(row).build()).build();
  }

  static WriteRequest delete(RowKey key) {
    return WriteRequest.builder()
        .deleteRequest(DeleteRequest.builder().key(key.attributes()).build())
        .build();
  }

  /// Writes all requests, in batches.
  ///
  /// @param requests any number, with distinct keys
  /// @return the keys that could not be written, in order; empty if all were
  Set<RowKey> write(List<WriteRequest> requests) {
    Set<RowKey> unwritten = new LinkedHashSet<>();
    for (int from = 0; from < requests.size(); from += MAX_BATCH) {
      List<WriteRequest> batch =
          requests.subList(from, Math.min(requests.size(), from + MAX_BATCH));
      writeBatch(batch).forEach(request -> unwritten.add(RowKey.of(request)));
    }
    return unwritten;
  }

  private List<WriteRequest> writeBatch(List<WriteRequest> batch) {
    List<WriteRequest> left = batch;
    int failures = 0;
    while (true) {
      int before = left.size();
      int weight = 1;
      try {
        left = unprocessed(left);
      } catch (SdkException fault) {
        if (!Retries.mayPass(fault)) {
          LOG.log(WARNING, "a batch for " + table.name() + " was refused", fault);
          return left;
        }
        weight = Retries.weight(fault);
      }
      failures = left.size() < before ? 1 : failures + weight;
      if (left.size() < before) {
        table.retries().answered();
      }
      if (left.isEmpty()) {
        return left;
      }
      if (!table.retries().pause(failures)) {
        LOG.log(WARNING, "{0} rows for {1} stay unwritten", left.size(), table.name());
        return left;
      }
    }
  }

  private List<WriteRequest> unprocessed(List<WriteRequest> batch) {
    return table
        .client()
        .batchWriteItem(write -> write.requestItems(Map.of(table.name(), batch)))
        .unprocessedItems()
        .getOrDefault(table.name(), List.of());
  }
}
