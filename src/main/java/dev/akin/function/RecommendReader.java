package dev.akin.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.Detail;
import dev.akin.app.HistorySource;
import dev.akin.app.HistorySource.Past;
import dev.akin.app.ListOptions;
import dev.akin.app.ListRules;
import dev.akin.app.RecommendRequest;
import dev.akin.shop.Action;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads what is asked of the recommender, from a query or from a body.
final class RecommendReader {
  static final String CURSOR = "cursor";
  private static final int MAX_HISTORY = 500;
  static final Set<String> SOURCES = Set.of("userId", "sessionId", "history");
  private static final Set<String> PAST_FIELDS =
      Set.of("itemId", "type", "value", "quantity", "price", "currency");

  private RecommendReader() {}

  /// What `GET /users/{id}/recommendations` says of the list.
  static ObjectNode options(HttpRequest request) {
    request.onlyQuery(QueryOptions.names(ScenarioOptions.FIELD, CURSOR));
    ObjectNode options = QueryOptions.of(request);
    String scenario = request.query(ScenarioOptions.FIELD);
    return scenario == null ? options : options.put(ScenarioOptions.FIELD, scenario);
  }

  /// `GET /users/{id}/recommendations`.
  ///
  /// @param options as they are with the scenario's
  static RecommendRequest query(HttpRequest request, ObjectNode options) {
    return new RecommendRequest(
        new HistorySource.OfSubject(new UserId(request.pathParameter("id"))),
        ListOptionsReader.read(new Fields(options)),
        request.query(CURSOR));
  }

  /// `POST /recommendations`.
  ///
  /// @param body with the scenario's options, without its name
  static RecommendRequest body(ObjectNode body) {
    Fields fields = new Fields(body).only(known());
    return new RecommendRequest(
        source(fields), ListOptionsReader.read(fields), fields.text(CURSOR));
  }

  /// The options of a list that is the same for everybody.
  static ListOptions impersonal(HttpRequest request) {
    return ListOptions.plain(
            request.wholeNumber("limit", ListOptions.DEFAULT_LIMIT),
            request.query("category"),
            null)
        .with(ListRules.of(request.query("filter"), List.of(), List.of(), List.of(), List.of()))
        .with(new Detail(false, List.copyOf(request.values("fields"))));
  }

  /// The fields of a body, in a new set; some of them exclude each other.
  static Set<String> known() {
    Set<String> known = new HashSet<>(ListOptionsReader.FIELDS);
    known.addAll(SOURCES);
    known.add(CURSOR);
    known.add(ScenarioOptions.FIELD);
    known.add(ListsReader.LISTS);
    return known;
  }

  /// Whose list it is.
  static HistorySource source(Fields fields) {
    String user = fields.text("userId");
    String session = fields.text("sessionId");
    List<JsonNode> history = fields.list("history");
    int given = (user == null ? 0 : 1) + (session == null ? 0 : 1) + (history == null ? 0 : 1);
    if (given != 1) {
      throw new InvalidFieldException(
          "userId",
          given == 0 ? "missing" : "contradiction",
          "give exactly one of userId, sessionId and history");
    }
    if (user != null) {
      return new HistorySource.OfSubject(new UserId(user));
    }
    if (session != null) {
      return new HistorySource.OfSubject(new SessionId(session));
    }
    return new HistorySource.Given(past(history == null ? List.of() : history));
  }

  private static List<Past> past(List<JsonNode> history) {
    if (history.size() > MAX_HISTORY) {
      throw new InvalidFieldException(
          "history", "too_many", "history must have at most " + MAX_HISTORY + " entries");
    }
    List<Past> past = new ArrayList<>();
    for (JsonNode entry : history) {
      try {
        past.add(past(entry));
      } catch (InvalidFieldException invalid) {
        String path = "history[" + past.size() + "]";
        throw invalid.field().isEmpty()
            ? new InvalidFieldException(path, invalid.code(), invalid.remedy())
            : invalid.within(path);
      }
    }
    return past;
  }

  /// An item id alone was viewed; an object says more.
  private static Past past(JsonNode entry) {
    if (entry.isTextual()) {
      return new Past(new ItemId(entry.textValue()), new Action.View());
    }
    if (!(entry instanceof ObjectNode object)) {
      throw new InvalidFieldException(
          "", "wrong_type", "an entry must be an item id or an object with itemId and type");
    }
    Fields fields = new Fields(object).only(PAST_FIELDS);
    String type = fields.text("type");
    return new Past(
        new ItemId(fields.requiredText("itemId")),
        EventReader.action(type == null ? "view" : type, fields));
  }
}
