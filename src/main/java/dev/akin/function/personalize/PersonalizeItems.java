package dev.akin.function.personalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.ManageCatalog;
import dev.akin.function.Boundary;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.Fields;
import dev.akin.function.HttpRequest;
import dev.akin.port.StorageException;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// PutItems: an item that is put replaces what was known of it.
public final class PersonalizeItems {
  private static final String PROPERTIES = "properties";

  private final ManageCatalog catalog;

  public PersonalizeItems(ManageCatalog catalog) {
    this.catalog = catalog;
  }

  public Answer answer(HttpRequest request) {
    return switch (request.route()) {
      case "POST /personalize/items" ->
          PersonalizeNames.RECORDS.in(() -> put(new Fields(request.onlyQuery().body())));
      default -> throw Boundary.noRoute();
    };
  }

  private Answer put(Fields body) {
    PersonalizeNames.resource(body.only(Set.of("datasetArn", "items")), "datasetArn", "dataset");
    List<Item> items = PersonalizeEvents.all(body, "items", PersonalizeItems::item);
    if (!catalog.putAll(items).isEmpty()) {
      throw new StorageException("the store did not take every item");
    }
    return new Answer(200, null);
  }

  private static Item item(ObjectNode item) {
    Fields fields = new Fields(item, PersonalizeItems::mayHaveLostLetters);
    fields.only(Set.of("itemId", PROPERTIES));
    ItemId id = ItemId.ofCatalogue(fields.requiredText("itemId"));
    PersonalizeItemDraft draft = new PersonalizeItemDraft(id);
    for (Map.Entry<String, JsonNode> property :
        PersonalizeProperties.of(fields, PROPERTIES).entrySet()) {
      if (!property.getValue().isNull()) {
        draft.set(property.getKey(), property.getValue());
      }
    }
    return draft.item();
  }

  /// Whether a path leads to what becomes title or description. Properties that are sent as text
  /// are looked at once they are parsed.
  private static boolean mayHaveLostLetters(String path) {
    return path.equals(PROPERTIES)
        || (path.startsWith(PROPERTIES + ".")
            && PersonalizeColumns.isProse(path.substring(PROPERTIES.length() + 1)));
  }
}
