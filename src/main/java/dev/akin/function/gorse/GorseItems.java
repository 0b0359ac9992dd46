package dev.akin.function.gorse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.ManageCatalog;
import dev.akin.function.Boundary;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.HttpProblem;
import dev.akin.function.HttpRequest;
import dev.akin.port.Catalog;
import dev.akin.port.StorageException;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.List;
import java.util.function.UnaryOperator;

/// Gorse's items, as ours.
public final class GorseItems {
  private static final int DEFAULT_N = 10;

  private final ManageCatalog catalog;

  public GorseItems(ManageCatalog catalog) {
    this.catalog = catalog;
  }

  public Answer answer(HttpRequest request) {
    return GorseNames.NAMES.in(() ->
        switch (request.route()) {
          case "POST /gorse/api/item" ->
              put(List.of(GorseItemReader.item(GorseRecords.fields(request.onlyQuery().body()))));
          case "POST /gorse/api/items" ->
              put(GorseRecords.all(request.onlyQuery().listBody(), GorseItemReader::item));
          case "GET /gorse/api/items" -> page(request);
          case "GET /gorse/api/item/{id}" ->
              Answer.ok(GorseItem.of(known(id(request.onlyQuery()))));
          case "PATCH /gorse/api/item/{id}" -> patch(request);
          case "DELETE /gorse/api/item/{id}" ->
              Answer.ok(new GorseRows(catalog.delete(id(request.onlyQuery())) ? 1 : 0));
          case "PUT /gorse/api/item/{id}/category/{category}" -> category(request, true);
          case "DELETE /gorse/api/item/{id}/category/{category}" -> category(request, false);
          default -> throw Boundary.noRoute();
        });
  }

  private Answer put(List<Item> items) {
    if (!catalog.putAll(items).isEmpty()) {
      throw new StorageException("the store did not take every item");
    }
    return Answer.ok(new GorseRows(items.size()));
  }

  private Answer patch(HttpRequest request) {
    ObjectNode body = request.onlyQuery().body();
    return change(request, item -> GorseItemReader.patched(item, GorseRecords.fields(body)));
  }

  private Answer category(HttpRequest request, boolean in) {
    String category = request.onlyQuery().pathParameter("category");
    return change(request, item -> GorseCategories.changed(item, category, in));
  }

  private Answer change(HttpRequest request, UnaryOperator<Item> change) {
    return catalog
        .change(id(request), change)
        .map(_ -> Answer.ok(new GorseRows(1)))
        .orElseThrow(GorseItems::unknown);
  }

  private Answer page(HttpRequest request) {
    request.onlyQuery("n", "cursor", "Cursor");
    int n = request.wholeNumber("n", DEFAULT_N);
    if (n < 1 || n > ManageCatalog.MAX_PAGE) {
      throw new InvalidFieldException(
          "n", "out_of_range", "n must be 1 to " + ManageCatalog.MAX_PAGE);
    }
    String cursor = request.query(request.query("cursor") == null ? "Cursor" : "cursor");
    Catalog.Page page = catalog.page(cursor == null || cursor.isEmpty() ? null : cursor, n);
    return Answer.ok(
        new GorseItem.Page(
            page.next() == null ? "" : page.next(),
            page.items().stream().map(GorseItem::of).toList()));
  }

  private Item known(ItemId id) {
    return catalog.find(id).orElseThrow(GorseItems::unknown);
  }

  private static HttpProblem unknown() {
    return HttpProblem.of(
        404, "unknown_item", "id", "there is no such item; POST /gorse/api/item makes one");
  }

  private static ItemId id(HttpRequest request) {
    return new ItemId(request.pathParameter("id"));
  }
}
