package dev.akin.function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.Scenarios;
import dev.akin.shop.InvalidFieldException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Completes the options of requests that name a scenario.
public final class ScenarioOptions {
  static final String FIELD = "scenario";

  private final Scenarios scenarios;

  public ScenarioOptions(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  /// Answers by the fields of a request and below them the options of the scenario that it names;
  /// by the same fields if it names none. Merged field by field: an option that is given replaces
  /// the whole option of the scenario, and `null` takes it away. Options of the scenario that
  /// cannot be followed now are left out.
  ///
  /// @throws InvalidFieldException if there is no such scenario
  public <T> T serving(ObjectNode own, Function<ObjectNode, T> answer) {
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

  /// The same for several lists, each with a scenario of its own or none.
  <T> T servingLists(ObjectNode body, Function<ObjectNode, T> answer) {
    ObjectNode whole = body.deepCopy();
    Map<String, LentOptions> lent = lendEach(whole);
    while (true) {
      try {
        return answer.apply(whole);
      } catch (InvalidFieldException refusal) {
        String list = refusal.field().split("\\.", 2)[0];
        LentOptions options = lent.get(list);
        if (options == null || !options.leaveOut(below(list, refusal))) {
          throw refusal;
        }
      }
    }
  }

  /// Puts the options of the scenarios into the lists that name one.
  ///
  /// @return what was lent, by paths such as `lists[2]`
  private Map<String, LentOptions> lendEach(ObjectNode whole) {
    Map<String, LentOptions> lent = new HashMap<>();
    if (whole.get(ListsReader.LISTS) instanceof ArrayNode lists) {
      for (int i = 0; i < lists.size(); i++) {
        String path = ListsReader.LISTS + "[" + i + "]";
        if (lists.get(i) instanceof ObjectNode own && own.hasNonNull(FIELD)) {
          try {
            LentOptions options = lend(new Fields(own).requiredText(FIELD), own);
            lists.set(i, options.options());
            lent.put(path, options);
          } catch (InvalidFieldException invalid) {
            throw invalid.within(path);
          }
        }
      }
    }
    return lent;
  }

  private static InvalidFieldException below(String list, InvalidFieldException refusal) {
    int start = Math.min(refusal.field().length(), list.length() + 1);
    return new InvalidFieldException(
        refusal.field().substring(start), refusal.code(), refusal.remedy());
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
