package dev.akin.function;

import static dev.akin.function.Refusals.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes that are no UTF-8 arrive as U+FFFD, here `?`: two ids that differ in them would be one.
class NotUnicodeTest {
  private final SampleFunctions shop = SampleFunctions.untrainedShop();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PUT /items/{id}       | {\"tags\":[\"tea\",\"caf?\"]}               | tags[1]",
        "PUT /items/{id}       | {\"attributes\":{\"made\":\"K?ln\"}}        | attributes.made",
        "PUT /items/{id}       | {\"attributes\":{\"a\":[\"b\",\"K?ln\"]}}   | attributes.a[1]",
        "PUT /items/{id}       | {\"attributes\":{\"gr??e\":\"L\"}}          | attributes.gr??e",
        "PUT /items/{id}       | {\"t?tle\":\"Cup\"}                         | t?tle",
        "POST /recommendations | {\"userId\":\"J?rg\"}                       | userId",
        "POST /recommendations | {\"history\":[{\"itemId\":\"caf?\"}]}       | history[0].itemId",
        "POST /rankings        | {\"userId\":\"ann\",\"items\":[\"a\",\"?\"]} | items[1]",
        "POST /events | {\"events\":[{\"type\":\"view\",\"userId\":\"J?\",\"itemId\":\"a\"}]}"
            + " | events[0].userId"
      })
  void whatIsNoUtf8IsRefusedWithItsField(String route, String body, String field)
      throws IOException {
    Call call = Call.of(route).body(replaced(body));

    JsonNode problem =
        refuses(
            route.contains("{id}") ? call.id("cup") : call, 400, "not_unicode", replaced(field));

    assertThat(problem.path("detail").asText()).contains("UTF-8");
  }

  @Test
  void pathsThatMakeAndQueriesAreHeldToItToo() throws IOException {
    refuses(Call.of("PUT /items/{id}").id(replaced("caf?")).body("{}"), 400, "not_unicode", "id");
    for (String route :
        List.of(
            "PUT /gorse/api/item/{id}/category/{category}",
            "PATCH /gorse/api/item/{id}",
            "PATCH /gorse/api/user/{id}",
            "POST /sessions/{id}/merge")) {
      Call call = Call.of(route).id(replaced("?")).part("category", "Cups");
      String answer = answer(call.body("{\"userId\":\"ann\"}")).getBody();
      assertThat(answer).as(route).contains("not_unicode", "percent-encoded");
    }
    refuses(
        Call.of("GET /items/popular").query("category", replaced("caf?")),
        400,
        "not_unicode",
        "query");
  }

  @ParameterizedTest
  @CsvSource({
    "/users/{id}, /users/{id}",
    "/sessions/{id}, /sessions/{id}",
    "/items/{id}, /items/{id}",
    "/gorse/api/user/{id}, /users/{id}",
    "/gorse/api/item/{id}, /items/{id}",
    "/items/{id}, /gorse/api/item/{id}",
    "/users/{id}, /gorse/api/user/{id}"
  })
  void whatIsStoredUnderSuchAnIdIsReadAndDeleted(String read, String deleted) {
    String id = replaced("J?rg");
    shop.stores.catalog().put(List.of(Item.bare(new ItemId(id))));
    shop.stores.events().append(List.of(viewed("v-1", new UserId(id), null)));
    shop.stores.events().append(List.of(viewed("v-2", null, new SessionId(id))));

    APIGatewayV2HTTPResponse found = answer(Call.of("GET " + read).id(id));
    assertThat(found.getStatusCode()).as(found.getBody()).isEqualTo(200);
    assertThat(found.getBody()).contains(id);
    APIGatewayV2HTTPResponse gone = answer(Call.of("DELETE " + deleted).id(id));
    assertThat(gone.getStatusCode()).as(gone.getBody()).isBetween(200, 204);

    APIGatewayV2HTTPResponse after = answer(Call.of("GET " + read).id(id));
    assertThat(after.getStatusCode() == 404 || after.getBody().contains("\"events\":[]"))
        .as(after.getBody())
        .isTrue();
  }

  private static Event viewed(String id, @Nullable UserId user, @Nullable SessionId session) {
    return new Event(
        id,
        user,
        session,
        new ItemId(replaced("J?rg")),
        SampleFunctions.NOON,
        new Action.View(),
        Attribution.NONE);
  }

  private APIGatewayV2HTTPResponse answer(Call call) {
    boolean ofItems = call.route().contains("/item");
    return ofItems ? shop.catalog(call.event()) : shop.account(call.event());
  }

  @Test
  void proseMayHaveALostLetter() throws IOException {
    String body = replaced("{\"title\":\"Caf? set\",\"description\":\"Four caf? cups\"}");

    APIGatewayV2HTTPResponse response =
        SampleFunctions.trainedShop()
            .catalog(Call.of("PUT /items/{id}").id("cup").body(body).event());

    assertThat(response.getStatusCode()).as(response.getBody()).isLessThan(300);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/gorse/api/item | {\"ItemId\":\"cup\",\"Comment\":\"Caf? set\"}",
        "/gorse/api/items | [{\"ItemId\":\"cup\",\"Comment\":\"Caf? set\"}]",
        "/personalize/items | {{d},\"items\":[{\"itemId\":\"cup\",\"properties\":"
            + "{\"PRODUCT_NAME\":\"Caf? set\",\"description\":\"Four ?\"}}]}",
        "/personalize/items | {{d},\"items\":[{\"itemId\":\"cup\",\"properties\":"
            + "\"{\\\"name\\\":\\\"Caf? set\\\",\\\"PRODUCT_DESCRIPTION\\\":\\\"Four ?\\\"}\"}]}"
      })
  void proseOfOtherDoorsMayHaveItToo(String path, String body) {
    APIGatewayV2HTTPResponse response =
        shop.catalog(Call.of("POST " + path).body(sent(body)).event());

    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
    Item cup = shop.stores.catalog().find(new ItemId("cup")).orElseThrow();
    assertThat(cup.title()).isEqualTo(replaced("Caf? set"));
    assertThat(cup.description()).isEqualTo(path.startsWith("/gorse") ? null : replaced("Four ?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/items | {\"items\":[{\"itemId\":\"cup\",\"attributes\":{\"title\":\"?\"}}]}"
            + " | items[0].attributes.title",
        "/gorse/api/item | {\"ItemId\":\"?\",\"Comment\":\"?\"} | ItemId",
        "/gorse/api/item | {\"ItemId\":\"cup\",\"Labels\":{\"Comment\":\"?\"}} | Labels.Comment",
        "/personalize/items | {{d},\"items\":[{\"itemId\":\"?\",\"properties\":{}}]}"
            + " | items[0].itemId",
        "/personalize/items | {{d},\"items\":[{\"itemId\":\"cup\",\"properties\":{\"BRAND\":\"?\"}}]}"
            + " | items[0].properties.BRAND",
        "/personalize/items | {{d},\"items\":[{\"itemId\":\"cup\",\"properties\":"
            + "\"{\\\"NAME\\\":\\\"?\\\",\\\"BRAND\\\":\\\"?\\\"}\"}]} | items[0].properties.BRAND",
        "/personalize/items | {{d},\"items\":[{\"itemId\":\"cup\",\"properties\":"
            + "\"{\\\"?\\\":1}\"}]} | items[0].properties.?"
      })
  void idsAndAttributesOfAllDoorsMayNot(String path, String body, String field) throws IOException {
    APIGatewayV2HTTPResponse response =
        shop.catalog(Call.of("POST " + path).body(sent(body)).event());

    JsonNode problem = new ObjectMapper().readTree(response.getBody());
    JsonNode refused = path.equals("/items") ? problem.at("/rejected/0") : problem;
    assertThat(refused.path("code").asText()).as(response.getBody()).isEqualTo("not_unicode");
    assertThat(refused.path("field").asText()).isEqualTo(replaced(field));
    assertThat(shop.stores.catalog().find(new ItemId("cup"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"feedback", "user", "users"})
  void commentsThatNobodyReadsMayHaveIt(String path) {
    String fields = "\"UserId\":\"ann\",\"Comment\":\"caf?\"";
    String feedback = ",\"FeedbackType\":\"view\",\"ItemId\":\"kitchen-1\"";
    String one = "{" + fields + (path.equals("feedback") ? feedback : "") + "}";
    Call call =
        Call.of("POST /gorse/api/" + path)
            .body(replaced(path.equals("user") ? one : "[" + one + "]"));

    APIGatewayV2HTTPResponse response =
        path.equals("feedback") ? shop.ingest(call.event()) : shop.account(call.event());

    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
  }

  private static String sent(String body) {
    String dataset = "\"datasetArn\":\"arn:aws:personalize:eu-central-1:1:dataset/shop/ITEMS\"";
    return replaced(body.replace("{d}", dataset));
  }

  @Test
  void aGoodRecordBesideItIsStored() throws IOException {
    String view = "{\"type\":\"view\",\"userId\":\"%s\",\"itemId\":\"kitchen-1\"}";
    String events = "{\"events\":[" + view.formatted("J?") + "," + view.formatted("Jörg") + "]}";

    APIGatewayV2HTTPResponse response =
        SampleFunctions.trainedShop()
            .ingest(Call.of("POST /events").body(replaced(events)).event());

    JsonNode answer = new ObjectMapper().readTree(response.getBody());
    assertThat(answer.path("accepted").asInt()).isEqualTo(1);
    assertThat(answer.at("/rejected/0/field").asText()).isEqualTo("events[0].userId");
    assertThat(answer.at("/rejected/0/code").asText()).isEqualTo("not_unicode");
  }

  private static String replaced(String text) {
    return text.replace('?', '\uFFFD');
  }
}
