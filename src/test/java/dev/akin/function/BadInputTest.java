package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.openapi.ExchangeCheck;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong is told with its field and what to do, whatever it is: never a 500, and never as
/// if it were right.
///
/// In the tables `{long}` stands for 300 letters, `{many}` for 501 ids, `{nul}` for a control
/// character, `{deep}`, `{wide}` and `{10k}` for expressions beyond the limits.
class BadInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SampleFunctions SHOP = SampleFunctions.trainedShop();
  private static final ExchangeCheck DESCRIBED = new ExchangeCheck();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /users/{id}/recommendations | ann    | limit=0          | out_of_range      | limit",
        "GET /users/{id}/recommendations | ann    | limit=101        | out_of_range      | limit",
        "GET /users/{id}/recommendations | ann    | limit=9999999999 | wrong_type        | limit",
        "GET /users/{id}/recommendations | ann    | limit=1.5        | wrong_type        | limit",
        "GET /users/{id}/recommendations | ann    | limit=           | wrong_type        | limit",
        "GET /users/{id}/recommendations | ann    | excludeSeen=1    | wrong_type        | excludeSeen",
        "GET /users/{id}/recommendations | ann    | reasons=TRUE     | wrong_type        | reasons",
        "GET /users/{id}/recommendations | ann    | strategy=magic   | unknown_strategy  | strategy",
        "GET /users/{id}/recommendations | ann    | strategy=        | unknown_strategy  | strategy",
        "GET /users/{id}/recommendations | ann    | category=        | out_of_range      | category",
        "GET /users/{id}/recommendations | ann    | exclude={many}   | too_many          | exclude",
        "GET /users/{id}/recommendations | ann    | exclude={long}   | too_long          | exclude",
        "GET /users/{id}/recommendations | ann    | exclude={nul}    | control_character | exclude",
        "GET /users/{id}/recommendations | ann    | page=2           | unknown_parameter | page",
        "GET /users/{id}/recommendations | ann    | cursor=          | bad_cursor        | cursor",
        "GET /users/{id}/recommendations | ann    | cursor={long}    | bad_cursor        | cursor",
        "GET /users/{id}/recommendations | ann    | cursor=e30.e30   | bad_cursor        | cursor",
        "GET /users/{id}/recommendations | ann    | cursor={10k}     | bad_cursor        | cursor",
        "GET /users/{id}/recommendations | {long} |                  | too_long          | userId",
        "GET /users/{id}/recommendations | {nul}  |                  | control_character | userId",
        "GET /users/{id}/recommendations | ' '    |                  | blank             | userId",
        "GET /items/{id}/similar         | mug    | limit=0          | out_of_range      | limit",
        "GET /items/{id}/similar         | mug    | basis=taste      | unknown_basis     | basis",
        "GET /items/{id}/similar         | mug    | basis=           | unknown_basis     | basis",
        "GET /items/{id}/similar         | mug    | userId=          | blank             | userId",
        "GET /items/{id}/similar         | mug    | userId={long}    | too_long          | userId",
        "GET /items/{id}/similar         | mug    | exclude={many}   | too_many          | exclude",
        "GET /items/{id}/similar         | mug    | strategy=blend   | unknown_parameter | strategy",
        "GET /items/{id}/similar         | {long} |                  | too_long          | itemId",
        "GET /items/popular              |        | limit=101        | out_of_range      | limit",
        "GET /items/popular              |        | category=        | out_of_range      | category",
        "GET /items/popular              |        | window=1d        | unknown_parameter | window",
        "GET /items/popular              |        | cursor=.         | bad_cursor        | cursor",
        "GET /items/trending             |        | cursor=aSNtdWc   | bad_cursor        | cursor",
        "GET /items/trending             |        | limit=-2147483649| wrong_type        | limit",
        "GET /items/trending             |        | window=          | unknown_window    | window",
        "GET /items/trending             |        | window=7         | unknown_window    | window",
        "GET /explain                    |        | itemId=          | blank             | itemId",
        "GET /explain                    |        | userId=ann       | missing           | itemId",
        "GET /explain                    |        | itemId=kitchen-1 | missing           | userId",
        "GET /explain                    |        | page=2           | unknown_parameter | page",
        "GET /items                      |        | limit=501        | out_of_range      | limit",
        "GET /items                      |        | cursor=          | invalid           | cursor",
        "GET /items                      |        | cursor=!!!       | invalid           | cursor",
        "GET /items                      |        | cursor={long}    | invalid           | cursor",
        "GET /items/{id}                 | mug    | limit=1          | unknown_parameter | limit",
        "GET /items/{id}                 | {long} |                  | too_long          | itemId",
        "DELETE /items/{id}              | {nul}  |                  | control_character | itemId",
        "GET /status                     |        | verbose=1        | unknown_parameter | verbose",
        "GET /releases                   |        | limit=1          | unknown_parameter | limit",
        "POST /trainings                 |        | now=true         | unknown_parameter | now",
        "POST /releases/{id}/activate    | x      | force=true       | unknown_parameter | force"
      })
  void parametersOutOfRangeAreRefused(
      String route, @Nullable String id, @Nullable String query, String code, String field)
      throws IOException {
    Call call = Call.of(route);
    call = id == null ? call : call.id(filled(id));
    if (query != null) {
      String[] pair = query.split("=", 2);
      call = call.query(pair[0], filled(pair[1]));
    }
    refuses(call, 400, code, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                       | missing       | userId",
        "{\"userId\":\"a\",\"history\":[]}                        | contradiction | userId",
        "{\"userId\":7}                                           | wrong_type    | userId",
        "{\"userId\":\"\"}                                        | blank         | userId",
        "{\"sessionId\":\"{long}\"}                               | too_long      | sessionId",
        "{\"userId\":\"a\",\"limit\":0}                           | out_of_range  | limit",
        "{\"userId\":\"a\",\"limit\":101}                         | out_of_range  | limit",
        "{\"userId\":\"a\",\"limit\":3.5}                         | wrong_type    | limit",
        "{\"userId\":\"a\",\"limit\":1e400}                       | wrong_type    | limit",
        "{\"userId\":\"a\",\"limit\":99999999999}                 | out_of_range  | limit",
        "{\"userId\":\"a\",\"excludeSeen\":\"no\"}                | wrong_type    | excludeSeen",
        "{\"userId\":\"a\",\"reasons\":0}                         | wrong_type    | reasons",
        "{\"userId\":\"a\",\"category\":\" \"}                    | out_of_range  | category",
        "{\"userId\":\"a\",\"category\":[]}                       | wrong_type    | category",
        "{\"userId\":\"a\",\"strategy\":\"magic\"}                | unknown_strategy | strategy",
        "{\"userId\":\"a\",\"exclude\":\"b\"}                     | wrong_type    | exclude",
        "{\"userId\":\"a\",\"exclude\":[1]}                       | wrong_type    | exclude[0]",
        "{\"userId\":\"a\",\"exclude\":[\"\"]}                    | blank         | exclude",
        "{\"userId\":\"a\",\"exclude\":[{many}]}                  | too_many      | exclude",
        "{\"userId\":\"a\",\"offset\":10}                         | unknown_field | offset",
        "{\"userId\":\"a\",\"cursor\":2}                          | wrong_type    | cursor",
        "{\"userId\":\"a\",\"cursor\":\"2\"}                      | bad_cursor    | cursor",
        "{\"history\":[{many}]}                                   | too_many      | history",
        "{\"history\":\"mug\"}                                    | wrong_type    | history",
        "{\"history\":[7]}                                        | wrong_type    | history[0]",
        "{\"history\":[{}]}                                       | missing       | history[0].itemId",
        "{\"history\":[{\"itemId\":\"m\",\"type\":\"buy\"}]}      | unknown_type  | history[0].type",
        "{\"history\":[{\"itemId\":\"m\",\"type\":\"rate\"}]}     | missing       | history[0].value",
        "{\"history\":[{\"itemId\":\"m\",\"when\":1}]}            | unknown_field | history[0].when",
        "{\"userId\":\"\\ud83d\"}                                 | not_unicode   | userId",
        "[]                                                       | wrong_type    | body",
        "null                                                     | wrong_type    | body",
        "{                                                        | malformed_json | body",
        "{\"userId\":\"a\"}}                                      | malformed_json | body",
        "{\"userId\":\"a\",\"userId\":\"b\"}                      | malformed_json | body"
      })
  void bodiesOfRecommendationsAreReadStrictly(String body, String code, String field)
      throws IOException {
    refuses(Call.of("POST /recommendations").body(filled(body)), 400, code, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"limit\":0                                | out_of_range     | limit",
        "\"itemId\":7                               | wrong_type       | itemId",
        "\"itemId\":null                            | missing          | itemId",
        "\"itemId\":\"{long}\"                      | too_long         | itemId",
        "\"itemId\":\"a\",\"current\":\"\"          | blank            | current",
        "\"itemId\":\"a\",\"current\":[]            | wrong_type       | current",
        "\"itemId\":\"a\",\"history\":[]            | contradiction    | userId",
        "\"itemId\":\"a\",\"items\":[]              | unknown_field    | items",
        "\"itemId\":\"a\",\"filter\":\"price < current.price\" | no_current_item | filter",
        "\"itemId\":\"a\",\"boost\":[{\"when\":\"available\"}] | missing | boost[0].by"
      })
  void whatIsToBeExplainedIsReadStrictly(String members, String code, String field)
      throws IOException {
    String item = members.contains("itemId") ? "" : "\"itemId\":\"kitchen-1\",";
    String body = filled("{\"userId\":\"a\"," + item + members + "}");
    refuses(Call.of("POST /explain").body(body), 400, code, field);
  }

  @Test
  void anItemThatNobodyKnowsCannotBeExplained() throws IOException {
    Call call = Call.of("GET /explain").query("userId", "ann").query("itemId", "mug");
    refuses(call, 404, "unknown_item", "itemId");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"items\":null                             | missing          | items",
        "\"items\":[]                               | too_few          | items",
        "\"items\":[{many}]                         | too_many         | items",
        "\"items\":\"mug\"                          | wrong_type       | items",
        "\"items\":[\"mug\",7]                      | wrong_type       | items[1]",
        "\"items\":[\"mug\",\"{long}\"]             | too_long         | items[1]",
        "\"items\":[\"kitchen-1\",\"kitchen-1\"]    | duplicate        | items[1]",
        "\"items\":[\"kitchen-1\",\"mug\"]          | unknown_item     | items[1]",
        "\"items\":[\"kitchen-1\"],\"limit\":5      | unknown_field    | limit",
        "\"items\":[\"kitchen-1\"],\"pins\":[]      | unknown_field    | pins",
        "\"items\":[\"kitchen-1\"],\"sessionId\":\"s\" | contradiction | userId",
        "\"items\":[\"kitchen-1\"],\"filter\":\"x\" | unknown_name     | filter",
        "\"items\":[\"kitchen-1\"],\"strategy\":\"magic\" | unknown_strategy | strategy",
        "\"items\":[\"kitchen-1\"],\"diversity\":2  | out_of_range     | diversity"
      })
  void whatIsToBeRankedIsReadStrictly(String members, String code, String field)
      throws IOException {
    String body = filled("{\"userId\":\"a\"," + members + "}");
    refuses(Call.of("POST /rankings").body(body), 400, code, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"filter\":\"\"                                          | syntax       | filter",
        "\"filter\":7                                             | wrong_type   | filter",
        "\"filter\":\"prise < 5\"                                 | unknown_name | filter",
        "\"filter\":\"purchased(30d)\"                            | unknown_name | filter",
        "\"filter\":\"price < \\\"five\\\"\"                       | type         | filter",
        "\"filter\":\"price < $max\"                              | parameter    | filter",
        "\"filter\":\"price < current.price\"                     | no_current_item | filter",
        "\"filter\":\"price <\"                                   | syntax       | filter",
        "\"filter\":\"{deep}\"                                    | too_large    | filter",
        "\"filter\":\"{wide}\"                                    | too_large    | filter",
        "\"filter\":\"{10k}\"                                     | too_large    | filter",
        "\"filter\":\"price < 1e999999999\"                       | syntax       | filter",
        "\"parameters\":{\"a\":{}}                                | wrong_type   | parameters.a",
        "\"parameters\":{\"a\":[{many}]}                          | too_many     | parameters.a",
        "\"parameters\":[]                                        | wrong_type   | parameters",
        "\"itemId\":\"\"                                          | blank        | itemId",
        "\"excludeEvents\":[{\"type\":\"buy\"}]                   | unknown_type | excludeEvents[0].type",
        "\"excludeEvents\":[{\"type\":\"view\",\"days\":0}]       | out_of_range | excludeEvents[0].days",
        "\"excludeEvents\":[{}]                                   | missing      | excludeEvents[0].type",
        "\"excludeEvents\":[\"view\"]                             | wrong_type   | excludeEvents[0]",
        "\"boost\":[{\"when\":\"available\"}]                     | missing      | boost[0].by",
        "\"boost\":[{\"when\":\"prise\",\"by\":2}]                | unknown_name | boost[0].when",
        "\"boost\":[{\"when\":\"available\",\"by\":\"1 +\"}]      | syntax       | boost[0].by",
        "\"boost\":[{\"when\":\"available\",\"by\":true}]         | wrong_type   | boost[0].by",
        "\"boost\":[{\"when\":\"available\",\"by\":1e400}]        | out_of_range | boost[0].by",
        "\"boost\":[{\"when\":\"available\",\"by\":1,\"x\":1}]    | unknown_field | boost[0].x",
        "\"pins\":[{\"itemId\":\"mug\",\"position\":0}]           | out_of_range | pins[0].position",
        "\"pins\":[{\"itemId\":\"mug\",\"position\":101}]         | out_of_range | pins[0].position",
        "\"pins\":[{\"itemId\":\"mug\"}]                          | missing      | pins[0].position",
        "\"pins\":[{\"itemId\":\"\",\"position\":1}]              | blank        | pins[0].itemId",
        "\"promotions\":[{\"filter\":\"available\",\"share\":0}]  | out_of_range | promotions[0].share",
        "\"promotions\":[{\"filter\":\"available\",\"share\":2}]  | out_of_range | promotions[0].share",
        "\"promotions\":[{\"filter\":\"({deep}\",\"share\":1}]    | too_large    | promotions[0].filter",
        "\"caps\":[{\"field\":\"price\",\"most\":1}]              | unknown_name | caps[0].field",
        "\"caps\":[{\"field\":\"categories\",\"most\":0}]         | out_of_range | caps[0].most",
        "\"caps\":[{\"field\":\"categories\",\"level\":11,\"most\":1}] | out_of_range | caps[0].level",
        "\"caps\":[{\"field\":\"categories\"}]                    | missing      | caps[0].most",
        "\"caps\":7                                               | wrong_type   | caps",
        "\"diversity\":1.01                                       | out_of_range | diversity",
        "\"novelty\":-0.01                                        | out_of_range | novelty",
        "\"exploration\":2                                        | out_of_range | exploration",
        "\"minRelevance\":\"high\"                                | wrong_type   | minRelevance",
        "\"rotation\":1e400                                       | out_of_range | rotation",
        "\"fields\":[\"name\"]                                    | unknown_name | fields",
        "\"fields\":[{many}]                                      | too_many     | fields"
      })
  void optionsOfListsAreReadStrictly(String member, String code, String field) throws IOException {
    String body = filled("{\"userId\":\"ann\"," + member + "}");
    refuses(Call.of("POST /recommendations").body(body), 400, code, field);
  }

  @ParameterizedTest
  @CsvSource({
    "filter=price < ,       syntax,       filter",
    "filter=,               syntax,       filter",
    "filter={deep},         too_large,    filter",
    "filter={10k},          too_large,    filter",
    "itemId=,               blank,        itemId",
    "diversity=much,        wrong_type,   diversity",
    "diversity=NaN,         wrong_type,   diversity",
    "novelty=2,             out_of_range, novelty",
    "exploration=-1,        out_of_range, exploration",
    "minRelevance=1e400,    wrong_type,   minRelevance",
    "rotation=,             wrong_type,   rotation",
    "fields=name,           unknown_name, fields",
    "boost=2,               unknown_parameter, boost"
  })
  void theSameInAQuery(String query, String code, String field) throws IOException {
    String[] pair = query.split("=", 2);
    Call call = Call.of("GET /users/{id}/recommendations").id("ann");
    refuses(call.query(pair[0], filled(pair[1])), 400, code, field);
  }

  @ParameterizedTest
  @CsvSource({"filter=price <,syntax,filter", "fields=name,unknown_name,fields"})
  void theSameInListsForEverybody(String query, String code, String field) throws IOException {
    String[] pair = query.split("=", 2);
    refuses(Call.of("GET /items/popular").query(pair[0], pair[1]), 400, code, field);
    refuses(Call.of("GET /items/trending").query(pair[0], pair[1]), 400, code, field);
  }

  @Test
  void aRefusedExpressionSaysWhere() throws IOException {
    String body = "{\"userId\":\"ann\",\"filter\":\"available and prise < 5\"}";
    JsonNode problem =
        refuses(Call.of("POST /recommendations").body(body), 400, "unknown_name", "filter");

    assertThat(problem.path("column").asInt()).isEqualTo(15);
    assertThat(problem.path("detail").asText()).contains("prise", "price");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\":7}                                 | wrong_type   | title",
        "{\"price\":-0.01}                             | out_of_range | price",
        "{\"price\":1e400}                             | out_of_range | price",
        "{\"price\":1,\"currency\":\"euro\"}           | not_iso_4217 | currency",
        "{\"currency\":\"EUR\"}                        | missing      | price",
        "{\"available\":\"yes\"}                       | wrong_type   | available",
        "{\"createdAt\":\"yesterday\"}                 | wrong_type   | createdAt",
        "{\"tags\":[\"\"]}                             | blank        | tags[0]",
        "{\"tags\":[{many}]}                           | too_many     | tags",
        "{\"categories\":[{many}]}                     | too_many     | categories",
        "{\"attributes\":{\"\":1}}                     | bad_name     | attributes",
        "{\"attributes\":{\"{long}\":1}}               | bad_name     | attributes",
        "{\"attributes\":{\"a\":{}}}                   | wrong_type   | attributes.a",
        "{\"attributes\":{\"a\":null}}                 | wrong_type   | attributes.a",
        "{\"attributes\":{\"a\":1e200}}                | out_of_range | attributes.a",
        "{\"attributes\":[]}                           | wrong_type   | attributes"
      })
  void itemsAreReadStrictly(String body, String code, String field) throws IOException {
    refuses(Call.of("PUT /items/{id}").id("mug").body(filled(body)), 400, code, field);
  }

  @ParameterizedTest
  @CsvSource({"GET /items/{id},unknown_item", "POST /releases/{id}/activate,unknown_release"})
  void whatIsNotThereIsNotFound(String route, String code) throws IOException {
    refuses(Call.of(route).id("none"), 404, code, "id");
  }

  private static JsonNode refuses(Call call, int status, String code, String field)
      throws IOException {
    APIGatewayV2HTTPEvent event = call.event();
    APIGatewayV2HTTPResponse response = answer(event);
    String body = String.valueOf(response.getBody());
    assertThat(response.getStatusCode()).as(body).isEqualTo(status);
    assertThat(response.getHeaders()).containsEntry("content-type", "application/problem+json");
    JsonNode problem = JSON.readTree(body);
    assertThat(problem.path("code").asText()).as(body).isEqualTo(code);
    assertThat(problem.path("field").asText()).as(body).isEqualTo(field);
    assertThat(problem.path("detail").asText()).as(body).hasSizeBetween(10, 700);
    DESCRIBED.require(Exchanges.of(event, response));
    return problem;
  }

  private static APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    String path = event.getRouteKey().split(" ")[1];
    return switch (path) {
      case "/events" -> SHOP.ingest(event);
      case "/items", "/items/{id}" -> SHOP.catalog(event);
      case "/items/{id}/similar" -> SHOP.similar(event);
      case "/status", "/releases", "/releases/{id}/activate", "/trainings" -> SHOP.status(event);
      default -> SHOP.recommend(event);
    };
  }

  private static String filled(String text) {
    String ids = IntStream.range(0, 501).mapToObj(id -> "i" + id).collect(Collectors.joining(","));
    boolean json = text.startsWith("{\"");
    return text.replace("{long}", "x".repeat(300))
        .replace("{deep}", "not ".repeat(60) + "available")
        .replace("{wide}", "available or ".repeat(450) + "available")
        .replace("{10k}", "available or ".repeat(800) + "available")
        .replace("{nul}", "a\u0001")
        .replace("{many}", json ? "\"" + ids.replace(",", "\",\"") + "\"" : ids);
  }
}
