package dev.akin.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// One table, the client that reaches it, and how long to bear with it.
record Table(DynamoDbClient client, String name, Retries retries) {
  <T> T call(String purpose, Function<DynamoDbClient, T> request) {
    return retries.call(purpose, () -> request.apply(client));
  }

  Optional<Map<String, AttributeValue>> get(RowKey key, boolean consistent) {
    return call(
        "reading a row of " + name,
        store -> {
          var answer =
              store.getItem(
                  get -> get.tableName(name).key(key.attributes()).consistentRead(consistent));
          return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
        });
  }

  /// Deletes a row, if it is there.
  ///
  /// @return whether it was there
  boolean delete(RowKey key) {
    return call(
        "deleting a row of " + name,
        store ->
            store
                .deleteItem(
                    delete -> delete.tableName(name).key(key.attributes()).returnValues("ALL_OLD"))
                .hasAttributes());
  }

  void put(Map<String, AttributeValue> row) {
    call("writing a row of " + name, store -> store.putItem(put -> put.tableName(name).item(row)));
  }

  /// One answer to a query: a megabyte at most.
  QueryResponse query(QueryRequest.Builder query) {
    return call("querying " + name, store -> store.query(query.tableName(name).build()));
  }

  /// The rows of a query, page after page until there are `most` or no more.
  List<Map<String, AttributeValue>> query(QueryRequest.Builder query, int most) {
    List<Map<String, AttributeValue>> rows = new ArrayList<>();
    while (true) {
      QueryResponse page = query(query);
      rows.addAll(page.items());
      if (!page.hasLastEvaluatedKey() || rows.size() >= most) {
        return rows;
      }
      query.exclusiveStartKey(page.lastEvaluatedKey());
    }
  }
}
