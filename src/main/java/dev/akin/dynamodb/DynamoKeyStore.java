package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.KeyRow;
import dev.akin.port.KeyStore;
import dev.akin.port.StorageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// API keys and the signing secret in the keys table.
public final class DynamoKeyStore implements KeyStore {
  private static final int SECRET_BYTES = 32;

  private final Table table;

  public DynamoKeyStore(DynamoDbClient client, TableNames tables, Retries retries) {
    this.table = new Table(client, tables.keys(), retries);
  }

  /// Consistent: a revoked key opens nothing from the moment that revoking returned.
  @Override
  public Optional<ApiKey> find(String hash) {
    return table.get(TableLayout.apiKey(hash), true).map(DynamoKeyStore::decode);
  }

  @Override
  public void put(ApiKey key) {
    Map<String, AttributeValue> row = new HashMap<>(TableLayout.apiKey(key.hash()).attributes());
    row.put(KeyRow.NAME, Attributes.of(key.name()));
    row.put(KeyRow.SCOPES, Attributes.of(key.scopes().stream().map(Scope::word).sorted().toList()));
    row.put(KeyRow.CREATED_AT, Attributes.of(key.createdAt().toString()));
    table.put(row);
  }

  @Override
  public boolean revoke(String hash) {
    return table.delete(TableLayout.apiKey(hash));
  }

  /// Oldest first. Reads the whole table, which holds a handful of keys.
  @Override
  public List<ApiKey> list() {
    ScanRequest.Builder scan =
        ScanRequest.builder()
            .tableName(table.name())
            .consistentRead(true)
            .filterExpression("begins_with(#pk, :prefix)")
            .expressionAttributeNames(Map.of("#pk", TableLayout.PK))
            .expressionAttributeValues(Map.of(":prefix", Attributes.of(TableLayout.API_KEY)));
    List<ApiKey> keys = new ArrayList<>();
    while (true) {
      ScanResponse page = table.call("listing keys", store -> store.scan(scan.build()));
      page.items().forEach(row -> keys.add(decode(row)));
      if (!page.hasLastEvaluatedKey()) {
        keys.sort(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::hash));
        return List.copyOf(keys);
      }
      scan.exclusiveStartKey(page.lastEvaluatedKey());
    }
  }

  @Override
  public byte[] signingSecret(byte[] fresh) {
    if (fresh.length != SECRET_BYTES) {
      throw new IllegalArgumentException(
          "fresh must have " + SECRET_BYTES + " bytes, had " + fresh.length);
    }
    Map<String, AttributeValue> row =
        table.get(TableLayout.signing(), true).orElseGet(() -> storedSecret(fresh));
    return Attributes.bytes(row, KeyRow.SECRET).clone();
  }

  @Override
  public Optional<byte[]> signingSecret() {
    return table
        .get(TableLayout.signing(), true)
        .map(row -> Attributes.bytes(row, KeyRow.SECRET).clone());
  }

  /// Stores the fresh secret unless somebody was quicker; returns the row that is there now.
  private Map<String, AttributeValue> storedSecret(byte[] fresh) {
    Map<String, AttributeValue> row = new HashMap<>(TableLayout.signing().attributes());
    row.put(KeyRow.SECRET, Attributes.of(fresh.clone()));
    return table.call(
        "storing the signing secret",
        store -> {
          try {
            store.putItem(put ->
                put.tableName(table.name())
                    .item(row)
                    .conditionExpression("attribute_not_exists(#pk)")
                    .expressionAttributeNames(Map.of("#pk", TableLayout.PK))
                    .returnValuesOnConditionCheckFailure("ALL_OLD"));
            return row;
          } catch (ConditionalCheckFailedException another) {
            return another.item();
          }
        });
  }

  private static ApiKey decode(Map<String, AttributeValue> row) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    Attributes.texts(row, KeyRow.SCOPES).forEach(word -> scopes.add(scope(word)));
    return new ApiKey(
        TableLayout.apiKeyHash(Attributes.text(row, TableLayout.PK)),
        Attributes.text(row, KeyRow.NAME),
        scopes,
        Instant.parse(Attributes.text(row, KeyRow.CREATED_AT)));
  }

  private static Scope scope(String word) {
    for (Scope scope : Scope.values()) {
      if (scope.word().equals(word)) {
        return scope;
      }
    }
    throw new StorageException("a key has the unknown scope " + word);
  }
}
