package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.app.ManageScenarios;
import dev.akin.openapi.ExchangeCheck;
import dev.akin.port.ScenarioStore.Scenario;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a scenario does to the lists of those who name it, and what it must not do.
class ScenarioServingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExchangeCheck DESCRIBED = new ExchangeCheck();

  private final SampleFunctions shop = SampleFunctions.trainedShop();

  @Test
  void theOptionsOfAScenarioAreThoseOfTheRequest() throws IOException {
    store("kitchen", "{\"limit\":4,\"category\":\"Home > Kitchen\",\"fields\":[\"title\"]}");

    JsonNode named = recommend("{\"userId\":\"gardener-1\",\"scenario\":\"kitchen\"}");
    JsonNode written =
        recommend(
            "{\"userId\":\"gardener-1\",\"limit\":4,\"category\":\"Home > Kitchen\","
                + "\"fields\":[\"title\"]}");
    assertThat(named.path("items")).hasSize(4).isEqualTo(written.path("items"));
    assertThat(ids(named)).allMatch(id -> id.startsWith("kitchen"));
    assertThat(named.at("/items/0/item/title").asText()).startsWith("The kitchen");
  }

  @Test
  void anOptionOfTheRequestReplacesTheWholeOptionAndNullTakesItAway() throws IOException {
    store("one", "{\"limit\":4,\"exclude\":[\"kitchen-2\"],\"category\":\"Home > Kitchen\"}");
    String ann = "{\"userId\":\"ann\",\"scenario\":\"one\"";

    assertThat(ids(recommend(ann + ",\"limit\":8,\"excludeSeen\":false}")))
        .hasSize(7)
        .doesNotContain("kitchen-2");
    assertThat(
            ids(recommend(ann + ",\"limit\":8,\"excludeSeen\":false,\"exclude\":[\"kitchen-3\"]}")))
        .hasSize(7)
        .contains("kitchen-2")
        .doesNotContain("kitchen-3");
    assertThat(ids(recommend(ann + ",\"limit\":16,\"excludeSeen\":false,\"category\":null}")))
        .hasSize(15);
  }

  @Test
  void whatIsNullIsNotKept() throws IOException {
    APIGatewayV2HTTPEvent event =
        Call.of("PUT /scenarios/{name}")
            .id("bare")
            .body(
                "{\"limit\":null,\"filter\":null,\"parameters\":{\"a\":null,\"b\":1},"
                    + "\"promotions\":[{\"name\":null,\"filter\":\"available\",\"share\":1}]}")
            .event();

    APIGatewayV2HTTPResponse response = shop.catalog(event);

    DESCRIBED.require(Exchanges.of(event, response));
    assertThat(JSON.readTree(response.getBody()).path("options"))
        .isEqualTo(
            JSON.readTree(
                "{\"parameters\":{\"b\":1},"
                    + "\"promotions\":[{\"filter\":\"available\",\"share\":1}]}"));
  }

  @Test
  void aScenarioMayAskForWhatIsBoughtAgain() throws IOException {
    store("again", "{\"limit\":2,\"strategy\":\"again\"}");

    JsonNode found = recommend("{\"userId\":\"cook-1\",\"scenario\":\"again\"}");

    assertThat(found.path("strategy").asText()).isEqualTo("again");
    assertThat(ids(found)).as("which she bought twice").startsWith("kitchen-2");
    assertThat(found.at("/items/0/reasons/0/bought/times").asInt()).isEqualTo(2);
  }

  @Test
  void aQueryNamesAScenarioToo() throws IOException {
    Call call = Call.of("GET /users/{id}/recommendations").id("ann").query("scenario", "home");

    assertThat(ids(read(shop.recommend(call.event())))).hasSize(3);
    assertThat(ids(read(shop.recommend(call.query("limit", "5").event())))).hasSize(5);
  }

  @Test
  void optionsThatNobodyUnderstandsAnyMoreAreLeftOutAndToldInTheLog() throws IOException {
    String json =
        "{\"limit\":2,\"filter\":\"prise < 5\",\"magic\":1,\"strategy\":\"oracle\","
            + "\"category\":\"Home > Kitchen\"}";
    shop.stores.scenarios().put(new Scenario("old", json, SampleFunctions.NOON));

    assertThat(ids(recommend("{\"userId\":\"gardener-2\",\"scenario\":\"old\"}")))
        .hasSize(2)
        .allMatch(id -> id.startsWith("kitchen"));
    assertThat(String.join("\n", shop.warnings))
        .contains("scenario old", "option filter", "option magic", "option strategy");
  }

  @Test
  void aRuleAboutAnAttributeThatNoItemHasAnyMoreIsLeftOut() throws IOException {
    store("brand", "{\"limit\":2,\"filter\":\"attributes.brand = \\\"Akin\\\"\"}");

    assertThat(ids(recommend("{\"userId\":\"ann\",\"scenario\":\"brand\"}"))).hasSize(2);
    assertThat(shop.warnings).singleElement().asString().contains("option filter", "brand");
    String own = "{\"userId\":\"ann\",\"filter\":\"attributes.brand = \\\"Akin\\\"\"}";
    assertThat(post(own).getStatusCode()).as("the same of a request").isEqualTo(400);
  }

  @Test
  void whatTheRequestHasToGiveIsAskedForEvenIfTheScenarioWantsIt() throws IOException {
    store("cheap", "{\"limit\":2,\"filter\":\"price <= $most\"}");

    assertThat(post("{\"userId\":\"ann\",\"scenario\":\"cheap\"}").getBody())
        .contains("\"code\":\"parameter\"", "\"field\":\"filter\"", "$most");
    String given = "{\"userId\":\"ann\",\"scenario\":\"cheap\",\"parameters\":{\"most\":%s}}";
    assertThat(ids(recommend(given.formatted("10")))).hasSize(2);
    assertThat(ids(recommend(given.formatted("9")))).isEmpty();
  }

  @Test
  void aRuleThatTheScenariosOwnParametersDoNotFitIsNeitherStoredNorBreaksAList()
      throws IOException {
    String json = "{\"limit\":2,\"filter\":\"price < $max\",\"parameters\":{\"max\":\"cheap\"}}";
    Call put = Call.of("PUT /scenarios/{name}").id("unfit").body(json);
    for (SampleFunctions any : List.of(shop, SampleFunctions.emptyShop())) {
      APIGatewayV2HTTPResponse refused = any.catalog(put.event());
      assertThat(refused.getStatusCode()).isEqualTo(400);
      assertThat(refused.getBody()).contains("\"code\":\"type\"", "\"field\":\"filter\"");
    }
    shop.stores.scenarios().put(new Scenario("unfit", json, SampleFunctions.NOON));

    assertThat(ids(recommend("{\"userId\":\"ann\",\"scenario\":\"unfit\"}"))).hasSize(2);
    assertThat(shop.warnings).singleElement().asString().contains("option filter");
    String given = "{\"userId\":\"ann\",\"scenario\":\"unfit\",\"parameters\":{\"max\":%s}}";
    assertThat(ids(recommend(given.formatted("1")))).as("followed again").isEmpty();
    assertThat(post(given.formatted("\"cheap\"")).getBody())
        .contains("\"code\":\"type\"", "\"field\":\"filter\"");
  }

  @Test
  void eachOfSeveralListsMayNameOne() throws IOException {
    store("brand", "{\"limit\":2,\"filter\":\"attributes.brand = \\\"Akin\\\"\"}");
    String lists =
        "{\"userId\":\"ann\",\"lists\":[{\"name\":\"top\",\"scenario\":\"home\"},"
            + "{\"name\":\"more\",\"limit\":4},{\"name\":\"brand\",\"scenario\":\"brand\"}]}";
    JsonNode found = described(Call.of("POST /recommendations").body(lists), 200).path("lists");

    assertThat(ids(found.path(0))).hasSize(3);
    assertThat(ids(found.path(1))).hasSize(4).doesNotContainAnyElementsOf(ids(found.path(0)));
    assertThat(ids(found.path(2))).as("without the rule that is void").hasSize(2);
    assertThat(shop.warnings).singleElement().asString().contains("option filter", "brand");
    JsonNode problem =
        described(Call.of("POST /recommendations").body(lists.replace("home", "none")), 400);
    assertThat(problem.path("code").asText()).isEqualTo("unknown_scenario");
    assertThat(problem.path("field").asText()).isEqualTo("lists[0].scenario");
  }

  @Test
  void whatAScenarioRemovedIsExplained() throws IOException {
    store("cheap", "{\"filter\":\"price <= 1\",\"excludeSeen\":false}");
    Call call = Call.of("GET /explain").query("userId", "ann").query("itemId", "kitchen-3");

    JsonNode explained = described(call.query("scenario", "cheap"), 200);
    assertThat(explained.path("outcome").asText()).isEqualTo("removed");
    assertThat(explained.path("rule").asText()).isEqualTo("filter");
    String body = "{\"userId\":\"ann\",\"itemId\":\"kitchen-3\",\"scenario\":\"cheap\"}";
    assertThat(described(Call.of("POST /explain").body(body), 200)).isEqualTo(explained);
  }

  @Test
  void mergingLeavesTheFieldsAloneThatAreNoOptions() {
    ScenarioOptions options = new ScenarioOptions(shop.scenarios());

    assertThat(
            options.<Object>serving(
                Json.object("{\"scenario\":\"home\",\"userId\":\"ann\",\"limit\":1}"),
                merged -> merged))
        .isEqualTo(Json.object("{\"limit\":1,\"filter\":\"price <= 20\",\"userId\":\"ann\"}"));
    assertThat(options.<Object>serving(Json.object("{\"limit\":1}"), merged -> merged))
        .isEqualTo(Json.object("{\"limit\":1}"));
  }

  @Test
  void eachOfSeveralListsHasAScenarioOfItsOwn() throws IOException {
    store("kitchen", "{\"category\":\"Home > Kitchen\",\"limit\":2}");
    store("garden", "{\"category\":\"Home > Garden\",\"limit\":2}");
    JsonNode lists =
        recommend(
                "{\"userId\":\"cook-1\",\"lists\":[{\"name\":\"a\",\"scenario\":\"garden\"},"
                    + "{\"name\":\"b\",\"scenario\":\"kitchen\",\"limit\":1},"
                    + "{\"name\":\"c\",\"scenario\":null,\"limit\":3}]}")
            .path("lists");

    assertThat(ids(lists.get(0))).hasSize(2).allMatch(id -> id.startsWith("garden"));
    assertThat(ids(lists.get(1))).hasSize(1).allMatch(id -> id.startsWith("kitchen"));
    assertThat(ids(lists.get(2))).hasSize(3);
  }

  @Test
  void aVoidRuleIsLeftOutOfTheListThatBorrowedIt() throws IOException {
    store("brand", "{\"limit\":2,\"filter\":\"attributes.brand = \\\"Akin\\\"\"}");
    String lists =
        "{\"userId\":\"ann\",\"lists\":[{\"name\":\"a\",\"limit\":1},"
            + "{\"name\":\"b\",\"scenario\":\"brand\"%s}]}";

    assertThat(ids(recommend(lists.formatted("")).at("/lists/1"))).hasSize(2);
    assertThat(shop.warnings).singleElement().asString().contains("option filter", "brand");
    assertThat(post(lists.formatted(",\"filter\":\"attributes.colour = 1\"")).getBody())
        .contains("\"field\":\"lists[1].filter\"");
  }

  @Test
  void scenariosOfListsAreReadStrictly() {
    String ann = "{\"userId\":\"ann\",\"lists\":[{\"name\":\"a\"}";

    assertThat(post(ann + ",{\"name\":\"b\",\"scenario\":\"none\"}]}").getBody())
        .contains("\"code\":\"unknown_scenario\"", "\"field\":\"lists[1].scenario\"");
    assertThat(post(ann + "],\"scenario\":\"home\"}").getBody())
        .contains("\"code\":\"contradiction\"", "\"field\":\"scenario\"");
  }

  @Test
  void theListOfAScenarioIsExplained() throws IOException {
    store("kitchen", "{\"category\":\"Home > Kitchen\"}");
    Call call =
        Call.of("GET /explain")
            .query("itemId", "garden-3")
            .query("userId", "gardener-1")
            .query("excludeSeen", "false");

    assertThat(
            read(shop.recommend(call.query("scenario", "kitchen").event())).path("rule").asText())
        .isEqualTo("category");
    assertThat(read(shop.recommend(call.event())).path("rule").asText()).isNotEqualTo("category");
  }

  @Test
  void aShopHasAtMostAHundredScenarios() {
    for (int i = 1; i < ManageScenarios.MOST; i++) {
      store("s-" + i, "{}");
    }
    Call more = Call.of("PUT /scenarios/{name}").id("one-more").body("{}");

    assertThat(shop.catalog(more.event()).getBody()).contains("\"code\":\"too_many\"");
    assertThat(shop.catalog(more.id("s-1").event()).getStatusCode()).isEqualTo(200);
  }

  private JsonNode described(Call call, int status) throws IOException {
    APIGatewayV2HTTPEvent event = call.event();
    APIGatewayV2HTTPResponse response = shop.recommend(event);
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(status);
    DESCRIBED.require(Exchanges.of(event, response));
    return JSON.readTree(response.getBody());
  }

  private void store(String name, String options) {
    Call call = Call.of("PUT /scenarios/{name}").id(name).body(options);
    assertThat(shop.catalog(call.event()).getStatusCode()).isEqualTo(201);
  }

  private APIGatewayV2HTTPResponse post(String body) {
    return shop.recommend(Call.of("POST /recommendations").body(body).event());
  }

  private JsonNode recommend(String body) throws IOException {
    return read(post(body));
  }

  private static JsonNode read(APIGatewayV2HTTPResponse response) throws IOException {
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
    return JSON.readTree(response.getBody());
  }

  private static List<String> ids(JsonNode answer) {
    return answer.path("items").valueStream().map(item -> item.path("itemId").asText()).toList();
  }
}
