package dev.akin.function.gorse;

import dev.akin.app.EraseSubject;
import dev.akin.app.ExportSubject;
import dev.akin.app.UnfinishedException;
import dev.akin.function.Boundary;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.EventTypes;
import dev.akin.function.Fields;
import dev.akin.function.HttpProblem;
import dev.akin.function.HttpRequest;
import dev.akin.port.EventLog;
import dev.akin.shop.Event;
import dev.akin.shop.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gorse's users. Akin keeps their events and nothing else of them: a profile that is sent is
/// checked and not kept, which the answer says (no row is affected).
public final class GorseUsers {
  private static final Set<String> FIELDS = Set.of("UserId", "Labels", "Subscribe", "Comment");
  private static final GorseRows NONE = new GorseRows(0);

  /// With more feedback than this a user gets the oldest.
  private static final int MOST_PAGES = 10;

  private final ExportSubject exportSubject;
  private final EraseSubject eraseSubject;
  private final EventTypes types;

  /// @param types what the types of feedback mean
  public GorseUsers(ExportSubject exportSubject, EraseSubject eraseSubject, EventTypes types) {
    this.exportSubject = exportSubject;
    this.eraseSubject = eraseSubject;
    this.types = types;
  }

  public Answer answer(HttpRequest request) {
    return GorseNames.NAMES.in(() ->
        switch (request.route()) {
          case "POST /gorse/api/user" -> {
            user(GorseRecords.fields(request.onlyQuery().body()));
            yield Answer.ok(NONE);
          }
          case "POST /gorse/api/users" -> {
            GorseRecords.all(request.onlyQuery().listBody(), GorseUsers::user);
            yield Answer.ok(NONE);
          }
          case "PATCH /gorse/api/user/{id}" -> {
            id(request);
            GorseRecords.fields(request.onlyQuery().body()).only(FIELDS);
            yield Answer.ok(NONE);
          }
          case "GET /gorse/api/user/{id}" -> find(request);
          case "DELETE /gorse/api/user/{id}" -> delete(request);
          case "GET /gorse/api/user/{id}/feedback" ->
              Answer.ok(feedback(id(request.onlyQuery()), null, null));
          case "GET /gorse/api/user/{id}/feedback/{name}" ->
              Answer.ok(typed(id(request.onlyQuery()), request.pathParameter("name")));
          default -> throw Boundary.noRoute();
        });
  }

  private static UserId user(Fields fields) {
    return new UserId(fields.only(FIELDS).requiredText("UserId"));
  }

  /// A user is there once there is an event of theirs.
  private Answer find(HttpRequest request) {
    UserId user = id(request.onlyQuery());
    if (page(user, null, 1).events().isEmpty()) {
      throw HttpProblem.of(
          404, "unknown_user", "id", "there is no event of this user; POST /gorse/api/feedback");
    }
    return Answer.ok(GorseUser.of(user.value()));
  }

  private Answer delete(HttpRequest request) {
    try {
      long events = eraseSubject.erase(id(request.onlyQuery())).receipt().events();
      return Answer.ok(new GorseRows(events > 0 ? 1 : 0));
    } catch (UnfinishedException unfinished) {
      throw HttpProblem.of(
          503, "unfinished", null, unfinished.getMessage() + "; send the same request again");
    }
  }

  /// None for a word that nobody knows: its feedback is stored as another type, with that of
  /// others.
  private List<GorseFeedbackRecord> typed(UserId user, String word) {
    return types.known(word).map(type -> feedback(user, type, word)).orElse(List.of());
  }

  /// @param type of our events, or null for all
  /// @param word that the type goes by in the answer, or null for our own
  private List<GorseFeedbackRecord> feedback(
      UserId user, @Nullable String type, @Nullable String word) {
    List<GorseFeedbackRecord> all = new ArrayList<>();
    String cursor = null;
    for (int pages = 0; pages < MOST_PAGES && (pages == 0 || cursor != null); pages++) {
      EventLog.Page page = page(user, cursor, ExportSubject.MOST);
      for (Event event : page.events()) {
        if (type == null || type.equals(event.action().type())) {
          String told = word == null ? event.action().type() : word;
          all.add(GorseFeedbackRecord.of(event, user.value(), told));
        }
      }
      cursor = page.next();
    }
    return all;
  }

  private EventLog.Page page(UserId user, @Nullable String cursor, int limit) {
    return exportSubject.export(new ExportSubject.Request(user, cursor, limit, null)).page();
  }

  private static UserId id(HttpRequest request) {
    return new UserId(request.pathParameter("id"));
  }
}
