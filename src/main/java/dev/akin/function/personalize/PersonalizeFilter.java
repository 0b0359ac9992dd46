package dev.akin.function.personalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.function.Fields;
import dev.akin.shop.InvalidFieldException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A filter is a scenario of the same name but for case and signs, its values are the parameters of
/// the scenario's expressions.
final class PersonalizeFilter {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

  /// A text in quotes, or without commas.
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"|([^\",]+)");

  private static final int LONGEST_SCENARIO = 64;

  private PersonalizeFilter() {}

  /// Adds to the options of a list what the request says of a filter.
  static void lend(Fields fields, ObjectNode options) {
    Map<String, JsonNode> values = fields.members("filterValues");
    if (fields.any("filterArn") == null) {
      if (!values.isEmpty()) {
        throw new InvalidFieldException(
            "filterArn", "missing", "filterArn must be given with filterValues");
      }
      return;
    }
    options.put("scenario", scenario(PersonalizeNames.resource(fields, "filterArn", "filter")));
    options.put("reasons", true);
    values.forEach((name, value) -> {
      if (!value.isTextual()) {
        throw Fields.wrongType("filterValues." + name, "text");
      }
      options.withObject("/parameters").set(name, value(value.textValue()));
    });
  }

  /// `exclude-purchased` for `Exclude_Purchased`: names of filters may hold what names of scenarios
  /// may not.
  private static String scenario(String filter) {
    String plain = filter.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    return plain.substring(0, Math.min(plain.length(), LONGEST_SCENARIO));
  }

  /// A number, a text, or several texts.
  private static JsonNode value(String text) {
    String plain = text.strip();
    if (NUMBER.matcher(plain).matches()) {
      return JsonNodeFactory.instance.numberNode(Double.parseDouble(plain));
    }
    ArrayNode texts = JsonNodeFactory.instance.arrayNode();
    for (Matcher found = TEXT.matcher(plain); found.find(); ) {
      String one = found.group(1) == null ? found.group(2).strip() : found.group(1);
      if (found.group(1) != null || !one.isEmpty()) {
        texts.add(one);
      }
    }
    return texts.size() == 1 ? texts.get(0) : texts;
  }
}
