package dev.akin.function.personalize;

import dev.akin.function.FieldNames;
import dev.akin.function.Fields;
import dev.akin.shop.InvalidFieldException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Personalize calls our fields, and how it names its resources.
final class PersonalizeNames {
  /// Of a request for a list.
  static final FieldNames LISTS =
      new FieldNames(
          Map.of(
              "limit", "numResults",
              "items", "inputList",
              "scenario", "filterArn",
              "parameters", "filterValues"));

  /// Of an event, an item or a user.
  static final FieldNames RECORDS =
      new FieldNames(
          Map.ofEntries(
              Map.entry("timestamp", "sentAt"),
              Map.entry("value", "eventValue"),
              Map.entry("quantity", "properties.quantity"),
              Map.entry("price", "properties.price"),
              Map.entry("currency", "properties.currency"),
              Map.entry("context", "properties"),
              Map.entry("attributes", "properties"),
              Map.entry("title", "properties"),
              Map.entry("description", "properties"),
              Map.entry("categories", "properties"),
              Map.entry("tags", "properties")));

  private static final Pattern ARN =
      Pattern.compile("arn:[a-z0-9-]+:personalize:[^:]*:[^:]*:([a-z-]+)/(.+)");
  private static final int LONGEST = 256;

  private PersonalizeNames() {}

  /// The name at the end of an ARN.
  ///
  /// @param field that must hold the ARN
  /// @param kind of resource, e.g. `campaign`
  static String resource(Fields fields, String field, String kind) {
    String arn = fields.requiredText(field);
    Matcher parts = ARN.matcher(arn);
    if (arn.length() > LONGEST || !parts.matches() || !parts.group(1).equals(kind)) {
      throw new InvalidFieldException(
          field,
          "invalid",
          field
              + " must be an ARN such as arn:aws:personalize:eu-central-1:123456789012:"
              + kind
              + "/name");
    }
    return parts.group(2);
  }
}
