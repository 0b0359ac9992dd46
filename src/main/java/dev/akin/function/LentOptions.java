package dev.akin.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.Scenarios;
import dev.akin.shop.InvalidFieldException;
import java.util.HashSet;
import java.util.Set;

/// The options of one list: its own, and beside them those that its scenario lends. An option of
/// the scenario that cannot be followed is left out and the list served without it: a page must not
/// break because a rule of the shop has become void.
final class LentOptions {
  /// What a request can mend: a parameter, or the item that is looked at, is missing.
  private static final Set<String> OF_THE_REQUEST = Set.of("parameter", "no_current_item");

  /// What parameters are refused for that are there: by whom they come decides who can mend it.
  private static final String WRONG_TYPE = "type";

  private static final String PARAMETERS = "parameters";

  private final Scenarios scenarios;
  private final String name;
  private final ObjectNode options;
  private final Set<String> lent = new HashSet<>();

  /// @param name of the scenario
  /// @param stored the options of the scenario
  /// @param own the options of the list; one that is given, even as null, replaces the scenario's
  LentOptions(Scenarios scenarios, String name, ObjectNode stored, ObjectNode own) {
    this.scenarios = scenarios;
    this.name = name;
    options = stored.deepCopy();
    stored.fieldNames().forEachRemaining(lent::add);
    own.fieldNames().forEachRemaining(lent::remove);
    options.setAll(own);
    scenarios.leftOut(name, lent.contains(PARAMETERS)).stream()
        .filter(lent::remove)
        .forEach(options::remove);
  }

  /// What the list is to be like, without a scenario's name.
  ObjectNode options() {
    return options;
  }

  /// Leaves out what a list was refused for.
  ///
  /// @param refusal about a field of these options
  /// @return false if the scenario did not lend it, or if the request can mend it
  boolean leaveOut(InvalidFieldException refusal) {
    String option = option(refusal);
    boolean wrongType = refusal.code().equals(WRONG_TYPE);
    if (OF_THE_REQUEST.contains(refusal.code())
        || (wrongType && !lent.contains(PARAMETERS))
        || !lent.remove(option)) {
      return false;
    }
    options.remove(option);
    scenarios.leaveOut(name, option, wrongType, refusal.remedy());
    return true;
  }

  /// The option that holds a field such as `boost[0].when`.
  private static String option(InvalidFieldException refusal) {
    return refusal.field().split("[.\\[]", 2)[0];
  }
}
