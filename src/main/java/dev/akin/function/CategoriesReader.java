package dev.akin.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.CategoriesRequest;
import dev.akin.app.Grouping;
import dev.akin.app.HistorySource;
import dev.akin.shop.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads which groups of items are asked for, from a query or from a body.
final class CategoriesReader {
  private static final String BY = "by";
  private static final String LEVEL = "level";
  private static final String ITEMS = "items";
  private static final List<String> OWN = List.of(BY, LEVEL, ITEMS);

  /// What narrows a list or changes its order; the other options of lists arrange its places.
  private static final Set<String> OPTIONS =
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
          "context",
          "reasons");

  private static final List<String> QUERY =
      List.of(
          "limit",
          "strategy",
          "category",
          "exclude",
          "excludeSeen",
          "filter",
          "itemId",
          "context",
          "reasons");

  private static final String HINT =
      "; groups are ranked by the order of the items, so options that arrange the places of a list"
          + " have no place here";

  private CategoriesReader() {}

  /// `GET /users/{id}/categories`.
  static CategoriesRequest query(HttpRequest request) {
    Set<String> known = new HashSet<>(QUERY);
    known.addAll(OWN);
    request.onlyQuery(known.toArray(String[]::new));
    ObjectNode own = JsonNodeFactory.instance.objectNode();
    if (request.query(BY) != null) {
      own.put(BY, request.query(BY));
    }
    for (String number : List.of(LEVEL, ITEMS)) {
      if (request.query(number) != null) {
        own.put(number, request.wholeNumber(number, 0));
      }
    }
    return read(
        new HistorySource.OfSubject(new UserId(request.pathParameter("id"))),
        new Fields(QueryOptions.of(request).setAll(own)));
  }

  /// `POST /categories`.
  static CategoriesRequest body(ObjectNode body) {
    Set<String> known = new HashSet<>(OPTIONS);
    known.addAll(OWN);
    known.addAll(RecommendReader.SOURCES);
    Fields fields = new Fields(body).only(known, HINT);
    return read(RecommendReader.source(fields), fields);
  }

  private static CategoriesRequest read(HistorySource source, Fields fields) {
    return CategoriesRequest.of(
        source,
        Grouping.of(fields.text(BY), fields.wholeNumber(LEVEL)),
        fields.wholeNumber(ITEMS),
        ListOptionsReader.read(fields));
  }
}
