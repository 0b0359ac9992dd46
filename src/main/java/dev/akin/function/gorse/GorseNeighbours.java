package dev.akin.function.gorse;

import dev.akin.app.Detail;
import dev.akin.app.FindSimilarItems;
import dev.akin.app.ListRules;
import dev.akin.app.SimilarRequest;
import dev.akin.app.SimilarRequest.Basis;
import dev.akin.function.Boundary;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.HttpRequest;
import dev.akin.shop.ItemId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Gorse's lists of items like an item.
public final class GorseNeighbours {
  private final FindSimilarItems findSimilarItems;

  public GorseNeighbours(FindSimilarItems findSimilarItems) {
    this.findSimilarItems = findSimilarItems;
  }

  public Answer answer(HttpRequest given) {
    HttpRequest request = GorseRoutes.named(given);
    return GorseNames.NAMES.in(() ->
        switch (GorseRoutes.plain(request)) {
          case "GET /gorse/api/item-to-item/{name}/{id}" ->
              find(request, basis(request.pathParameter("name")));
          case "GET /gorse/api/item/{id}/neighbors" -> find(request, Basis.BEHAVIOUR);
          default -> throw Boundary.noRoute();
        });
  }

  private Answer find(HttpRequest request, Basis basis) {
    request.onlyQuery("n", "offset", "category", GorseNames.USER);
    GorsePage page = GorsePage.of(request);
    List<String> categories = GorseCategories.of(request);
    SimilarRequest similar =
        new SimilarRequest(
            new ItemId(request.pathParameter("id")),
            page.end(),
            basis,
            GorseNames.user(request),
            Set.of(),
            ListRules.filter(GorseCategories.all(categories)),
            Detail.PLAIN);
    return Answer.ok(page.scores(findSimilarItems.find(similar).items()));
  }

  /// Gorse's names for such lists are the shop's own: one of our words means what it says, and
  /// those of Gorse's types that compare descriptions mean content.
  private static Basis basis(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    if (plain.contains("tags") || plain.contains("embedding")) {
      return Basis.CONTENT;
    }
    return Arrays.stream(Basis.values())
        .filter(basis -> basis.word().equals(plain))
        .findFirst()
        .orElse(Basis.BEHAVIOUR);
  }
}
