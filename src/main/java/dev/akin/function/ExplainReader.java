package dev.akin.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.ExplainRequest;
import dev.akin.app.HistorySource;
import dev.akin.shop.ItemId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads which item of which list is to be explained. The options are those of the list, but for
/// one word: `itemId` is the item to explain, and what a list calls `itemId`, the item being looked
/// at, is `current`, as in expressions.
final class ExplainReader {
  private static final String ITEM = "itemId";
  private static final String CURRENT = "current";
  private static final List<String> TEXTS =
      List.of("userId", "sessionId", CURRENT, ScenarioOptions.FIELD);

  private ExplainReader() {}

  /// `GET /explain`.
  static Asked query(HttpRequest request) {
    request.onlyQuery(QueryOptions.names(TEXTS.toArray(String[]::new)));
    ObjectNode options = QueryOptions.of(request);
    for (String name : TEXTS) {
      String text = request.query(name);
      if (text != null) {
        options.put(name, text);
      }
    }
    return read(options);
  }

  /// `POST /explain`.
  static Asked body(ObjectNode body) {
    Set<String> known = new HashSet<>(ListOptionsReader.FIELDS);
    known.addAll(RecommendReader.SOURCES);
    known.add(CURRENT);
    known.add(ScenarioOptions.FIELD);
    new Fields(body).only(known);
    return read(body);
  }

  private static Asked read(ObjectNode body) {
    Fields fields = new Fields(body);
    ItemId item = new ItemId(fields.requiredText(ITEM));
    String current = fields.text(CURRENT);
    ObjectNode list = body.deepCopy();
    list.remove(ITEM);
    if (current != null) {
      list.put(ITEM, current(current));
    }
    return new Asked(item, RecommendReader.source(fields), list);
  }

  /// Checked here, where it is called by this name.
  private static String current(String id) {
    return ListOptionsReader.items(CURRENT, List.of(id)).iterator().next().value();
  }

  /// What is to be explained.
  ///
  /// @param list the options in the words of a list, its scenario not yet looked up
  record Asked(ItemId item, HistorySource source, ObjectNode list) {
    /// @param options those of the list and of its scenario
    ExplainRequest request(ObjectNode options) {
      return new ExplainRequest(source, ListOptionsReader.read(new Fields(options)), item);
    }
  }
}
