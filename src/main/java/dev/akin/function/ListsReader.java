package dev.akin.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.ListsRequest;
import dev.akin.shop.InvalidFieldException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Reads a `POST /recommendations` that asks for several lists.
final class ListsReader {
  static final String LISTS = "lists";
  private static final String NAME = "name";

  private ListsReader() {}

  /// Whether a body asks for several lists.
  static boolean asked(ObjectNode body) {
    return body.hasNonNull(LISTS);
  }

  /// Beside `lists` stands only whose lists they are.
  static ListsRequest read(ObjectNode body) {
    Set<String> ofLists = new TreeSet<>(ListOptionsReader.FIELDS);
    ofLists.add(ScenarioOptions.FIELD);
    for (String option : ofLists) {
      if (body.hasNonNull(option)) {
        throw new InvalidFieldException(
            option,
            "contradiction",
            "beside lists there are no options; give " + option + " in each list that it is for");
      }
    }
    if (body.hasNonNull(RecommendReader.CURSOR)) {
      throw new InvalidFieldException(
          RecommendReader.CURSOR,
          "contradiction",
          "a cursor leads on in one list; send its options and the cursor without lists");
    }
    Fields fields = new Fields(body).only(RecommendReader.known());
    return new ListsRequest(RecommendReader.source(fields), lists(fields));
  }

  private static List<ListsRequest.Named> lists(Fields fields) {
    List<ListsRequest.Named> lists = new ArrayList<>();
    for (JsonNode entry : fields.batch(LISTS, ListsRequest.MOST_LISTS)) {
      String path = LISTS + "[" + lists.size() + "]";
      if (!(entry instanceof ObjectNode object)) {
        throw Fields.wrongType(path, "an object");
      }
      try {
        lists.add(list(object));
      } catch (InvalidFieldException invalid) {
        throw invalid.within(path);
      }
    }
    return lists;
  }

  private static ListsRequest.Named list(ObjectNode object) {
    Set<String> known = new HashSet<>(ListOptionsReader.FIELDS);
    known.add(NAME);
    known.add(ScenarioOptions.FIELD);
    Fields fields = new Fields(object).only(known);
    return new ListsRequest.Named(fields.requiredText(NAME), ListOptionsReader.read(fields));
  }
}
