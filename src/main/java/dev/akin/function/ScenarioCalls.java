package dev.akin.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.ListOptions;
import dev.akin.app.ManageScenarios;
import dev.akin.app.ManageScenarios.Stored;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.wire.ScenarioAnswer;
import dev.akin.function.wire.ScenarioAnswer.Warning;
import dev.akin.port.ScenarioStore.Scenario;
import dev.akin.shop.InvalidFieldException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `PUT`, `GET` and `DELETE /scenarios/{name}` and `GET /scenarios`.
final class ScenarioCalls {
  private final ManageScenarios scenarios;

  ScenarioCalls(ManageScenarios scenarios) {
    this.scenarios = scenarios;
  }

  /// The body is read as the options of a request are, so what no request could ask for is not
  /// stored.
  Answer put(HttpRequest request) {
    String name = name(request);
    ObjectNode body = request.body();
    dropNulls(body);
    String json = Json.text(body);
    if (json.getBytes(StandardCharsets.UTF_8).length > Scenario.MAX_BYTES) {
      throw HttpProblem.of(
          413,
          "too_large",
          "body",
          "a scenario has at most "
              + Scenario.MAX_BYTES
              + " bytes; parameters of requests may hold"
              + " long lists");
    }
    ListOptions options = ListOptionsReader.read(new Fields(body).only(ListOptionsReader.FIELDS));
    Stored stored = scenarios.put(name, json, options);
    return new Answer(
        stored.isNew() ? 201 : 200,
        answer(stored.scenario(), stored.warnings().stream().map(ScenarioCalls::warning).toList()));
  }

  /// What is null counts as absent, so it is not kept.
  private static void dropNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> absent = new ArrayList<>();
      object
          .properties()
          .forEach(field -> {
            if (field.getValue().isNull()) {
              absent.add(field.getKey());
            }
          });
      object.remove(absent);
    }
    node.forEach(ScenarioCalls::dropNulls);
  }

  Answer find(HttpRequest request) {
    return scenarios
        .find(name(request))
        .map(scenario -> Answer.ok(answer(scenario, null)))
        .orElseThrow(() ->
            HttpProblem.of(
                404,
                "unknown_scenario",
                "name",
                "there is no such scenario; PUT /scenarios/{name} makes one"));
  }

  /// Deleting what is not there has the wished-for result, so it is no error.
  Answer delete(HttpRequest request) {
    scenarios.delete(name(request));
    return new Answer(204, null);
  }

  Answer list(HttpRequest request) {
    request.onlyQuery();
    return Answer.ok(
        new ScenarioAnswer.Listing(
            scenarios.list().stream().map(scenario -> answer(scenario, null)).toList()));
  }

  private static String name(HttpRequest request) {
    String name = request.onlyQuery().pathParameter("name");
    try {
      return Scenario.requireName(name);
    } catch (InvalidFieldException invalid) {
      throw HttpProblem.badRequest(invalid.code(), "name", invalid.remedy());
    }
  }

  private static ScenarioAnswer answer(Scenario scenario, @Nullable List<Warning> warnings) {
    return new ScenarioAnswer(
        scenario.name(), Json.object(scenario.json()), scenario.updatedAt().toString(), warnings);
  }

  private static Warning warning(InvalidFieldException doubt) {
    return new Warning(
        doubt.code(), doubt.field(), doubt.column() == 0 ? null : doubt.column(), doubt.remedy());
  }
}
