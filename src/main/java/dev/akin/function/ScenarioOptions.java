package dev.akin.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.Scenarios;
import dev.akin.shop.InvalidFieldException;
import java.util.function.Function;

/// Completes the options of requests that name a scenario.
final class ScenarioOptions {
  static final String FIELD = "scenario";

  private final Scenarios scenarios;

  ScenarioOptions(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  /// The fields of a request or of one of its lists, and below them the options of the scenario
  /// that they name; the same fields if they name none. Merged field by field: an option that is
  /// given replaces the whole option of the scenario, and `null` takes it away.
  ///
  /// @throws InvalidFieldException if there is no such scenario
  ObjectNode merged(ObjectNode own) {
    String name = new Fields(own).text(FIELD);
    return name == null ? own : lend(name, own).options();
  }

  /// Answers by the merged options; without those of the scenario that cannot be followed now.
  <T> T serving(ObjectNode own, Function<ObjectNode, T> answer) {
    String name = new Fields(own).text(FIELD);
    if (name == null) {
      return answer.apply(own);
    }
    LentOptions options = lend(name, own);
    while (true) {
      try {
        return answer.apply(options.options());
      } catch (InvalidFieldException refusal) {
        if (!options.leaveOut(refusal)) {
          throw refusal;
        }
      }
    }
  }

  private LentOptions lend(String name, ObjectNode own) {
    String stored =
        scenarios
            .find(name)
            .orElseThrow(() ->
                new InvalidFieldException(
                    FIELD,
                    "unknown_scenario",
                    "there is no such scenario; PUT /scenarios/{name} makes one"));
    return new LentOptions(scenarios, name, Json.object(stored), own.deepCopy().without(FIELD));
  }
}
