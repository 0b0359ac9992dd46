package dev.akin.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.ExplainRequest;
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
  private static final List<String> TEXTS = List.of("userId", "sessionId", CURRENT);

  private ExplainReader() {}

  /// `GET /explain`.
  static ExplainRequest query(HttpRequest request) {
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
  static ExplainRequest body(ObjectNode body) {
    Set<String> known = new HashSet<>(ListOptionsReader.FIELDS);
    known.addAll(RecommendReader.SOURCES);
    known.add(CURRENT);
    new Fields(body).only(known);
    return read(body);
  }

  private static ExplainRequest read(ObjectNode body) {
    Fields fields = new Fields(body);
    ItemId item = new ItemId(fields.requiredText(ITEM));
    String current = fields.text(CURRENT);
    ObjectNode list = body.deepCopy();
    list.remove(ITEM);
    if (current != null) {
      list.put(ITEM, current(current));
    }
    return new ExplainRequest(
        RecommendReader.source(fields), ListOptionsReader.read(new Fields(list)), item);
  }

  /// Checked here, where it is called by this name.
  private static String current(String id) {
    return ListOptionsReader.items(CURRENT, List.of(id)).iterator().next().value();
  }
}
