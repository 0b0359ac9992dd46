package dev.akin.local;

import dev.akin.dynamodb.TableNames;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/// Creates the four tables as the template describes them, so that what is tested here is what will
/// be deployed.
public final class TableCreator {
  private final DynamoDbClient client;
  private final Map<String, Object> resources;

  /// @param template as [CloudFormationYaml] reads it
  public TableCreator(DynamoDbClient client, Map<String, Object> template) {
    this.client = client;
    this.resources = map(template, "Resources");
  }

  /// Creates the tables that are not there yet.
  public void create(TableNames names) {
    create("EventsTable", names.events());
    create("ItemsTable", names.items());
    create("ModelsTable", names.models());
    create("KeysTable", names.keys());
  }

  private void create(String logicalId, String name) {
    Map<String, Object> properties = map(map(resources, logicalId), "Properties");
    try {
      client.createTable(table ->
          table
              .tableName(name)
              .billingMode(text(properties, "BillingMode"))
              .attributeDefinitions(
                  each(properties, "AttributeDefinitions", TableCreator::definition))
              .keySchema(each(properties, "KeySchema", TableCreator::key)));
    } catch (ResourceInUseException _) {
      // A directory that was used before holds the table already.
      return;
    }
    if (properties.containsKey("TimeToLiveSpecification")) {
      Map<String, Object> expiry = map(properties, "TimeToLiveSpecification");
      client.updateTimeToLive(update ->
          update
              .tableName(name)
              .timeToLiveSpecification(ttl ->
                  ttl.attributeName(text(expiry, "AttributeName"))
                      .enabled(Boolean.valueOf(text(expiry, "Enabled")))));
    }
  }

  private static AttributeDefinition definition(Map<String, Object> fields) {
    return AttributeDefinition.builder()
        .attributeName(text(fields, "AttributeName"))
        .attributeType(text(fields, "AttributeType"))
        .build();
  }

  private static KeySchemaElement key(Map<String, Object> fields) {
    return KeySchemaElement.builder()
        .attributeName(text(fields, "AttributeName"))
        .keyType(text(fields, "KeyType"))
        .build();
  }

  private static <T> List<T> each(
      Map<String, Object> map, String name, Function<Map<String, Object>, T> element) {
    if (required(map, name) instanceof List<?> list) {
      return list.stream().map(entry -> element.apply(asMap(name, entry))).toList();
    }
    throw new IllegalArgumentException("the template's " + name + " is not a list");
  }

  private static Map<String, Object> map(Map<String, Object> map, String name) {
    return asMap(name, required(map, name));
  }

  @SuppressWarnings("unchecked") // a YAML mapping of a template has text keys only
  private static Map<String, Object> asMap(String name, Object value) {
    if (value instanceof Map<?, ?> fields) {
      return (Map<String, Object>) fields;
    }
    throw new IllegalArgumentException("the template's " + name + " is not a map");
  }

  private static String text(Map<String, Object> map, String name) {
    return required(map, name).toString();
  }

  private static Object required(Map<String, Object> map, String name) {
    Object value = map.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the template lacks " + name);
    }
    return value;
  }
}
