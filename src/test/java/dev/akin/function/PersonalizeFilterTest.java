package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.openapi.ExchangeCheck;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The filters of an SDK that speaks to Amazon Personalize are the scenarios of the shop.
class PersonalizeFilterTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExchangeCheck DESCRIBED = new ExchangeCheck();
  private static final String ARN = "arn:aws:personalize:eu-central-1:123456789012:";

  private final SampleFunctions shop = SampleFunctions.trainedShop();

  @Test
  void aFilterIsAScenarioAndItsValuesAreParameters() throws IOException {
    scenario("shelf", "{\"filter\":\"$shelf in categories\"}");

    JsonNode one = recommend("shelf", "{'shelf':'\\\"Home > Garden\\\"'}");
    assertThat(one.findValuesAsText("itemId"))
        .isNotEmpty()
        .allMatch(id -> id.startsWith("garden-"));
    JsonNode both = recommend("shelf", "{'shelf':'\\\"Home > Garden\\\",\\\"Home > Kitchen\\\"'}");
    assertThat(both.findValuesAsText("itemId")).anyMatch(id -> id.startsWith("kitchen-"));
  }

  @Test
  void aNumberIsANumberAndAPromotionOfTheScenarioIsTold() throws IOException {
    scenario("cheap", "{\"filter\":\"price <= $most\"}");
    scenario(
        "sale",
        "{\"promotions\":[{\"name\":\"garden\",\"share\":0.5,"
            + "\"filter\":\"'Home > Garden' in categories\"}]}");

    assertThat(recommend("cheap", "{'most':'9.5'}").path("itemList")).isEmpty();
    assertThat(recommend("cheap", "{'most':'10'}").path("itemList")).isNotEmpty();
    JsonNode sale = recommend("sale", "{}");
    assertThat(sale.findValuesAsText("promotionName")).contains("garden");
    assertThat(sale.toString()).contains("[\"Promoted item\"]");
  }

  @Test
  void aRankingIsFilteredToo() throws IOException {
    scenario("garden", "{\"filter\":\"'Home > Garden' in categories\"}");
    String body =
        "{'campaignArn':'%scampaign/x','userId':'cook-1','filterArn':'%sfilter/garden',"
            + "'inputList':['kitchen-7','garden-1']}";

    JsonNode found = answer("personalize-ranking", body.formatted(ARN, ARN));
    assertThat(found.findValuesAsText("itemId")).containsExactly("garden-1");
  }

  private void scenario(String name, String options) {
    Call put = Call.of("PUT /scenarios/{name}").part("name", name).body(options);
    assertThat(shop.catalog(put.event()).getStatusCode()).isEqualTo(201);
  }

  private JsonNode recommend(String filter, String values) throws IOException {
    String body =
        "{'campaignArn':'%scampaign/x','userId':'cook-1','numResults':10,"
            + "'filterArn':'%sfilter/%s','filterValues':%s}";
    return answer("recommendations", body.formatted(ARN, ARN, filter, values));
  }

  private JsonNode answer(String path, String body) throws IOException {
    APIGatewayV2HTTPEvent event =
        Call.of("POST /personalize/" + path).body(body.replace('\'', '"')).event();
    APIGatewayV2HTTPResponse response = shop.recommend(event);
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
    DESCRIBED.require(Exchanges.of(event, response));
    return JSON.readTree(response.getBody());
  }
}
