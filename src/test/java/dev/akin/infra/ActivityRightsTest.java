package dev.akin.infra;

import static dev.akin.infra.Template.list;
import static dev.akin.infra.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What the functions may do to single rows of the events table.
final class ActivityRightsTest {
  @Test
  void whoeverMayUpdateARowOfTheEventsMayUpdateTheMarkOfActivityAlone() throws IOException {
    Set<String> who = new TreeSet<>();
    Template.read()
        .functions()
        .forEach((id, function) -> {
          for (Object policy : list(map(function, "Properties").get("Policies"))) {
            for (Object statement : list(((Map<?, ?>) policy).get("Statement"))) {
              if (updatesEvents((Map<?, ?>) statement)) {
                who.add(id);
                assertThat(map((Map<?, ?>) statement, "Condition", "ForAllValues:StringEquals"))
                    .as(id)
                    .isEqualTo(Map.of("dynamodb:LeadingKeys", List.of("activity")));
              }
            }
          }
        });
    assertThat(who).containsExactly("AccountFunction", "IngestFunction", "RetrainFunction");
  }

  private static boolean updatesEvents(Map<?, ?> statement) {
    return list(statement.get("Action")).contains("dynamodb:UpdateItem")
        && list(statement.get("Resource")).contains(Map.of("GetAtt", "EventsTable.Arn"));
  }
}
