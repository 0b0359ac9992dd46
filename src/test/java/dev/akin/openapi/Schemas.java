package dev.akin.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The schemas of one description, in the dialect of OpenAPI 3.1 (JSON Schema 2020-12). Formats are
/// checked. Safe for concurrent use.
final class Schemas {
  private static final String HOME = "urn:akin:openapi";

  private final SchemaRegistry registry;
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  Schemas(JsonNode description) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    this.registry =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            builder ->
                builder.schemas(Map.of(HOME, description.toString())).schemaRegistryConfig(config));
  }

  /// What is wrong with a value, one sentence each; empty if nothing is.
  ///
  /// @param pointer leads to the schema, e.g. `/components/schemas/Event`
  List<String> problems(String pointer, JsonNode value) {
    Schema schema =
        compiled.computeIfAbsent(
            pointer, path -> registry.getSchema(SchemaLocation.of(HOME + "#" + path)));
    return schema.validate(value).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .sorted()
        .distinct()
        .toList();
  }
}
