package dev.akin.function;

import static dev.akin.function.Refusals.filled;
import static dev.akin.function.Refusals.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with the options of a list is told with the option and what to do, whichever call
/// it is in. What the words in braces stand for, says [Refusals].
class BadListOptionsTest {
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
        "\"caps\":[{\"field\":\"categories\",\"most\":1,\"strict\":1}] | wrong_type | caps[0].strict",
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

  @ParameterizedTest
  @CsvSource({
    "filter=price <,syntax,filter",
    "filter=prise < 5,unknown_name,filter",
    "filter=price < $most,parameter,filter",
    "filter={deep},too_large,filter",
    "filter={10k},too_large,filter",
    "fields=name,unknown_name,fields",
    "fields={many},too_many,fields",
    "boost=2,unknown_parameter,boost"
  })
  void theSameOfSimilarItems(String query, String code, String field) throws IOException {
    String[] pair = query.split("=", 2);
    Call call = Call.of("GET /items/{id}/similar").id("kitchen-1");
    refuses(call.query(pair[0], filled(pair[1])), 400, code, field);
  }

  @Test
  void aRefusedExpressionSaysWhere() throws IOException {
    String body = "{\"userId\":\"ann\",\"filter\":\"available and prise < 5\"}";
    JsonNode problem =
        refuses(Call.of("POST /recommendations").body(body), 400, "unknown_name", "filter");

    assertThat(problem.path("column").asInt()).isEqualTo(15);
    assertThat(problem.path("detail").asText()).contains("prise", "price");
  }
}
