package dev.akin.dynamodb;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// The primary key of one row.
///
/// @param sk null in tables with a hash key only
record RowKey(String pk, @Nullable String sk) {
  /// The key inside a row or a key map.
  static RowKey of(Map<String, AttributeValue> row) {
    AttributeValue sort = row.get(TableLayout.SK);
    return new RowKey(Attributes.text(row, TableLayout.PK), sort == null ? null : sort.s());
  }

  /// The key that a request of a batch writes to.
  static RowKey of(WriteRequest request) {
    return of(
        request.putRequest() == null ? request.deleteRequest().key() : request.putRequest().item());
  }

  Map<String, AttributeValue> attributes() {
    return sk == null
        ? Map.of(TableLayout.PK, Attributes.of(pk))
        : Map.of(TableLayout.PK, Attributes.of(pk), TableLayout.SK, Attributes.of(sk));
  }
}
