package dev.akin.function.personalize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akin.app.Detail;
import dev.akin.app.FindSimilarItems;
import dev.akin.app.HistorySource;
import dev.akin.app.ListOptions;
import dev.akin.app.ListRules;
import dev.akin.app.Narrowing;
import dev.akin.app.RankRequest;
import dev.akin.app.RecommendItems;
import dev.akin.app.RecommendRequest;
import dev.akin.app.Recommendations;
import dev.akin.app.SimilarRequest;
import dev.akin.app.SimilarRequest.Basis;
import dev.akin.app.Tuning;
import dev.akin.function.Boundary;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.Fields;
import dev.akin.function.HttpRequest;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// GetRecommendations and GetPersonalizedRanking. What a campaign stands for is decided by
/// [Recommender].
public final class PersonalizeLists {
  private static final int DEFAULT_RESULTS = 25;
  private static final Set<String> FIELDS =
      Set.of(
          "campaignArn",
          "recommenderArn",
          "itemId",
          "userId",
          "numResults",
          "context",
          "filterArn",
          "filterValues",
          "promotions",
          "metadataColumns");

  private static final Set<String> RANKING_FIELDS =
      Set.of(
          "campaignArn",
          "inputList",
          "userId",
          "context",
          "filterArn",
          "filterValues",
          "metadataColumns");

  private final RecommendItems recommendItems;
  private final FindSimilarItems findSimilarItems;

  public PersonalizeLists(RecommendItems recommendItems, FindSimilarItems findSimilarItems) {
    this.recommendItems = recommendItems;
    this.findSimilarItems = findSimilarItems;
  }

  public Answer answer(HttpRequest request) {
    return PersonalizeNames.LISTS.in(() ->
        switch (request.route()) {
          case "POST /personalize/recommendations" ->
              recommend(new Fields(request.onlyQuery().body()).only(FIELDS));
          case "POST /personalize/personalize-ranking" ->
              rank(new Fields(request.onlyQuery().body()).only(RANKING_FIELDS));
          default -> throw Boundary.noRoute();
        });
  }

  private Answer recommend(Fields fields) {
    refuseFilters(fields);
    requireTexts(fields, "context");
    return switch (Recommender.of(fields)) {
      case Recommender.Ranked ranked -> ranked(fields, ranked.strategy());
      case Recommender.Similar similar -> similar(fields, similar.basis());
    };
  }

  private Answer ranked(Fields fields, @Nullable String strategy) {
    String user = fields.text("userId");
    if (user == null && !("popular".equals(strategy) || "trending".equals(strategy))) {
      throw new InvalidFieldException(
          "userId", "missing", "give userId, or itemId for items that are like it");
    }
    List<String> columns = PersonalizeColumns.wanted(fields);
    HistorySource source =
        user == null
            ? new HistorySource.Given(List.of())
            : new HistorySource.OfSubject(new UserId(user));
    ListOptions options =
        new ListOptions(
            results(fields),
            strategy,
            Narrowing.UNSEEN,
            ListRules.NONE,
            Tuning.NONE,
            new Detail(false, PersonalizeColumns.fields(columns)));
    Recommendations found = recommendItems.recommend(new RecommendRequest(source, options));
    return Answer.ok(
        new PredictedItems(
            found.items().stream().map(item -> PredictedItem.of(item, columns)).toList(),
            found.recommendationId()));
  }

  private Answer similar(Fields fields, Basis basis) {
    if (!PersonalizeColumns.wanted(fields).isEmpty()) {
      throw new InvalidFieldException(
          "metadataColumns",
          "unknown_name",
          "items like an item come without columns; leave metadataColumns out");
    }
    String user = fields.text("userId");
    SimilarRequest request =
        new SimilarRequest(
            new ItemId(fields.requiredText("itemId")),
            results(fields),
            basis,
            user == null ? null : new UserId(user),
            Set.of());
    return Answer.ok(
        new PredictedItems(
            findSimilarItems.find(request).items().stream()
                .map(item -> PredictedItem.of(item, List.of()))
                .toList(),
            null));
  }

  private Answer rank(Fields fields) {
    refuseFilters(fields);
    requireTexts(fields, "context");
    PersonalizeNames.resource(fields, "campaignArn", "campaign");
    List<String> columns = PersonalizeColumns.wanted(fields);
    RankRequest request =
        new RankRequest(
            new HistorySource.OfSubject(new UserId(fields.requiredText("userId"))),
            inputList(fields),
            ListOptions.USUAL.with(new Detail(false, PersonalizeColumns.fields(columns))));
    Recommendations found = recommendItems.rank(request).order();
    return Answer.ok(
        new PredictedRanking(
            found.items().stream().map(item -> PredictedItem.of(item, columns)).toList(),
            found.recommendationId()));
  }

  private static List<ItemId> inputList(Fields fields) {
    List<ItemId> items = new ArrayList<>();
    for (String id : fields.texts("inputList")) {
      String path = "inputList[" + items.size() + "]";
      try {
        items.add(new ItemId(id));
      } catch (InvalidFieldException invalid) {
        throw new InvalidFieldException(path, invalid.code(), invalid.remedy());
      }
    }
    return items;
  }

  private static int results(Fields fields) {
    Integer results = fields.wholeNumber("numResults");
    return results == null ? DEFAULT_RESULTS : results;
  }

  /// Contextual metadata: taken as text, and not learned from.
  private static void requireTexts(Fields fields, String field) {
    for (JsonNode value : fields.members(field).values()) {
      if (!value.isTextual()) {
        throw Fields.wrongType(field, "an object of texts");
      }
    }
  }

  /// Without the filter a list might show what it must not.
  private static void refuseFilters(Fields fields) {
    for (String field : List.of("filterArn", "filterValues", "promotions")) {
      JsonNode given = fields.any(field);
      if (given != null && (given.isTextual() || !given.isEmpty())) {
        throw new InvalidFieldException(
            field,
            "unknown_name",
            "there is no such filter here; leave "
                + field
                + " out, or ask POST /recommendations with the option filter or promotions");
      }
    }
  }
}
