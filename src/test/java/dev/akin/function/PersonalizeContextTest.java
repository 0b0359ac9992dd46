package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.openapi.ExchangeCheck;
import dev.akin.shop.UserId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is kept of the properties of an event that an SDK for Amazon Personalize sends.
class PersonalizeContextTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExchangeCheck DESCRIBED = new ExchangeCheck();

  private final SampleFunctions shop = SampleFunctions.trainedShop();

  @Test
  void whatIsTooLongIsLeftOutAndTheEventKept() {
    ObjectNode properties =
        JSON.createObjectNode()
            .put("page", "x".repeat(257))
            .put("x".repeat(65), "a")
            .put(" ", "a")
            .put("device", "m".repeat(256));

    assertThat(context(properties)).isEqualTo(Map.of("device", "m".repeat(256)));
  }

  @Test
  void thePropertiesThatComeLastMakeRoomForTheAttribution() {
    ObjectNode properties = JSON.createObjectNode();
    for (int n = 0; n < 30; n++) {
      properties.put("p" + n, n);
    }

    assertThat(context(properties))
        .hasSize(20)
        .containsEntry("eventAttributionSource", "mail")
        .containsEntry("eventValue", "3.0")
        .containsEntry("p17", "17")
        .doesNotContainKey("p18");
  }

  private Map<String, String> context(ObjectNode properties) {
    ObjectNode body = JSON.createObjectNode().put("trackingId", "t").put("userId", "new");
    ObjectNode sent = body.put("sessionId", "visit-9").putArray("eventList").addObject();
    sent.put("eventType", "view").put("itemId", "garden-1").put("sentAt", 1_795_521_540);
    sent.put("properties", properties.toString());
    if (properties.size() == 30) {
      sent.put("eventValue", 3)
          .putObject("metricAttribution")
          .put("eventAttributionSource", "mail");
    }
    APIGatewayV2HTTPEvent event = Call.of("POST /personalize/events").body(body.toString()).event();
    APIGatewayV2HTTPResponse response = shop.ingest(event);
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
    DESCRIBED.require(Exchanges.of(event, response));
    return shop.stores.events().newest(new UserId("new"), 1).getFirst().attribution().context();
  }
}
