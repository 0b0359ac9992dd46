package dev.akin.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.Detail;
import dev.akin.app.EventExclusion;
import dev.akin.app.GivenContext;
import dev.akin.app.ListOptions;
import dev.akin.app.ListRules;
import dev.akin.app.ListRules.Boosting;
import dev.akin.app.ListRules.Capping;
import dev.akin.app.ListRules.Pinning;
import dev.akin.app.ListRules.Promoting;
import dev.akin.app.Narrowing;
import dev.akin.app.Tuning;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the options of one list from JSON: of a request, of one of its lists, of a scenario.
public final class ListOptionsReader {
  /// The names of all options.
  static final Set<String> FIELDS =
      Set.of(
          "limit",
          "strategy",
          "category",
          "exclude",
          "excludeSeen",
          "excludeEvents",
          "filter",
          "parameters",
          "itemId",
          "boost",
          "pins",
          "promotions",
          "caps",
          "diversity",
          "novelty",
          "exploration",
          "minRelevance",
          "rotation",
          "context",
          "reasons",
          "fields");

  private static final int MOST_RULES = 20;

  private ListOptionsReader() {}

  /// @param fields may hold others as well
  public static ListOptions read(Fields fields) {
    Integer limit = fields.wholeNumber("limit");
    return new ListOptions(
        limit == null ? ListOptions.DEFAULT_LIMIT : limit,
        fields.text("strategy"),
        narrowing(fields),
        rules(fields),
        tuning(fields),
        new Detail(fields.flag("reasons", true), fields.texts("fields")),
        new GivenContext(EventReader.context(fields)));
  }

  /// Checks a list of item ids.
  static Set<ItemId> items(String field, Iterable<String> ids) {
    Set<ItemId> items = new LinkedHashSet<>();
    for (String id : ids) {
      try {
        items.add(new ItemId(id));
      } catch (InvalidFieldException invalid) {
        throw new InvalidFieldException(field, invalid.code(), invalid.remedy());
      }
    }
    return items;
  }

  private static Narrowing narrowing(Fields fields) {
    return new Narrowing(
        fields.text("category"),
        items("exclude", fields.texts("exclude")),
        fields.flag("excludeSeen", true),
        each(
            fields,
            "excludeEvents",
            Set.of("type", "days"),
            entry -> new EventExclusion(entry.requiredText("type"), entry.wholeNumber("days"))));
  }

  private static Tuning tuning(Fields fields) {
    return new Tuning(
        share(fields, "diversity"),
        share(fields, "novelty"),
        share(fields, "exploration"),
        share(fields, "minRelevance"),
        share(fields, "rotation"));
  }

  private static double share(Fields fields, String field) {
    Double share = fields.number(field);
    return share == null ? 0 : share;
  }

  private static ListRules rules(Fields fields) {
    String item = fields.text("itemId");
    return ListRules.of(
            fields.text("filter"),
            each(
                fields,
                "boost",
                Set.of("when", "by"),
                entry -> new Boosting(entry.requiredText("when"), by(entry))),
            each(
                fields,
                "pins",
                Set.of("itemId", "position"),
                entry ->
                    new Pinning(
                        new ItemId(entry.requiredText("itemId")),
                        required("position", entry.wholeNumber("position")))),
            each(
                fields,
                "promotions",
                Set.of("name", "filter", "share"),
                ListOptionsReader::promotion),
            each(
                fields, "caps", Set.of("field", "level", "most", "strict"), ListOptionsReader::cap))
        .about(item == null ? null : current(item), parameters(fields));
  }

  private static ItemId current(String item) {
    return items("itemId", List.of(item)).iterator().next();
  }

  /// A number or the text of a calculation.
  private static String by(Fields entry) {
    JsonNode by = entry.node("by");
    if (by.isTextual()) {
      return by.textValue();
    }
    Double number = by.isNumber() ? entry.number("by") : null;
    if (number != null) {
      return BigDecimal.valueOf(number).toPlainString();
    }
    throw Fields.wrongType("by", "a number or a calculation");
  }

  private static Promoting promotion(Fields entry) {
    String name = entry.text("name");
    return new Promoting(
        name == null ? "promotion" : name,
        entry.requiredText("filter"),
        required("share", entry.number("share")));
  }

  private static Capping cap(Fields entry) {
    Integer level = entry.wholeNumber("level");
    return new Capping(
        entry.requiredText("field"),
        level == null ? 0 : level,
        required("most", entry.wholeNumber("most")),
        entry.flag("strict", false));
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new InvalidFieldException(field, "missing", field + " must be given, as a number");
    }
    return value;
  }

  private static Map<String, AttributeValue> parameters(Fields fields) {
    Map<String, AttributeValue> parameters = new LinkedHashMap<>();
    fields
        .members("parameters")
        .forEach((name, node) -> {
          if (!node.isNull()) {
            parameters.put(name, AttributeValues.read("parameters." + name, node));
          }
        });
    return parameters;
  }

  private static <T> List<T> each(
      Fields fields, String field, Set<String> known, Function<Fields, T> read) {
    List<JsonNode> entries = fields.list(field);
    List<T> all = new ArrayList<>();
    if (entries == null) {
      return all;
    }
    if (entries.size() > MOST_RULES) {
      throw new InvalidFieldException(
          field, "too_many", field + " holds at most " + MOST_RULES + " entries");
    }
    for (JsonNode entry : entries) {
      String path = field + "[" + all.size() + "]";
      if (!(entry instanceof ObjectNode object)) {
        throw Fields.wrongType(path, "an object");
      }
      try {
        all.add(read.apply(new Fields(object).only(known)));
      } catch (InvalidFieldException invalid) {
        throw invalid.within(path);
      }
    }
    return all;
  }
}
