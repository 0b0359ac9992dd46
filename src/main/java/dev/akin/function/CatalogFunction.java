package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.akin.app.ManageCatalog;
import dev.akin.app.ManageScenarios;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.wire.BatchAnswer;
import dev.akin.function.wire.ItemAnswer;
import dev.akin.port.Catalog;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import io.quarkus.funqy.Funq;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the shop keeps here: its items by `PUT`, `GET` and `DELETE /items/{id}`, `POST` and `GET
/// /items`; its scenarios by [ScenarioCalls].
public final class CatalogFunction {
  static final int MAX_ITEMS = 500;

  private final ManageCatalog catalog;
  private final ScenarioCalls scenarios;

  public CatalogFunction(ManageCatalog catalog, ManageScenarios scenarios) {
    this.catalog = catalog;
    this.scenarios = new ScenarioCalls(scenarios);
  }

  @Funq("catalog")
  public APIGatewayV2HTTPResponse catalog(APIGatewayV2HTTPEvent event) {
    return Boundary.answer(
        event,
        request ->
            switch (request.route()) {
              case "PUT /items/{id}" -> put(request);
              case "GET /items/{id}" -> find(request);
              case "DELETE /items/{id}" -> delete(request);
              case "POST /items" -> putAll(request);
              case "GET /items" -> page(request);
              case "PUT /scenarios/{name}" -> scenarios.put(request);
              case "GET /scenarios/{name}" -> scenarios.find(request);
              case "DELETE /scenarios/{name}" -> scenarios.delete(request);
              case "GET /scenarios" -> scenarios.list(request);
              default -> throw Boundary.noRoute();
            });
  }

  private Answer put(HttpRequest request) {
    String id = request.onlyQuery().pathParameter("id");
    Item item = ItemReader.read(new Fields(request.body()), id);
    boolean isNew = catalog.put(item);
    return new Answer(isNew ? 201 : 200, Answers.of(item));
  }

  private Answer find(HttpRequest request) {
    ItemId id = new ItemId(request.onlyQuery().pathParameter("id"));
    return catalog
        .find(id)
        .map(item -> Answer.ok(Answers.of(item)))
        .orElseThrow(CatalogFunction::unknown);
  }

  /// Deleting what is not there has the wished-for result, so it is no error.
  private Answer delete(HttpRequest request) {
    catalog.delete(new ItemId(request.onlyQuery().pathParameter("id")));
    return new Answer(204, null);
  }

  private Answer putAll(HttpRequest request) {
    Fields body = new Fields(request.onlyQuery().body()).only(Set.of("items"));
    List<JsonNode> records = body.batch("items", MAX_ITEMS);
    Batch<Item> batch = Batch.read("items", records, fields -> ItemReader.read(fields, null));
    Set<ItemId> failed = new HashSet<>(catalog.putAll(batch.values()));
    int accepted = 0;
    for (int i = 0; i < batch.values().size(); i++) {
      if (failed.contains(batch.values().get(i).id())) {
        batch.refusedByStore(i);
      } else {
        accepted++;
      }
    }
    batch.requireAny(accepted);
    return Answer.ok(new BatchAnswer(accepted, null, batch.rejected()));
  }

  private Answer page(HttpRequest request) {
    request.onlyQuery("cursor", "limit");
    int limit = request.wholeNumber("limit", ManageCatalog.DEFAULT_PAGE);
    Catalog.Page page = catalog.page(request.query("cursor"), limit);
    return Answer.ok(
        new ItemAnswer.Page(page.items().stream().map(Answers::of).toList(), page.next()));
  }

  private static HttpProblem unknown() {
    return HttpProblem.of(
        404, "unknown_item", "id", "there is no such item; PUT /items/{id} makes one");
  }
}
