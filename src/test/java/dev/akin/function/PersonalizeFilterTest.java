package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.openapi.ExchangeCheck;
import java.io.IOException;
import java.util.List;
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

  @Test
  void aRankingKeepsWhatIsSeenAndWhatAScenarioWouldCut() throws IOException {
    scenario(
        "cutting",
        "{\"excludeSeen\":true,\"excludeEvents\":[{\"type\":\"purchase\"}],\"limit\":1,"
            + "\"category\":\"Home > Garden\",\"exclude\":[\"kitchen-2\"],\"minRelevance\":1,"
            + "\"pins\":[{\"itemId\":\"garden-5\",\"position\":1}],\"exploration\":1,"
            + "\"caps\":[{\"field\":\"categories\",\"most\":1}],\"promotions\":[{\"share\":1,"
            + "\"filter\":\"price < $most\"}],\"rotation\":1}");
    String body = "{'campaignArn':'%scampaign/x','userId':'ann',%s'inputList':%s}";
    String items = "['garden-1','kitchen-1','kitchen-2']";

    JsonNode plain = answer("personalize-ranking", body.formatted(ARN, "", items));
    assertThat(plain.findValuesAsText("itemId"))
        .as("Ann has bought kitchen-1")
        .containsExactlyInAnyOrder("garden-1", "kitchen-1", "kitchen-2");
    String filter = "'filterArn':'%sfilter/cutting',".formatted(ARN);
    JsonNode found = answer("personalize-ranking", body.formatted(ARN, filter, items));
    assertThat(found.findValuesAsText("itemId")).isEqualTo(plain.findValuesAsText("itemId"));
    assertThat(found.findValuesAsText("score")).isEqualTo(plain.findValuesAsText("score"));
  }

  @Test
  void theNameOfAFilterIsFoldedToThatOfAScenario() throws IOException {
    scenario("exclude-purchased", "{\"filter\":\"'Home > Garden' in categories\"}");
    scenario("x".repeat(64), "{\"filter\":\"'Home > Garden' in categories\"}");

    for (String name : List.of("Exclude_Purchased", "exclude.purchased", "X".repeat(70))) {
      assertThat(recommend(name, "{}").findValuesAsText("itemId"))
          .as(name)
          .isNotEmpty()
          .allMatch(id -> id.startsWith("garden-"));
    }
  }

  @Test
  void itemsLikeAnItemAreFilteredToo() throws IOException {
    scenario("cheap", "{\"filter\":\"price <= $most\",\"exclude\":[\"kitchen-2\"]}");
    String body =
        "{'campaignArn':'%scampaign/sims','itemId':'kitchen-1','filterArn':'%sfilter/cheap',"
            + "'filterValues':{'most':'%s'}}";

    assertThat(answer("recommendations", body.formatted(ARN, ARN, "9.5")).path("itemList"))
        .isEmpty();
    assertThat(answer("recommendations", body.formatted(ARN, ARN, "10")).path("itemList"))
        .isNotEmpty();
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
