package dev.akin.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.HistorySource;
import dev.akin.app.HistorySource.Past;
import dev.akin.app.RecommendRequest;
import dev.akin.shop.Action;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what is asked of the recommender, from a query or from a body.
final class RecommendReader {
  private static final int MAX_EXCLUDE = 500;
  private static final int MAX_HISTORY = 500;
  private static final Set<String> FIELDS =
      Set.of(
          "userId",
          "sessionId",
          "history",
          "limit",
          "exclude",
          "excludeSeen",
          "category",
          "strategy",
          "reasons");
  private static final Set<String> PAST_FIELDS =
      Set.of("itemId", "type", "value", "quantity", "price", "currency");

  private RecommendReader() {}

  /// `GET /users/{id}/recommendations`.
  static RecommendRequest query(HttpRequest request) {
    request.onlyQuery("limit", "exclude", "excludeSeen", "category", "strategy", "reasons");
    return new RecommendRequest(
        new HistorySource.OfSubject(new UserId(request.pathParameter("id"))),
        request.wholeNumber("limit", RecommendRequest.DEFAULT_LIMIT),
        items("exclude", request.values("exclude")),
        request.flag("excludeSeen", true),
        category(request.query("category")),
        request.query("strategy"),
        request.flag("reasons", true));
  }

  /// `POST /recommendations`.
  static RecommendRequest body(ObjectNode body) {
    Fields fields = new Fields(body).only(FIELDS);
    Integer limit = fields.wholeNumber("limit");
    return new RecommendRequest(
        source(fields),
        limit == null ? RecommendRequest.DEFAULT_LIMIT : limit,
        items("exclude", fields.texts("exclude")),
        fields.flag("excludeSeen", true),
        category(fields.text("category")),
        fields.text("strategy"),
        fields.flag("reasons", true));
  }

  /// Checks a list of item ids.
  static Set<ItemId> items(String field, Collection<String> ids) {
    if (ids.size() > MAX_EXCLUDE) {
      throw new InvalidFieldException(
          field, "too_many", field + " must name at most " + MAX_EXCLUDE + " items");
    }
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

  /// Checks a category path.
  static @Nullable String category(@Nullable String path) {
    if (path != null && (path.isBlank() || path.length() > 500)) {
      throw new InvalidFieldException(
          "category", "out_of_range", "category must be a path such as Home > Mugs");
    }
    return path;
  }

  private static HistorySource source(Fields fields) {
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
