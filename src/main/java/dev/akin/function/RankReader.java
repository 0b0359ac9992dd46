package dev.akin.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.Narrowing;
import dev.akin.app.RankRequest;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads what is to be put in order: the body of `POST /rankings`.
final class RankReader {
  /// What changes an order or tells more of it; the other options of lists fill and cut them.
  private static final Set<String> OPTIONS =
      Set.of(
          "strategy",
          "excludeSeen",
          "filter",
          "parameters",
          "itemId",
          "boost",
          "diversity",
          "context",
          "reasons",
          "fields");

  private static final String ITEMS = "items";
  private static final String HINT =
      "; a ranking is of all items that are given, so options that fill or cut a list have no"
          + " place in it";

  private RankReader() {}

  static RankRequest body(ObjectNode body) {
    Set<String> known = new HashSet<>(OPTIONS);
    known.addAll(RecommendReader.SOURCES);
    known.add(ITEMS);
    Fields fields = new Fields(body).only(known, HINT);
    Narrowing narrowing =
        new Narrowing(null, Set.of(), fields.flag("excludeSeen", false), List.of());
    return new RankRequest(
        RecommendReader.source(fields),
        items(fields),
        ListOptionsReader.read(fields).with(narrowing));
  }

  private static List<ItemId> items(Fields fields) {
    fields.batch(ITEMS, RankRequest.MOST_ITEMS);
    List<ItemId> items = new ArrayList<>();
    for (String id : fields.texts(ITEMS)) {
      try {
        items.add(new ItemId(id));
      } catch (InvalidFieldException invalid) {
        throw new InvalidFieldException(
            ITEMS + "[" + items.size() + "]", invalid.code(), invalid.remedy());
      }
    }
    return items;
  }
}
