package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.akin.app.EraseSubject;
import dev.akin.app.ExportSubject;
import dev.akin.app.FindUsers;
import dev.akin.app.ItemUsersRequest;
import dev.akin.app.MergeSession;
import dev.akin.app.SimilarUsersRequest;
import dev.akin.app.UnfinishedException;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.gorse.GorseUsers;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import io.quarkus.funqy.Funq;
import java.util.Set;
import java.util.function.Supplier;

/// What is held about one person: `GET` and `DELETE /users/{id}` and `/sessions/{id}`, `POST
/// /sessions/{id}/merge`; the answers that name people, `GET /users/{id}/similar` and `GET
/// /items/{id}/users`; and the users of Gorse.
public final class AccountFunction {
  private final ExportSubject exportSubject;
  private final EraseSubject eraseSubject;
  private final MergeSession mergeSession;
  private final FindUsers findUsers;
  private final GorseUsers gorse;

  public AccountFunction(
      ExportSubject exportSubject,
      EraseSubject eraseSubject,
      MergeSession mergeSession,
      FindUsers findUsers,
      GorseUsers gorse) {
    this.exportSubject = exportSubject;
    this.eraseSubject = eraseSubject;
    this.mergeSession = mergeSession;
    this.findUsers = findUsers;
    this.gorse = gorse;
  }

  @Funq("account")
  public APIGatewayV2HTTPResponse account(APIGatewayV2HTTPEvent event) {
    return Boundary.answer(
        event,
        request ->
            switch (request.route()) {
              case "GET /users/{id}" -> export(request, user(request));
              case "DELETE /users/{id}" -> erase(request, user(request));
              case "GET /users/{id}/similar" -> similar(request);
              case "GET /items/{id}/users" -> ofItem(request);
              case "GET /sessions/{id}" -> export(request, session(request));
              case "DELETE /sessions/{id}" -> erase(request, session(request));
              case "POST /sessions/{id}/merge" -> merge(request);
              default -> gorse.answer(request);
            });
  }

  /// Of somebody nobody knows nothing is held, which is an answer and no error.
  private Answer export(HttpRequest request, Subject subject) {
    request.onlyQuery("cursor", "limit", "receipt");
    int limit = request.wholeNumber("limit", ExportSubject.DEFAULT_PAGE);
    return Answer.ok(
        AccountAnswers.of(
            exportSubject.export(
                new ExportSubject.Request(
                    subject, request.query("cursor"), limit, request.query("receipt")))));
  }

  private Answer erase(HttpRequest request, Subject subject) {
    request.onlyQuery();
    return finished(() -> Answer.ok(AccountAnswers.of(eraseSubject.erase(subject))));
  }

  private Answer merge(HttpRequest request) {
    SessionId session = session(request.onlyQuery());
    Fields body = new Fields(request.body()).only(Set.of("userId"));
    UserId user = new UserId(body.requiredText("userId"));
    return finished(() -> Answer.ok(AccountAnswers.of(mergeSession.merge(session, user))));
  }

  private Answer similar(HttpRequest request) {
    request.onlyQuery("limit");
    int limit = request.wholeNumber("limit", SimilarUsersRequest.DEFAULT_LIMIT);
    return Answer.ok(
        AccountAnswers.of(findUsers.similar().find(new SimilarUsersRequest(user(request), limit))));
  }

  private Answer ofItem(HttpRequest request) {
    request.onlyQuery("limit", "excludeBuyers");
    ItemUsersRequest asked =
        new ItemUsersRequest(
            new ItemId(request.pathParameter("id")),
            request.wholeNumber("limit", ItemUsersRequest.DEFAULT_LIMIT),
            request.flag("excludeBuyers", true));
    return Answer.ok(AccountAnswers.of(findUsers.ofItem().find(asked)));
  }

  private static Answer finished(Supplier<Answer> work) {
    try {
      return work.get();
    } catch (UnfinishedException unfinished) {
      throw HttpProblem.of(
          503, "unfinished", null, unfinished.getMessage() + "; send the same request again");
    }
  }

  private static UserId user(HttpRequest request) {
    return new UserId(request.pathParameter("id"));
  }

  private static SessionId session(HttpRequest request) {
    return new SessionId(request.pathParameter("id"));
  }
}
