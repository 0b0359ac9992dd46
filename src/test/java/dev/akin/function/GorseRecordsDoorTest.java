package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.openapi.ExchangeCheck;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The items and users of a client of Gorse.
class GorseRecordsDoorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExchangeCheck DESCRIBED = new ExchangeCheck();
  private static final String MUG =
      """
      {"ItemId":"mug","IsHidden":true,"Categories":["Home > Mugs"],
       "Timestamp":"2026-11-24T10:00:00+01:00","Comment":"Mug",
       "Labels":{"brand":"Potter","height":9,"hot":true,"colours":["blue","red"],"size":{"cm":3}}}
      """;

  private final SampleFunctions shop = SampleFunctions.trainedShop();

  @Test
  void anItemIsKeptAsOursAndComesBackAsItWas() throws IOException {
    assertThat(rows(Call.of("POST /gorse/api/item").body(MUG))).isEqualTo(1);

    assertThat(stored("mug"))
        .isEqualTo(
            new Item(
                new ItemId("mug"),
                "Mug",
                null,
                List.of("Home > Mugs"),
                List.of(),
                null,
                false,
                Instant.parse("2026-11-24T09:00:00Z"),
                null,
                Map.of(
                    "brand", new AttributeValue.Text("Potter"),
                    "height", new AttributeValue.Number(9),
                    "hot", new AttributeValue.Flag(true),
                    "colours", new AttributeValue.Texts(List.of("blue", "red")),
                    "size.cm", new AttributeValue.Number(3))));
    JsonNode answer = answer(Call.of("GET /gorse/api/item/{id}").id("mug"));
    assertThat(answer.path("Timestamp").asText()).isEqualTo("2026-11-24T09:00:00Z");
    assertThat(answer.at("/Labels/brand").asText()).isEqualTo("Potter");
    assertThat(answer.at("/Labels/colours/1").asText()).isEqualTo("red");
  }

  @Test
  void labelsThatAreAListAreTagsAndALongCommentIsADescription() throws IOException {
    String comment = "tea ".repeat(200);
    String body = "[{\"ItemId\":\"a\",\"Labels\":[\"tea\"],\"Comment\":\"%s\"},{\"ItemId\":\"b\"}]";

    assertThat(rows(Call.of("POST /gorse/api/items").body(body.formatted(comment)))).isEqualTo(2);
    assertThat(stored("a").tags()).containsExactly("tea");
    assertThat(stored("a").description()).isEqualTo(comment);
    JsonNode answer = answer(Call.of("GET /gorse/api/item/{id}").id("a"));
    assertThat(answer.at("/Labels/0").asText()).isEqualTo("tea");
    assertThat(answer.path("Comment").asText()).isEqualTo(comment);
    assertThat(answer(Call.of("GET /gorse/api/item/{id}").id("b")).path("Timestamp").asText())
        .isEqualTo("0001-01-01T00:00:00Z");
  }

  @Test
  void anItemThatIsReadAndWrittenBackIsTheSame() throws IOException {
    String body = "{\"ItemId\":\"a\",\"Labels\":{\"brand\":\"Potter\",\"tags\":[\"tea\",\"hot\"]}}";
    answer(Call.of("POST /gorse/api/item").body(body));
    Item before = stored("a");
    assertThat(before.tags()).containsExactly("tea", "hot");
    assertThat(before.attributes()).containsOnlyKeys("brand");

    JsonNode read = answer(Call.of("GET /gorse/api/item/{id}").id("a"));
    answer(Call.of("POST /gorse/api/item").body(read.toString()));
    assertThat(stored("a")).isEqualTo(before);
  }

  @Test
  void aLabelOfThatNameThatIsNoListIsAnAttribute() throws IOException {
    answer(
        Call.of("POST /gorse/api/item")
            .body("{\"ItemId\":\"a\",\"Labels\":{\"tags\":\"tea\",\"deep\":{\"tags\":[\"x\"]}}}"));

    assertThat(stored("a").tags()).isEmpty();
    assertThat(stored("a").attributes()).containsOnlyKeys("tags", "deep.tags");
  }

  @Test
  void aPatchChangesWhatItNamesAndNothingElse() throws IOException {
    Call patch = Call.of("PATCH /gorse/api/item/{id}").id("kitchen-1");
    Item before = stored("kitchen-1");

    answer(patch.body("{\"IsHidden\":true,\"Categories\":null,\"Labels\":null}"));
    assertThat(stored("kitchen-1").available()).isFalse();
    answer(patch.body("{\"ItemId\":\"kitchen-1\",\"IsHidden\":false}"));
    assertThat(stored("kitchen-1")).isEqualTo(before);
    answer(patch.body("{\"Labels\":{\"brand\":\"Potter\"},\"Comment\":\"Cup\"}"));
    assertThat(stored("kitchen-1").price()).isEqualTo(before.price());
    assertThat(stored("kitchen-1").title()).isEqualTo("Cup");
    assertThat(stored("kitchen-1").attributes()).containsOnlyKeys("brand");
  }

  @Test
  void categoriesComeAndGoOneByOne() throws IOException {
    Call put = Call.of("PUT /gorse/api/item/{id}/category/{category}").id("kitchen-1");
    Call delete = Call.of("DELETE /gorse/api/item/{id}/category/{category}").id("kitchen-1");

    answer(put.part("category", "Sale"));
    answer(put.part("category", "Sale"));
    answer(put.part("category", "Home > Kitchen"));
    assertThat(stored("kitchen-1").categories())
        .as("what it is in already stays where it stands")
        .containsExactly("Home > Kitchen", "Sale");
    answer(delete.part("category", "Home > Kitchen"));
    answer(delete.part("category", "Home > Kitchen"));
    assertThat(stored("kitchen-1").categories()).containsExactly("Sale");
  }

  @Test
  void ofTwoChangesAtOnceNeitherIsLost() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<JsonNode>> answers = new ArrayList<>();
      for (int n = 0; n < 19; n++) {
        Call put =
            Call.of("PUT /gorse/api/item/{id}/category/{category}")
                .id("kitchen-1")
                .part("category", "sale-" + n);
        answers.add(threads.submit(() -> answer(put)));
      }
      for (Future<JsonNode> answer : answers) {
        answer.get();
      }
    }

    assertThat(stored("kitchen-1").categories()).hasSize(20).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"one-more, too_many", "{501}, too_long"})
  void aCategoryThatAnItemCannotBeInIsBlamedAsTheClientSentIt(String category, String code)
      throws IOException {
    List<String> most = IntStream.range(0, 20).mapToObj(n -> "c" + n).toList();
    answer(
        Call.of("PATCH /gorse/api/item/{id}")
            .id("kitchen-1")
            .body("{\"Categories\":" + JSON.writeValueAsString(most) + "}"));
    String id = code.equals("too_many") ? "kitchen-1" : "kitchen-2";

    APIGatewayV2HTTPResponse response =
        respond(
            Call.of("PUT /gorse/api/item/{id}/category/{category}")
                .id(id)
                .part("category", category.replace("{501}", "x".repeat(501)))
                .event());

    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(400);
    JsonNode problem = JSON.readTree(response.getBody());
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("field").asText()).isEqualTo("category");
    assertThat(problem.path("detail").asText()).doesNotContain("ategories[");
  }

  @Test
  void whatIsNotThereCannotBeChanged() {
    for (Call call :
        List.of(
            Call.of("PATCH /gorse/api/item/{id}").body("{\"IsHidden\":true}"),
            Call.of("PUT /gorse/api/item/{id}/category/{category}").part("category", "Sale"))) {
      assertThat(respond(call.id("nowhere").event()).getStatusCode()).isEqualTo(404);
    }
    assertThat(shop.stores.catalog().find(new ItemId("nowhere"))).isEmpty();
  }

  @Test
  void pagesLeadThroughTheWholeCatalogue() throws IOException {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          answer(Call.of("GET /gorse/api/items").query("n", "7").query("cursor", cursor));
      ids.addAll(page.path("Items").findValuesAsText("ItemId"));
      cursor = page.path("Cursor").asText();
    } while (!cursor.isEmpty());

    assertThat(ids).hasSize(16).doesNotHaveDuplicates();
  }

  @Test
  void aDeletedItemIsGoneAndTheSecondDeletionFindsNothing() throws IOException {
    Call delete = Call.of("DELETE /gorse/api/item/{id}").id("kitchen-1");

    assertThat(rows(delete)).isEqualTo(1);
    assertThat(rows(delete)).isZero();
    assertThat(respond(Call.of("GET /gorse/api/item/{id}").id("kitchen-1").event()).getStatusCode())
        .isEqualTo(404);
  }

  @Test
  void ofAUserNothingIsKeptButEventsAndTheAnswerSaysSo() throws IOException {
    String user = "{\"UserId\":\"bob\",\"Labels\":{\"age\":30},\"Comment\":\"tall\"}";

    assertThat(rows(Call.of("POST /gorse/api/user").body(user))).isZero();
    assertThat(rows(Call.of("POST /gorse/api/users").body("[" + user + "]"))).isZero();
    Call find = Call.of("GET /gorse/api/user/{id}").id("bob");
    assertThat(respond(find.event()).getStatusCode()).isEqualTo(404);
    shop.ingest(
        Call.of("POST /events")
            .body("{\"events\":[{\"type\":\"view\",\"userId\":\"bob\",\"itemId\":\"mug\"}]}")
            .event());
    assertThat(answer(find).path("UserId").asText()).isEqualTo("bob");
    assertThat(rows(Call.of("DELETE /gorse/api/user/{id}").id("bob"))).isEqualTo(1);
    assertThat(rows(Call.of("DELETE /gorse/api/user/{id}").id("bob"))).isZero();
    assertThat(respond(find.event()).getStatusCode()).isEqualTo(404);
  }

  @Test
  void feedbackOfAUserComesBackUnderTheWordThatWasAskedFor() throws IOException {
    shop.ingest(
        Call.of("POST /gorse/api/feedback")
            .body(
                "[{\"FeedbackType\":\"rating\",\"UserId\":\"ann\",\"ItemId\":\"mug\",\"Value\":4.5}]")
            .event());
    Call typed = Call.of("GET /gorse/api/user/{id}/feedback/{name}").id("ann");

    assertThat(answer(typed.part("name", "Bought")).findValuesAsText("ItemId"))
        .containsExactly("kitchen-1");
    JsonNode rated = answer(typed.part("name", "rating")).get(0);
    assertThat(rated.path("FeedbackType").asText()).isEqualTo("rating");
    assertThat(rated.path("Value").asDouble()).isEqualTo(4.5);
    assertThat(answer(typed.part("name", "star"))).isEmpty();
    assertThat(
            answer(Call.of("GET /gorse/api/user/{id}/feedback").id("ann"))
                .findValuesAsText("FeedbackType"))
        .containsExactly("purchase", "rate");
  }

  @Test
  void aTypeOfFeedbackThatNobodyKnowsHasNone() throws IOException {
    shop.ingest(
        Call.of("POST /gorse/api/feedback")
            .body("[{\"FeedbackType\":\"wink\",\"UserId\":\"ann\",\"ItemId\":\"mug\"}]")
            .event());
    Call typed = Call.of("GET /gorse/api/user/{id}/feedback/{name}").id("ann");

    assertThat(answer(typed.part("name", "wink"))).isEmpty();
    assertThat(answer(typed.part("name", "read")).findValuesAsText("ItemId"))
        .containsExactly("mug");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST /gorse/api/item       | {}                                      | missing       |"
            + " ItemId",
        "POST /gorse/api/item       | []                                      | wrong_type    |"
            + " body",
        "POST /gorse/api/item       | {'ItemId':'a','Price':1}                | unknown_field |"
            + " Price",
        "POST /gorse/api/item       | {'ItemId':'a','IsHidden':'no'}          | wrong_type    |"
            + " IsHidden",
        "POST /gorse/api/item       | {'ItemId':'a','Categories':'b'}         | wrong_type    |"
            + " Categories",
        "POST /gorse/api/item       | {'ItemId':'a','Categories':['']}        | blank         |"
            + " Categories[0]",
        "POST /gorse/api/item       | {'ItemId':'a','Timestamp':7}            | wrong_type    |"
            + " Timestamp",
        "POST /gorse/api/item       | {'ItemId':'a','Labels':7}               | wrong_type    |"
            + " Labels",
        "POST /gorse/api/item       | {'ItemId':'a','Labels':[[1]]}           | wrong_type    |"
            + " Labels",
        "POST /gorse/api/item       | {'ItemId':'a','Labels':{'e':[0.5]}}     | wrong_type    |"
            + " Labels.e",
        "POST /gorse/api/item       | {'ItemId':'a','Labels':{'tags':[7]}}    | wrong_type    |"
            + " Labels.tags",
        "POST /gorse/api/item       | {'ItemId':'a','Labels':{'':1}}          | bad_name      |"
            + " Labels",
        "POST /gorse/api/item       | {'ItemId':'a','Comment':'{long}'}       | too_long      |"
            + " Comment",
        "POST /gorse/api/items      | [{'ItemId':'a'},{'ItemId':''}]          | blank         |"
            + " [1].ItemId",
        "POST /gorse/api/items      | []                                      | too_few       |"
            + " body",
        "PATCH /gorse/api/item/{id} | {'ItemId':'b'}                          | contradiction |"
            + " ItemId",
        "PATCH /gorse/api/item/{id} | {'Cheap':true}                          | unknown_field |"
            + " Cheap",
        "POST /gorse/api/user       | {'Labels':[]}                           | missing       |"
            + " UserId",
        "POST /gorse/api/user       | {'UserId':'a','Age':1}                  | unknown_field |"
            + " Age",
        "POST /gorse/api/users      | [7]                                     | wrong_type    |"
            + " [0]",
        "PATCH /gorse/api/user/{id} | {'Age':1}                               | unknown_field |"
            + " Age",
        "GET /gorse/api/items       | n=0                                     | out_of_range  | n",
        "GET /gorse/api/items       | n=501                                   | out_of_range  | n",
        "GET /gorse/api/items       | cursor=forged                           | invalid       |"
            + " cursor"
      })
  void recordsAreReadStrictly(String route, String sent, String code, String field)
      throws IOException {
    String text = sent.replace('\'', '"').replace("{long}", "x".repeat(5_001));
    APIGatewayV2HTTPEvent event =
        route.startsWith("GET")
            ? Call.of(route).event()
            : Call.of(route).id("kitchen-1").body(text).event();
    if (route.startsWith("GET")) {
      event.setRawQueryString(text);
    }

    APIGatewayV2HTTPResponse response = respond(event);
    JsonNode problem = JSON.readTree(response.getBody());
    assertThat(response.getStatusCode()).as(problem.toString()).isEqualTo(400);
    assertThat(problem.path("code").asText()).as(problem.toString()).isEqualTo(code);
    assertThat(problem.path("field").asText()).as(problem.toString()).isEqualTo(field);
    DESCRIBED.require(Exchanges.of(event, response));
  }

  private Item stored(String id) {
    return shop.stores.catalog().find(new ItemId(id)).orElseThrow();
  }

  private int rows(Call call) throws IOException {
    return answer(call).path("RowAffected").asInt(-1);
  }

  private JsonNode answer(Call call) throws IOException {
    APIGatewayV2HTTPEvent event = call.event();
    APIGatewayV2HTTPResponse response = respond(event);
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
    DESCRIBED.require(Exchanges.of(event, response));
    return JSON.readTree(response.getBody());
  }

  private APIGatewayV2HTTPResponse respond(APIGatewayV2HTTPEvent event) {
    return event.getRouteKey().contains("/user") ? shop.account(event) : shop.catalog(event);
  }
}
