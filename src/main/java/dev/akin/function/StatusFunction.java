package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.akin.app.ActivateRelease;
import dev.akin.app.ListReleases;
import dev.akin.app.ReportStatus;
import dev.akin.app.StartTraining;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.wire.ReleaseAnswer;
import dev.akin.function.wire.StatusAnswer;
import io.quarkus.funqy.Funq;
import org.jspecify.annotations.Nullable;

/// `GET /status`, `POST /trainings`, `GET /releases` and `POST /releases/{id}/activate`; and the
/// answer to every route that there is not.
public final class StatusFunction {
  private final ReportStatus reportStatus;
  private final StartTraining startTraining;
  private final ListReleases listReleases;
  private final ActivateRelease activateRelease;

  public StatusFunction(
      ReportStatus reportStatus,
      StartTraining startTraining,
      ListReleases listReleases,
      ActivateRelease activateRelease) {
    this.reportStatus = reportStatus;
    this.startTraining = startTraining;
    this.listReleases = listReleases;
    this.activateRelease = activateRelease;
  }

  @Funq("status")
  public APIGatewayV2HTTPResponse status(@Nullable APIGatewayV2HTTPEvent event) {
    return Boundary.answer(
        event,
        request ->
            switch (request.route()) {
              case "GET /status" -> {
                request.onlyQuery();
                yield Answer.ok(Answers.of(reportStatus.report()));
              }
              case "POST /trainings" -> train(request);
              case "GET /releases" -> releases(request);
              case "POST /releases/{id}/activate" -> activate(request);
              // The gateway adds the headers that a browser asked for.
              case "OPTIONS /{proxy+}" -> new Answer(204, null);
              default -> throw Boundary.noRoute();
            });
  }

  private Answer train(HttpRequest request) {
    request.onlyQuery();
    StartTraining.Started started = startTraining.start();
    return new Answer(
        202,
        new StatusAnswer.Started(started.trainingId(), started.alreadyRunning(), "GET /status"));
  }

  private Answer releases(HttpRequest request) {
    request.onlyQuery();
    return Answer.ok(
        new ReleaseAnswer.Listing(listReleases.list().stream().map(Answers::of).toList()));
  }

  private Answer activate(HttpRequest request) {
    String id = request.onlyQuery().pathParameter("id");
    if (!activateRelease.activate(id)) {
      throw HttpProblem.of(
          404, "unknown_release", "id", "there is no such release; GET /releases lists them");
    }
    return releases(request);
  }
}
