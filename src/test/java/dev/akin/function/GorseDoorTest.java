package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.openapi.ExchangeCheck;
import dev.akin.shop.Event;
import dev.akin.shop.UserId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a client of Gorse gets. That its very requests are answered is held by the samples
/// `gorse-...`.
class GorseDoorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExchangeCheck DESCRIBED = new ExchangeCheck();

  private final SampleFunctions shop = SampleFunctions.trainedShop();

  @Test
  void aUserGetsTheListThatOurOwnCallGives() throws IOException {
    List<String> ours = new ArrayList<>();
    Call own = Call.of("GET /users/{id}/recommendations").id("cook-1").query("limit", "5");
    answer(own).path("items").forEach(item -> ours.add(item.path("itemId").asText()));

    assertThat(texts(answer(recommend("cook-1").query("n", "5")))).isEqualTo(ours);
    assertThat(texts(answer(recommend("cook-1").query("n", "2").query("offset", "3"))))
        .isEqualTo(ours.subList(3, 5));
    assertThat(
            answer(recommend("cook-1").query("n", "5").header("x-api-version", "2"))
                .findValuesAsText("Id"))
        .isEqualTo(ours);
  }

  @Test
  void aCategoryOfThePathOrOfTheQueryNarrowsTheList() throws IOException {
    Call inPath =
        Call.of("GET /gorse/api/recommend/{id}/{category}")
            .id("cook-1")
            .part("category", "Home > Garden");

    assertThat(texts(answer(inPath))).hasSize(8).allMatch(id -> id.startsWith("garden-"));
    assertThat(texts(answer(recommend("cook-1").query("category", "Home > Garden"))))
        .isEqualTo(texts(answer(inPath)));
    APIGatewayV2HTTPEvent both = recommend("cook-1").event();
    both.setRawQueryString("category=Home&category=Home+%3E+Garden&category=%22%5C");
    assertThat(body(shop.recommend(both))).isEmpty();
    both.setRawQueryString("category=Home&category=Home+%3E+Garden");
    assertThat(body(shop.recommend(both))).hasSize(8);
  }

  /// Whether or not a gateway keeps the slash of what takes the rest of a path.
  @ParameterizedTest
  @CsvSource({
    "/,               recommend/cook-1/,       GET /gorse/api/recommend/{id}",
    "/,               recommend/cook-1,        GET /gorse/api/recommend/{id}",
    "/,               popular/,                GET /gorse/api/popular",
    "/,               latest,                  GET /gorse/api/latest",
    "/item/,          cook-1/neighbors/,       GET /gorse/api/item/{id}/neighbors"
  })
  void aPathThatEndsWithASlashIsAnsweredLikeOneWithout(String before, String rest, String route)
      throws IOException {
    Call slashed = Call.of("GET /gorse/api" + before + "{rest+}").part("rest", rest);
    APIGatewayV2HTTPEvent plain = Call.of(route).id("cook-1").event();

    assertThat(body(respond(slashed.event()))).isEqualTo(body(respond(plain))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /gorse/api/recommend/{id}",
        "GET /gorse/api/latest",
        "GET /gorse/api/popular"
      })
  void anEmptyCategoryIsNone(String route) throws IOException {
    Call slashed = Call.of(route + "/{category}").id("cook-1").part("category", "");
    APIGatewayV2HTTPEvent plain = Call.of(route).id("cook-1").event();

    assertThat(body(respond(slashed.event()))).isEqualTo(body(respond(plain))).isNotNull();
  }

  @Test
  void aSessionThatIsSentToAPathWithASlashIsAnsweredLikeOneWithout() throws IOException {
    String past = batch("{\"FeedbackType\":\"buy\",\"ItemId\":\"garden-1\"}");
    Call plain = Call.of("POST /gorse/api/session/recommend").body(past);
    Call slashed = Call.of("POST /gorse/api/session/{rest+}").part("rest", "recommend/").body(past);

    assertThat(answer(slashed)).isEqualTo(answer(plain)).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({"/,recommend/", "/,users/", "/,recommend/cook-1/neighbors/", "/item/,cook-1"})
  void theRestOfAnyOtherPathIsNoCall(String before, String rest) throws IOException {
    Call call = Call.of("GET /gorse/api" + before + "{rest+}").part("rest", rest);

    assertThat(respond(call.event()).getStatusCode()).isEqualTo(404);
  }

  @Test
  void aSessionThatIsSentAlongDecidesItsListAndIsNotStored() throws IOException {
    Call session =
        Call.of("POST /gorse/api/session/recommend")
            .query("n", "3")
            .body(batch("{\"FeedbackType\":\"buy\",\"UserId\":\"new\",\"ItemId\":\"garden-1\"}"));

    assertThat(answer(session).findValuesAsText("Id"))
        .doesNotContain("garden-1")
        .allMatch(id -> id.startsWith("garden-"));
    assertThat(held("new")).isEmpty();
  }

  @Test
  void theLatestItemsComeFirstWhateverIsPopular() throws IOException {
    shop.catalog(Call.of("PUT /items/{id}").id("novelty").body("{\"title\":\"Novelty\"}").event());
    Call latest = Call.of("GET /gorse/api/latest").query("n", "20");

    assertThat(answer(latest).findValuesAsText("Id")).hasSize(17).startsWith("novelty");
    assertThat(answer(latest.query("user-id", "ann")).findValuesAsText("Id"))
        .hasSize(16)
        .doesNotContain("kitchen-1");
  }

  @Test
  void popularItemsAreOursAndAUserSeesThemWithoutHisOwn() throws IOException {
    JsonNode ours = answer(Call.of("GET /items/popular").query("limit", "16"));
    Call popular = Call.of("GET /gorse/api/popular").query("n", "16");

    assertThat(answer(popular).findValuesAsText("Id"))
        .isEqualTo(ours.path("items").findValuesAsText("itemId"));
    assertThat(answer(popular.query("user-id", "ann")).findValuesAsText("Id"))
        .hasSize(15)
        .doesNotContain("kitchen-1");
  }

  @ParameterizedTest
  @CsvSource({"latest_items,latest", "trending,trending", "most_starred,popular"})
  void aListOfTheShopsOwnNameIsTheNearestOfOurs(String name, String same) throws IOException {
    Call named = Call.of("GET /gorse/api/non-personalized/{name}").part("name", name);

    JsonNode found = answer(named);
    assertThat(found).hasSize(10);
    if (same.equals("trending")) {
      JsonNode ours = answer(Call.of("GET /items/trending"));
      assertThat(found.findValuesAsText("Id"))
          .isEqualTo(ours.path("items").findValuesAsText("itemId"));
    } else {
      assertThat(found).isEqualTo(answer(Call.of("GET /gorse/api/" + same)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "neighbors,behaviour",
    "similar_by_tags,content",
    "together,together",
    "content,content"
  })
  void similarItemsAreOursOfTheBasisThatTheNameMeans(String name, String basis) throws IOException {
    Call call =
        Call.of("GET /gorse/api/item-to-item/{name}/{id}").part("name", name).id("kitchen-1");
    Call own = Call.of("GET /items/{id}/similar").id("kitchen-1").query("basis", basis);

    assertThat(answer(call).findValuesAsText("Id"))
        .isEqualTo(answer(own).path("items").findValuesAsText("itemId"));
  }

  @Test
  void similarItemsStayInTheCategoryThatIsAskedFor() throws IOException {
    Call call = Call.of("GET /gorse/api/item/{id}/neighbors/{category}").id("kitchen-1");

    assertThat(answer(call.part("category", "Home > Garden")).findValuesAsText("Id"))
        .isNotEmpty()
        .allMatch(id -> id.startsWith("garden-"));
  }

  @Test
  void feedbackCountsOnceHoweverOftenItIsSent() throws IOException {
    String bought =
        "{\"FeedbackType\":\"buy\",\"UserId\":\"new\",\"ItemId\":\"garden-1\","
            + "\"Timestamp\":\"2026-11-24T11:00:00Z\"}";
    Call add = Call.of("POST /gorse/api/feedback").body(batch(bought));
    Call put = Call.of("PUT /gorse/api/feedback").body(batch(bought));

    assertThat(answer(add).path("RowAffected").asInt()).isEqualTo(1);
    assertThat(answer(add).path("RowAffected").asInt()).isZero();
    assertThat(answer(put).path("RowAffected").asInt()).isZero();
    assertThat(held("new")).hasSize(1);
    assertThat(texts(answer(recommend("new").query("n", "3"))))
        .allMatch(id -> id.startsWith("garden-"));
  }

  @ParameterizedTest
  @CsvSource({
    "read,view",
    "Star,like",
    "add-to-cart,cart",
    "BUY,purchase",
    "thumbs down,dislike",
    "unheard of,view"
  })
  void typesOfFeedbackAreOurTypesOfEvents(String theirs, String ours) throws IOException {
    answer(
        Call.of("POST /gorse/api/feedback")
            .body(
                batch(
                    "{\"FeedbackType\":\"%s\",\"UserId\":\"new\",\"ItemId\":\"mug\"}"
                        .formatted(theirs))));

    assertThat(held("new")).extracting(event -> event.action().type()).containsExactly(ours);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /gorse/api/recommend/{id}            | n=0               | out_of_range      | n",
        "GET /gorse/api/recommend/{id}            | n=ten             | wrong_type        | n",
        "GET /gorse/api/recommend/{id}            | n=2147483647      | out_of_range      | n",
        "GET /gorse/api/recommend/{id}            | offset=-1         | out_of_range      | offset",
        "GET /gorse/api/recommend/{id}            | offset=2147483647 | out_of_range      | n",
        "GET /gorse/api/recommend/{id}            | category=         | out_of_range      |"
            + " category",
        "GET /gorse/api/recommend/{id}            | limit=5           | unknown_parameter | limit",
        "GET /gorse/api/recommend/{id}            | write-back-type=read | unknown_parameter |"
            + " write-back-type",
        "GET /gorse/api/recommend/{id}            | category=a&category= | out_of_range   |"
            + " category",
        "GET /gorse/api/popular/{category}        | category=%20      | out_of_range      |"
            + " category",
        "GET /gorse/api/latest                    | category=a&category={501} | out_of_range |"
            + " category",
        "GET /gorse/api/latest                    | {5 of 400}        | too_large         |"
            + " category",
        "GET /gorse/api/recommend/{id}            | {21 of 1}         | too_many          |"
            + " category",
        "GET /gorse/api/item/{id}/neighbors       | category=         | out_of_range      |"
            + " category",
        "GET /gorse/api/item/{id}/neighbors       | {5 of 400}        | too_large         |"
            + " category",
        "GET /gorse/api/item/{id}/neighbors       | user-id=          | blank             |"
            + " user-id",
        "GET /gorse/api/popular                   | user-id=          | blank             |"
            + " user-id",
        "GET /gorse/api/popular/{category}        | n=101             | out_of_range      | n",
        "GET /gorse/api/latest                    | n=101             | out_of_range      | n",
        "GET /gorse/api/non-personalized/{name}   | offset=100        | out_of_range      | n",
        "GET /gorse/api/item/{id}/neighbors       | n=1&n=2           | repeated          | n",
        "GET /gorse/api/item-to-item/{name}/{id}  | n=0               | out_of_range      | n"
      })
  void parametersAreReadStrictly(String route, String query, String code, String field)
      throws IOException {
    APIGatewayV2HTTPEvent event =
        Call.of(route).id("kitchen-1").part("name", "n").part("category", "Home").event();
    event.setRawQueryString(
        query
            .replace("{501}", "x".repeat(501))
            .replace("{5 of 400}", "&category=".concat("y".repeat(400)).repeat(5).substring(1))
            .replace("{21 of 1}", "&category=z".repeat(21).substring(1)));

    refuses(event, code, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                                          | too_few           | body",
        "{}                                                          | wrong_type        | body",
        "[1]                                                         | wrong_type        | [0]",
        "{many}                                                      | too_many          | body",
        "[{'ItemId':'a','UserId':'u'}]                               | missing           |"
            + " [0].FeedbackType",
        "[{'FeedbackType':' ','ItemId':'a','UserId':'u'}]            | blank             |"
            + " [0].FeedbackType",
        "[{'FeedbackType':'buy','UserId':'u'}]                       | missing           |"
            + " [0].ItemId",
        "[{'FeedbackType':'buy','ItemId':'','UserId':'u'}]           | blank             |"
            + " [0].ItemId",
        "[{'FeedbackType':'buy','ItemId':'a'}]                       | missing           |"
            + " [0].UserId",
        "[{'FeedbackType':'buy','ItemId':7,'UserId':'u'}]            | wrong_type        |"
            + " [0].ItemId",
        "[{'FeedbackType':'rate','ItemId':'a','UserId':'u'}]         | missing           |"
            + " [0].Value",
        "[{'FeedbackType':'rate','ItemId':'a','UserId':'u','Value':9}] | out_of_range    |"
            + " [0].Value",
        "[{'FeedbackType':'buy','ItemId':'a','UserId':'u','Value':'1'}] | wrong_type     |"
            + " [0].Value",
        "[{'FeedbackType':'buy','ItemId':'a','UserId':'u','Timestamp':'now'}] | wrong_type |"
            + " [0].Timestamp",
        "[{'FeedbackType':'buy','ItemId':'a','UserId':'u','Timestamp':'2026-13-01'}] | wrong_type |"
            + " [0].Timestamp",
        "[{'FeedbackType':'buy','ItemId':'a','UserId':'u','Timestamp':'2030-01-01'}] |"
            + " in_the_future | [0].Timestamp",
        "[{'FeedbackType':'buy','ItemId':'a','UserId':'u','Timestamp':'2020-01-01'}] | too_old |"
            + " [0].Timestamp",
        "[{'FeedbackType':'buy','ItemId':'a','UserId':'u','Weight':1}] | unknown_field   |"
            + " [0].Weight"
      })
  void feedbackIsReadStrictlyAndWholly(String body, String code, String field) throws IOException {
    String filled = body.replace("{many}", many()).replace('\'', '"');

    for (String route : List.of("POST /gorse/api/feedback", "PUT /gorse/api/feedback")) {
      refuses(Call.of(route).body(filled).event(), code, field);
    }
    assertThat(held("u")).isEmpty();
  }

  private static String many() {
    return IntStream.range(0, 501)
        .mapToObj(i -> "{'FeedbackType':'buy','ItemId':'a" + i + "','UserId':'u'}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private void refuses(APIGatewayV2HTTPEvent event, String code, String field) throws IOException {
    APIGatewayV2HTTPResponse response = respond(event);
    JsonNode problem = body(response);
    assertThat(response.getStatusCode()).as(problem.toString()).isEqualTo(400);
    assertThat(problem.path("code").asText()).as(problem.toString()).isEqualTo(code);
    assertThat(problem.path("field").asText()).as(problem.toString()).isEqualTo(field);
    DESCRIBED.require(Exchanges.of(event, response));
  }

  private static Call recommend(String user) {
    return Call.of("GET /gorse/api/recommend/{id}").id(user);
  }

  private static String batch(String record) {
    return "[" + record + "]";
  }

  private List<Event> held(String user) {
    return shop.stores.events().newest(new UserId(user), 100);
  }

  private JsonNode answer(Call call) throws IOException {
    APIGatewayV2HTTPEvent event = call.event();
    APIGatewayV2HTTPResponse response = respond(event);
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
    DESCRIBED.require(Exchanges.of(event, response));
    return body(response);
  }

  private APIGatewayV2HTTPResponse respond(APIGatewayV2HTTPEvent event) {
    String route = event.getRouteKey();
    if (route.endsWith("/feedback")) {
      return shop.ingest(event);
    }
    return route.matches(".*(item-to-item|item/|similar).*")
        ? shop.similar(event)
        : shop.recommend(event);
  }

  private static JsonNode body(APIGatewayV2HTTPResponse response) throws IOException {
    return JSON.readTree(response.getBody());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
