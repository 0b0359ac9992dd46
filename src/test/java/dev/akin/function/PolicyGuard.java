package dev.akin.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.dynamodb.TableLayout;
import dev.akin.dynamodb.TableNames;
import dev.akin.local.CloudFormationYaml;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Compares every request to the store with what infra/template.yaml allows the function that makes
/// it, as IAM would: by action, table and the keys of partitions.
final class PolicyGuard implements ExecutionInterceptor {
  private static final Pattern PARTITION = Pattern.compile("#pk = (:[a-z]+)");

  private final List<Right> rights = new ArrayList<>();
  private final Set<String> used = new TreeSet<>();
  private final Set<String> denied = new TreeSet<>();
  private final Map<String, String> tables;
  private @Nullable String function;

  PolicyGuard(TableNames names) {
    this.tables =
        Map.of(
            names.events(), "EventsTable",
            names.items(), "ItemsTable",
            names.models(), "ModelsTable",
            names.keys(), "KeysTable");
    JsonNode template = new ObjectMapper().valueToTree(CloudFormationYaml.template());
    template
        .path("Resources")
        .properties()
        .forEach(resource ->
            resource
                .getValue()
                .at("/Properties/Policies")
                .forEach(policy ->
                    policy
                        .path("Statement")
                        .forEach(statement -> read(resource.getKey(), statement))));
  }

  private void read(String owner, JsonNode statement) {
    Set<String> keys = new TreeSet<>();
    statement
        .at("/Condition/ForAllValues:StringEquals/dynamodb:LeadingKeys")
        .forEach(key -> keys.add(key.asText()));
    JsonNode resource = statement.path("Resource");
    for (JsonNode table : resource.isArray() ? resource : List.of(resource)) {
      String name = table.at("/Fn::GetAtt/0").asText();
      JsonNode actions = statement.path("Action");
      for (JsonNode action : actions.isArray() ? actions : List.of(actions)) {
        if (action.asText().startsWith("dynamodb:")) {
          rights.add(new Right(owner, action.asText().substring(9), name, keys));
        }
      }
    }
  }

  /// @param who logical id of the function whose requests follow; null for somebody who may all
  void as(@Nullable String who) {
    function = who;
  }

  /// What was asked for and is not allowed.
  Set<String> denied() {
    return denied;
  }

  /// What is allowed and was never asked for.
  Set<String> idle() {
    Set<String> idle = new TreeSet<>();
    rights.forEach(right -> idle.add(right.toString()));
    idle.removeAll(used);
    return idle;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    String who = function;
    if (who != null) {
      accesses(context.request()).forEach(access -> judge(who, access));
    }
  }

  private void judge(String who, Access access) {
    List<Right> allowing =
        rights.stream().filter(right -> right.owner().equals(who) && right.allows(access)).toList();
    if (allowing.isEmpty()) {
      denied.add(who + " " + access);
    }
    allowing.forEach(right -> used.add(right.toString()));
  }

  private Stream<Access> accesses(SdkRequest request) {
    return switch (request) {
      case GetItemRequest get -> Stream.of(access("GetItem", get.tableName(), get.key()));
      case PutItemRequest put -> Stream.of(access("PutItem", put.tableName(), put.item()));
      case UpdateItemRequest update ->
          Stream.of(access("UpdateItem", update.tableName(), update.key()));
      case DeleteItemRequest delete ->
          Stream.of(access("DeleteItem", delete.tableName(), delete.key()));
      case ScanRequest scan -> Stream.of(access("Scan", scan.tableName(), Map.of()));
      case QueryRequest query -> Stream.of(access("Query", query.tableName(), partition(query)));
      case BatchGetItemRequest batch ->
          batch.requestItems().entrySet().stream()
              .flatMap(of ->
                  of.getValue().keys().stream()
                      .map(key -> access("BatchGetItem", of.getKey(), key)));
      case BatchWriteItemRequest batch ->
          batch.requestItems().entrySet().stream()
              .flatMap(of ->
                  of.getValue().stream()
                      .map(write -> access("BatchWriteItem", of.getKey(), row(write))));
      case TransactWriteItemsRequest transaction ->
          transaction.transactItems().stream().map(this::step);
      default -> throw new IllegalArgumentException(request.getClass().getName());
    };
  }

  private Access step(TransactWriteItem step) {
    if (step.put() != null) {
      return access("PutItem", step.put().tableName(), step.put().item());
    }
    if (step.update() != null) {
      return access("UpdateItem", step.update().tableName(), step.update().key());
    }
    return step.delete() != null
        ? access("DeleteItem", step.delete().tableName(), step.delete().key())
        : access(
            "ConditionCheckItem", step.conditionCheck().tableName(), step.conditionCheck().key());
  }

  private static Map<String, AttributeValue> partition(QueryRequest query) {
    Matcher value = PARTITION.matcher(query.keyConditionExpression());
    if (!value.find()) {
      throw new IllegalArgumentException(query.keyConditionExpression());
    }
    return Map.of(TableLayout.PK, query.expressionAttributeValues().get(value.group(1)));
  }

  private static Map<String, AttributeValue> row(WriteRequest write) {
    return write.putRequest() == null ? write.deleteRequest().key() : write.putRequest().item();
  }

  private Access access(String action, String table, Map<String, AttributeValue> row) {
    AttributeValue key = row.get(TableLayout.PK);
    return new Access(action, tables.getOrDefault(table, table), key == null ? "" : key.s());
  }

  /// @param key of the partition; empty for a whole table
  private record Access(String action, String table, String key) {}

  /// @param keys the partitions that it is for; empty for all
  private record Right(String owner, String action, String table, Collection<String> keys) {
    boolean allows(Access access) {
      return action.equals(access.action())
          && table.equals(access.table())
          && (keys.isEmpty() || keys.contains(access.key()));
    }

    @Override
    public String toString() {
      return owner + " " + action + " " + table + (keys.isEmpty() ? "" : " " + keys);
    }
  }
}
