package dev.akin.function;

import static dev.akin.function.Refusals.filled;
import static dev.akin.function.Refusals.refuses;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong is told with its field and what to do, whatever it is: never a 500, and never as
/// if it were right. What the words in braces stand for, says [Refusals].
class BadInputTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /users/{id}/recommendations | ann    | limit=0          | out_of_range      | limit",
        "GET /users/{id}/recommendations | ann    | limit=101        | out_of_range      | limit",
        "GET /users/{id}/recommendations | ann    | limit=9999999999 | wrong_type        | limit",
        "GET /users/{id}/recommendations | ann    | limit=1.5        | wrong_type        | limit",
        "GET /users/{id}/recommendations | ann    | limit=           | wrong_type        | limit",
        "GET /users/{id}/recommendations | ann    | limit=+5         | wrong_type        | limit",
        "GET /users/{id}/recommendations | ann    | limit=\u0665    | wrong_type        | limit",
        "GET /users/{id}/recommendations | ann    | diversity=0x1p-1 | wrong_type        | diversity",
        "GET /users/{id}/recommendations | ann    | novelty=0.5f     | wrong_type        | novelty",
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
        "GET /users/{id}/recommendations | ann    | scenario=        | bad_name          | scenario",
        "GET /users/{id}/recommendations | ann    | scenario=Home    | bad_name          | scenario",
        "GET /users/{id}/recommendations | ann    | scenario={long}  | bad_name          | scenario",
        "GET /users/{id}/recommendations | ann    | scenario=none    | unknown_scenario  | scenario",
        "GET /users/{id}/recommendations | ann    | context=         | wrong_type        | context",
        "GET /users/{id}/recommendations | ann    | context=device   | wrong_type        | context",
        "GET /users/{id}/recommendations | ann    | context=:mobile  | wrong_type        | context",
        "GET /users/{id}/recommendations | ann    | context=a:{long} | too_long          | context",
        "GET /scenarios                  |        | limit=1          | unknown_parameter | limit",
        "GET /scenarios/{name}           | home   | as=text          | unknown_parameter | as",
        "GET /scenarios/{name}           | {long} |                  | bad_name          | name",
        "DELETE /scenarios/{name}        | {nul}  |                  | bad_name          | name",
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
        "GET /users/{id}/similar         | ann    | limit=0          | out_of_range      | limit",
        "GET /users/{id}/similar         | ann    | limit=101        | out_of_range      | limit",
        "GET /users/{id}/similar         | ann    | limit=ten        | wrong_type        | limit",
        "GET /users/{id}/similar         | ann    | basis=content    | unknown_parameter | basis",
        "GET /users/{id}/similar         | {long} |                  | too_long          | userId",
        "GET /users/{id}/categories      | ann    | limit=0          | out_of_range      | limit",
        "GET /users/{id}/categories      | ann    | limit=101        | out_of_range      | limit",
        "GET /users/{id}/categories      | ann    | items=11         | out_of_range      | items",
        "GET /users/{id}/categories      | ann    | items=ten        | wrong_type        | items",
        "GET /users/{id}/categories      | ann    | level=11         | out_of_range      | level",
        "GET /users/{id}/categories      | ann    | level=top        | wrong_type        | level",
        "GET /users/{id}/categories      | ann    | by=              | bad_name          | by",
        "GET /users/{id}/categories      | ann    | by={long}        | bad_name          | by",
        "GET /users/{id}/categories      | ann    | by=colour        | unknown_name      | by",
        "GET /users/{id}/categories      | ann    | filter=price <   | syntax            | filter",
        "GET /users/{id}/categories      | ann    | diversity=1      | unknown_parameter | diversity",
        "GET /users/{id}/categories      | {nul}  |                  | control_character | userId",
        "GET /items/{id}/users           | mug    | limit=0          | out_of_range      | limit",
        "GET /items/{id}/users           | mug    | limit=101        | out_of_range      | limit",
        "GET /items/{id}/users           | mug    | excludeBuyers=1  | wrong_type        | excludeBuyers",
        "GET /items/{id}/users           | mug    | userId=ann       | unknown_parameter | userId",
        "GET /items/{id}/users           | {long} |                  | too_long          | itemId",
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
        "{\"userId\":\"a\",\"context\":\"mobile\"}            | wrong_type    | context",
        "{\"userId\":\"a\",\"context\":{\"a\":1}}              | wrong_type    | context",
        "{\"userId\":\"a\",\"context\":{\"\":\"a\"}}           | too_long      | context",
        "{\"userId\":\"a\",\"context\":{\"a\":\"{long}\"}}     | too_long      | context",
        "{\"userId\":\"a\",\"context\":{{words}}}             | too_many      | context",
        "{\"userId\":\"a\",\"offset\":10}                         | unknown_field | offset",
        "{\"userId\":\"a\",\"cursor\":2}                          | wrong_type    | cursor",
        "{\"userId\":\"a\",\"cursor\":\"2\"}                      | bad_cursor    | cursor",
        "{\"userId\":\"a\",\"scenario\":7}                        | wrong_type    | scenario",
        "{\"userId\":\"a\",\"scenario\":\"none\"}                 | unknown_scenario | scenario",
        "{\"userId\":\"a\",\"scenario\":\"home\",\"limit\":0}       | out_of_range  | limit",
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
        "\"limit\":0                              | out_of_range     | limit",
        "\"limit\":50,\"items\":3               | out_of_range     | items",
        "\"items\":[\"kitchen-1\"]              | wrong_type       | items",
        "\"by\":7                                 | wrong_type       | by",
        "\"by\":\" \"                           | bad_name         | by",
        "\"by\":\"attributes.\"                 | bad_name         | by",
        "\"by\":\"tags\",\"level\":1          | out_of_range     | level",
        "\"level\":-1                             | out_of_range     | level",
        "\"level\":1.5                            | wrong_type       | level",
        "\"sessionId\":\"s\"                    | contradiction    | userId",
        "\"strategy\":\"magic\"                 | unknown_strategy | strategy",
        "\"excludeEvents\":[{}]                   | missing          | excludeEvents[0].type",
        "\"scenario\":\"home\"                  | unknown_field    | scenario",
        "\"caps\":[]                              | unknown_field    | caps"
      })
  void whichCategoriesAreWantedIsReadStrictly(String members, String code, String field)
      throws IOException {
    String body = "{\"userId\":\"a\"," + members + "}";
    refuses(Call.of("POST /categories").body(body), 400, code, field);
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
        "{\"createdAt\":-1}                            | wrong_type   | createdAt",
        "{\"createdAt\":10000000000000}                | wrong_type   | createdAt",
        "{\"expiresAt\":1795517940000000}              | wrong_type   | expiresAt",
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
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"limit\":0}                                 | out_of_range     | limit",
        "{\"limit\":\"3\"}                             | wrong_type       | limit",
        "{\"strategy\":\"magic\"}                      | unknown_strategy | strategy",
        "{\"filter\":\"price <\"}                      | syntax           | filter",
        "{\"filter\":\"{deep}\"}                       | too_large        | filter",
        "{\"boost\":[{\"when\":\"price\",\"by\":2}]}   | type             | boost[0].when",
        "{\"parameters\":{\"a\":{}}}                   | wrong_type       | parameters.a",
        "{\"exclude\":[{many}]}                        | too_many         | exclude",
        "{\"sessionId\":\"visit-1\"}                   | unknown_field    | sessionId",
        "{\"cursor\":\"abc\"}                          | unknown_field    | cursor",
        "{\"scenario\":\"home\"}                       | unknown_field    | scenario",
        "[]                                            | wrong_type       | body",
        "{                                             | malformed_json   | body"
      })
  void scenariosAreReadStrictly(String body, String code, String field) throws IOException {
    refuses(Call.of("PUT /scenarios/{name}").id("home").body(filled(body)), 400, code, field);
  }

  @Test
  void aScenarioOfMoreThan16KilobytesIsTooLarge() throws IOException {
    String body = "{\"parameters\":{\"a\":[" + "\"0123456789\",".repeat(1_300) + "\"\"]}}";
    refuses(Call.of("PUT /scenarios/{name}").id("home").body(body), 413, "too_large", "body");
  }

  @ParameterizedTest
  @CsvSource({"GET /items/{id},unknown_item", "POST /releases/{id}/activate,unknown_release"})
  void whatIsNotThereIsNotFound(String route, String code) throws IOException {
    refuses(Call.of(route).id("none"), 404, code, "id");
  }
}
