package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.openapi.ExchangeCheck;
import dev.akin.shop.Action;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an SDK gets that speaks to Amazon Personalize. That the very requests of the SDKs are
/// answered is held by the samples `personalize-...`.
class PersonalizeDoorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExchangeCheck DESCRIBED = new ExchangeCheck();
  private static final String ARN = "arn:aws:personalize:eu-central-1:123456789012:";

  private final SampleFunctions shop = SampleFunctions.trainedShop();

  @Test
  void aUserGetsTheListThatOurOwnCallGives() throws IOException {
    JsonNode ours =
        body(
            shop.recommend(
                Call.of("GET /users/{id}/recommendations")
                    .id("cook-1")
                    .query("limit", "5")
                    .query("reasons", "false")
                    .event()));

    JsonNode found = recommend("campaign/any", "'userId':'cook-1','numResults':5");
    assertThat(found.findValuesAsText("itemId"))
        .isEqualTo(ours.path("items").findValuesAsText("itemId"));
    assertThat(found.findValuesAsText("score"))
        .isEqualTo(ours.path("items").findValuesAsText("score"));
    assertThat(found.path("recommendationId").asText()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "Trending-Now,trending",
    "trending,trending",
    "Popularity-Count,popular",
    "aws-ecomm-BestSellers,popular",
    "most-viewed,popular",
    "popular,popular"
  })
  void theNameOfARecommenderDecidesWhatItIs(String name, String same) throws IOException {
    JsonNode ours = body(shop.recommend(Call.of("GET /items/" + same).query("limit", "9").event()));

    assertThat(recommend("recommender/" + name, "'numResults':9").findValuesAsText("itemId"))
        .isEqualTo(ours.path("items").findValuesAsText("itemId"));
  }

  @ParameterizedTest
  @CsvSource({
    "sims,behaviour",
    "frequently-bought-together,together",
    "semantic-similarity,content",
    "any-name-at-all,behaviour"
  })
  void anItemIsAnsweredWithWhatIsLikeIt(String name, String basis) throws IOException {
    JsonNode ours =
        body(
            shop.similar(
                Call.of("GET /items/{id}/similar")
                    .id("kitchen-1")
                    .query("basis", basis)
                    .query("limit", "25")
                    .event()));

    JsonNode found = recommend("campaign/" + name, "'itemId':'kitchen-1'");
    assertThat(found.findValuesAsText("itemId"))
        .isEqualTo(ours.path("items").findValuesAsText("itemId"));
    assertThat(found.has("recommendationId")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"content,content", "buy-it-again,again"})
  void aStrategyOfOursIsFollowedByItsName(String name, String strategy) throws IOException {
    String options =
        "{\"userId\":\"cook-1\",\"strategy\":\"%s\",\"limit\":5,\"reasons\":false}"
            .formatted(strategy);
    JsonNode ours = body(shop.recommend(Call.of("POST /recommendations").body(options).event()));

    assertThat(
            recommend("campaign/" + name, "'userId':'cook-1','numResults':5")
                .findValuesAsText("itemId"))
        .isEqualTo(ours.path("items").findValuesAsText("itemId"));
  }

  @Test
  void aRankingIsOurs() throws IOException {
    String items = "[\"garden-2\",\"kitchen-7\",\"garden-1\",\"kitchen-5\"]";
    String own = "{\"userId\":\"cook-1\",\"reasons\":false,\"items\":" + items + "}";
    JsonNode ours = body(shop.recommend(Call.of("POST /rankings").body(own).event()));

    String asked = "{'campaignArn':'%scampaign/rank','userId':'cook-1','inputList':%s}";
    JsonNode found = body(respond("personalize-ranking", asked.formatted(ARN, items)));
    assertThat(found.path("personalizedRanking").findValuesAsText("itemId"))
        .hasSize(4)
        .isEqualTo(ours.path("items").findValuesAsText("itemId"));
    assertThat(found.path("recommendationId").asText()).isNotBlank();
  }

  @Test
  void columnsComeWithTheItemsAsText() throws IOException {
    putItem(
        "'price':'7.50','currency':'EUR','categoryL1':'Home','categoryL2':'Mugs','title':'Mug',"
            + "'colours':'blue|red','ageGroup':'all','weight':2,'creationTimestamp':1795510000");

    JsonNode found =
        recommend(
            "campaign/popular",
            "'numResults':20,'metadataColumns':{'ITEMS':['PRICE','CATEGORY_L2','COLOURS',"
                + "'AGE_GROUP','WEIGHT','TITLE','CREATION_TIMESTAMP','NOTHING']}");
    JsonNode mug =
        found
            .path("itemList")
            .valueStream()
            .filter(item -> item.path("itemId").asText().equals("mug"))
            .findFirst()
            .orElseThrow();
    assertThat(JSON.convertValue(mug.path("metadata"), Map.class))
        .isEqualTo(
            Map.of(
                "PRICE", "7.5",
                "CATEGORY_L2", "Mugs",
                "COLOURS", "blue|red",
                "AGE_GROUP", "all",
                "WEIGHT", "2",
                "TITLE", "Mug",
                "CREATION_TIMESTAMP", "1795510000"));
    assertThat(found.at("/itemList/0/reason/0").asText()).isEqualTo("Popular item");
  }

  @Test
  void anItemIsKeptAsOurs() throws IOException {
    putItem(
        "'price':7.5,'currency':'EUR','categoryL1':'Home','categoryL2':'Mugs',"
            + "'productDescription':'Holds tea.','genres':'A|B','tags':'x|y','available':'false',"
            + "'colours':'blue|red','weight':2,'hot':true,'creationTimestamp':'1795510000'");

    assertThat(shop.stores.catalog().find(new ItemId("mug")))
        .contains(
            new Item(
                new ItemId("mug"),
                null,
                "Holds tea.",
                List.of("A", "B", "Home > Mugs"),
                List.of("x", "y"),
                new Price(7.5, "EUR"),
                false,
                Instant.ofEpochSecond(1_795_510_000L),
                null,
                Map.of(
                    "colours", new AttributeValue.Texts(List.of("blue", "red")),
                    "weight", new AttributeValue.Number(2),
                    "hot", new AttributeValue.Flag(true))));
  }

  @Test
  void levelsOfSeveralCategoriesCountByTheFirst() throws IOException {
    putItem("'categoryL1':'Home|Gifts','categoryL2':'Mugs'");

    assertThat(shop.stores.catalog().find(new ItemId("mug")).orElseThrow().categories())
        .containsExactly("Home", "Gifts");
  }

  @Test
  void eventsSayWhatOursSayAndCountOnce() throws IOException {
    String events =
        "{'trackingId':'t','userId':'new','sessionId':'visit-9','eventList':["
            + "{'eventId':'e-1','eventType':'Purchase','eventValue':20,'itemId':'garden-1',"
            + "'properties':'{\\'quantity\\':\\'2\\',\\'price\\':10,\\'currency\\':\\'EUR\\',"
            + "\\'device\\':\\'mobile\\'}','sentAt':1795521540.25,'recommendationId':'RID-1',"
            + "'impression':['garden-1','garden-2'],"
            + "'metricAttribution':{'eventAttributionSource':'mail'}}]}";

    for (int time = 0; time < 2; time++) {
      APIGatewayV2HTTPResponse response = respond("events", events);
      assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
      assertThat(response.getBody()).isNull();
    }
    List<Event> held = shop.stores.events().newest(new UserId("new"), 10);
    assertThat(held).hasSize(1);
    Event event = held.getFirst();
    assertThat(event.id()).isEqualTo("e-1");
    assertThat(event.session()).isEqualTo(new SessionId("visit-9"));
    assertThat(event.time()).isEqualTo(Instant.parse("2026-11-24T11:59:00.250Z"));
    assertThat(event.action()).isEqualTo(new Action.Purchase(2, new Price(10, "EUR")));
    assertThat(event.attribution().recommendationId()).as("not ours").isNull();
    assertThat(event.attribution().impression()).hasSize(2);
    assertThat(event.attribution().context())
        .isEqualTo(
            Map.of("device", "mobile", "eventValue", "20.0", "eventAttributionSource", "mail"));
    assertThat(recommend("campaign/x", "'userId':'new','numResults':3").findValuesAsText("itemId"))
        .allMatch(id -> id.startsWith("garden-"));
  }

  @Test
  void anAnonymousVisitIsEnough() throws IOException {
    respond(
        "events",
        "{'trackingId':'t','sessionId':'visit-9','eventList':["
            + "{'eventType':'Watch','itemId':'garden-1','sentAt':1795521540}]}");

    assertThat(shop.stores.events().newest(new SessionId("visit-9"), 10))
        .extracting(Event::action)
        .containsExactly(new Action.View());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "recommendations | {}                                                  | missing       |"
            + " campaignArn",
        "recommendations | {{c},'recommenderArn':'{arn}recommender/x'}         | contradiction |"
            + " campaignArn",
        "recommendations | {'campaignArn':'for-you','userId':'u'}              | invalid       |"
            + " campaignArn",
        "recommendations | {'campaignArn':'{arn}recommender/x','userId':'u'}   | invalid       |"
            + " campaignArn",
        "recommendations | {{c}}                                               | missing       |"
            + " userId",
        "recommendations | {{c},'userId':''}                                   | blank         |"
            + " userId",
        "recommendations | {{c},'userId':7}                                    | wrong_type    |"
            + " userId",
        "recommendations | {{c},'userId':'u','numResults':0}                   | out_of_range  |"
            + " numResults",
        "recommendations | {{c},'userId':'u','numResults':101}                 | out_of_range  |"
            + " numResults",
        "recommendations | {{c},'itemId':'i','numResults':101}                 | out_of_range  |"
            + " numResults",
        "recommendations | {{c},'userId':'u','context':{'a':1}}                | wrong_type    |"
            + " context",
        "recommendations | {{c},'userId':'u','filterArn':'{arn}filter/x'}      | unknown_scenario  |"
            + " filterArn",
        "recommendations | {{c},'userId':'u','filterValues':{'a':'b'}}         | missing       | filterArn",
        "recommendations | {{c},'userId':'u','promotions':[{'name':'p'}]}      | unknown_name  |"
            + " promotions",
        "recommendations | {{c},'userId':'u','metadataColumns':{'USERS':[]}}   | unknown_name  |"
            + " metadataColumns",
        "recommendations | {{c},'userId':'u','color':'red'}                    | unknown_field |"
            + " color",
        "recommendations | {'campaignArn':'{arn}campaign/sims'}                | missing       |"
            + " itemId",
        "recommendations | not json                                            | malformed_json |"
            + " body",
        "personalize-ranking | {{c},'userId':'u'}                              | too_few       | inputList",
        "personalize-ranking | {{c},'inputList':['kitchen-1']}                 | missing       | userId",
        "personalize-ranking | {'userId':'u','inputList':['kitchen-1']}        | missing       | campaignArn",
        "personalize-ranking | {{c},'userId':'u','inputList':['a','a']}        | duplicate     | inputList[1]",
        "personalize-ranking | {{c},'userId':'u','inputList':['nothing']}      | unknown_item  | inputList[0]",
        "personalize-ranking | {{c},'userId':'u','inputList':['']}             | blank         | inputList[0]",
        "personalize-ranking | {{c},'userId':'u','inputList':['a'],'itemId':'b'} | unknown_field | itemId",
        "events | {'sessionId':'s','eventList':[{e}}]}                         | missing       |"
            + " trackingId",
        "events | {'trackingId':'t','eventList':[{e}}]}                        | missing       |"
            + " sessionId",
        "events | {{s}}                                                        | missing       |"
            + " eventList",
        "events | {{s},'eventList':[]}                                         | too_few       |"
            + " eventList",
        "events | {{s},'eventList':[7]}                                        | wrong_type    |"
            + " eventList[0]",
        "events | {{s},'eventList':[{e}},{'eventType':'x'}]}                   | missing       |"
            + " eventList[1].itemId",
        "events | {{s},'eventList':[{'itemId':'i','sentAt':1}]}                | missing       |"
            + " eventList[0].eventType",
        "events | {{s},'eventList':[{'itemId':'i','eventType':'x'}]}           | missing       |"
            + " eventList[0].sentAt",
        "events | {{s},'eventList':[{e},'sentAt':'today'}]}                    | malformed_json |"
            + " body",
        "events | {{s},'eventList':[{'itemId':'i','eventType':'x','sentAt':'now'}]} | wrong_type |"
            + " eventList[0].sentAt",
        "events | {{s},'eventList':[{'itemId':'i','eventType':'x','sentAt':1e999999999}]} |"
            + " wrong_type | eventList[0].sentAt",
        "events | {{s},'eventList':[{'itemId':'i','eventType':'x','sentAt':1795521540000}]} |"
            + " wrong_type | eventList[0].sentAt",
        "events | {{s},'eventList':[{'itemId':'i','eventType':'x','sentAt':4e9}]} | in_the_future |"
            + " eventList[0].sentAt",
        "events | {{s},'eventList':[{e},'properties':'[]'}]}                   | wrong_type    |"
            + " eventList[0].properties",
        "events | {{s},'eventList':[{e},'properties':{'quantity':'two'}}]}     | wrong_type    |"
            + " eventList[0].properties.quantity",
        "events | {{s},'eventList':[{e},'properties':{'quantity':0}}]}         | out_of_range  |"
            + " eventList[0].properties.quantity",
        "events | {{s},'eventList':[{e},'impression':['']}]}                   | blank         |"
            + " eventList[0].impression[0]",
        "events | {{s},'eventList':[{'eventType':'rate','itemId':'i','sentAt':1795521540}]} |"
            + " missing | eventList[0].eventValue",
        "events | {{s},'eventList':[{e},'mood':'good'}]}                       | unknown_field |"
            + " eventList[0].mood",
        "items  | {'items':[{'itemId':'i'}]}                                   | missing       |"
            + " datasetArn",
        "items  | {{d}}                                                        | missing       |"
            + " items",
        "items  | {{d},'items':[{'itemId':''}]}                                | blank         |"
            + " items[0].itemId",
        "items  | {{d},'items':[{'itemId':'i','properties':'{'}]}              | wrong_type    |"
            + " items[0].properties",
        "items  | {{d},'items':[{'itemId':'i','properties':{'price':-1}}]}     | out_of_range  |"
            + " items[0].properties.price",
        "items  | {{d},'items':[{'itemId':'i','properties':{'price':1e999}}]}  | wrong_type    |"
            + " items[0].properties.price",
        "items  | {{d},'items':[{'itemId':'i','properties':{'currency':'EUR'}}]} | missing     |"
            + " items[0].properties",
        "items  | {{d},'items':[{'itemId':'i','properties':{'available':'yes'}}]} | wrong_type |"
            + " items[0].properties.available",
        "items  | {{d},'items':[{'itemId':'i','properties':{'size':{}}}]}      | wrong_type    |"
            + " items[0].properties.size",
        "users  | {{d},'users':[{'properties':{}}]}                            | missing       |"
            + " users[0].userId",
        "users  | {{d},'users':[{'userId':'u','properties':7}]}                | wrong_type    |"
            + " users[0].properties"
      })
  void whatIsWrongIsATypedExceptionThatNamesTheField(
      String path, String sent, String code, String field) throws IOException {
    String text =
        sent.replace("{c}", "'campaignArn':'{arn}campaign/for-you'")
            .replace("{s}", "'trackingId':'t','sessionId':'s'")
            .replace("{d}", "'datasetArn':'{arn}dataset/shop/ITEMS'")
            .replace("{e}", "{'eventType':'cart','itemId':'i','sentAt':1795521540")
            .replace("{arn}", ARN);
    Call call = Call.of("POST /personalize/" + path).body(text.replace('\'', '"'));

    APIGatewayV2HTTPEvent event = call.event();
    APIGatewayV2HTTPResponse response = respond(event);
    JsonNode error = body(response);
    assertThat(response.getStatusCode()).as(error.toString()).isEqualTo(400);
    assertThat(response.getHeaders()).containsEntry("x-amzn-errortype", "InvalidInputException");
    assertThat(error.path("__type").asText()).isEqualTo("InvalidInputException");
    assertThat(error.path("code").asText()).as(error.toString()).isEqualTo(code);
    assertThat(error.path("field").asText()).as(error.toString()).isEqualTo(field);
    assertThat(error.path("message").asText()).hasSizeBetween(10, 700);
    DESCRIBED.require(Exchanges.of(event, response));
  }

  private JsonNode recommend(String resource, String members) throws IOException {
    String arn =
        (resource.startsWith("campaign") ? "'campaignArn'" : "'recommenderArn'")
            + ":'"
            + ARN
            + resource
            + "',";
    APIGatewayV2HTTPResponse response = respond("recommendations", "{" + arn + members + "}");
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
    return body(response);
  }

  private void putItem(String properties) {
    String body =
        "{'datasetArn':'%sdataset/shop/ITEMS','items':[{'itemId':'mug','properties':{%s}}]}"
            .formatted(ARN, properties);
    assertThat(respond("items", body).getStatusCode()).isEqualTo(200);
  }

  private APIGatewayV2HTTPResponse respond(String path, String body) {
    APIGatewayV2HTTPEvent event =
        Call.of("POST /personalize/" + path).body(body.replace('\'', '"')).event();
    APIGatewayV2HTTPResponse response = respond(event);
    DESCRIBED.require(Exchanges.of(event, response));
    return response;
  }

  private APIGatewayV2HTTPResponse respond(APIGatewayV2HTTPEvent event) {
    return switch (event.getRouteKey()) {
      case "POST /personalize/recommendations", "POST /personalize/personalize-ranking" ->
          shop.recommend(event);
      case "POST /personalize/items" -> shop.catalog(event);
      default -> shop.ingest(event);
    };
  }

  private static JsonNode body(APIGatewayV2HTTPResponse response) throws IOException {
    return JSON.readTree(response.getBody());
  }
}
