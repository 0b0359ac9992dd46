package dev.akin.function.personalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.Detail;
import dev.akin.app.FindSimilarItems;
import dev.akin.app.HistorySource;
import dev.akin.app.ListRules;
import dev.akin.app.RankRequest;
import dev.akin.app.RecommendItems;
import dev.akin.app.RecommendRequest;
import dev.akin.app.Recommendations;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.app.SimilarRequest;
import dev.akin.app.SimilarRequest.Basis;
import dev.akin.function.Boundary;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.Fields;
import dev.akin.function.HttpRequest;
import dev.akin.function.ListOptionsReader;
import dev.akin.function.ScenarioOptions;
import dev.akin.shop.Attribution;
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
  private final ScenarioOptions scenarios;

  public PersonalizeLists(
      RecommendItems recommendItems, FindSimilarItems findSimilarItems, ScenarioOptions scenarios) {
    this.recommendItems = recommendItems;
    this.findSimilarItems = findSimilarItems;
    this.scenarios = scenarios;
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
    refusePromotions(fields);
    context(fields);
    return switch (Recommender.of(fields)) {
      case Recommender.Ranked ranked -> ranked(fields, ranked.strategy());
      case Recommender.Similar similar -> similar(fields, similar.basis());
    };
  }

  private Answer ranked(Fields fields, @Nullable String strategy) {
    String user = fields.text("userId");
    if (user == null && (strategy == null || !Recommender.IMPERSONAL.contains(strategy))) {
      throw new InvalidFieldException(
          "userId", "missing", "give userId, or itemId for items that are like it");
    }
    List<String> columns = PersonalizeColumns.wanted(fields);
    HistorySource source =
        user == null
            ? new HistorySource.Given(List.of())
            : new HistorySource.OfSubject(new UserId(user));
    ObjectNode own = options(fields, columns).put("limit", results(fields));
    if (strategy != null) {
      own.put("strategy", strategy);
    }
    return scenarios.serving(
        own,
        options -> {
          Recommendations found =
              recommendItems.recommend(
                  new RecommendRequest(source, ListOptionsReader.read(new Fields(options))));
          return Answer.ok(
              new PredictedItems(predicted(found.items(), columns), found.recommendationId()));
        });
  }

  private Answer similar(Fields fields, Basis basis) {
    List<String> columns = PersonalizeColumns.wanted(fields);
    String user = fields.text("userId");
    SimilarRequest plain =
        new SimilarRequest(
            new ItemId(fields.requiredText("itemId")),
            results(fields),
            basis,
            user == null ? null : new UserId(user),
            Set.of(),
            ListRules.NONE,
            new Detail(false, PersonalizeColumns.fields(columns)));
    return scenarios.serving(
        options(fields, List.of()),
        options -> {
          ListRules rules = ListOptionsReader.read(new Fields(options)).rules().filtering();
          return Answer.ok(
              new PredictedItems(
                  predicted(findSimilarItems.find(plain.with(rules)).items(), columns), null));
        });
  }

  private Answer rank(Fields fields) {
    PersonalizeNames.resource(fields, "campaignArn", "campaign");
    List<String> columns = PersonalizeColumns.wanted(fields);
    HistorySource source = new HistorySource.OfSubject(new UserId(fields.requiredText("userId")));
    List<ItemId> items = inputList(fields);
    return scenarios.serving(
        options(fields, columns).put("excludeSeen", false),
        options -> {
          RankRequest request =
              new RankRequest(source, items, ListOptionsReader.read(new Fields(options)));
          Recommendations found = recommendItems.rank(request).order();
          return Answer.ok(
              new PredictedRanking(predicted(found.items(), columns), found.recommendationId()));
        });
  }

  /// The options of a list as our own calls take them.
  private static ObjectNode options(Fields fields, List<String> columns) {
    ObjectNode options = JsonNodeFactory.instance.objectNode().put("reasons", false);
    PersonalizeFilter.lend(fields, options);
    ObjectNode context = context(fields);
    if (!context.isEmpty()) {
      options.set("context", context);
    }
    if (!columns.isEmpty()) {
      PersonalizeColumns.fields(columns).forEach(options.putArray("fields")::add);
    }
    return options;
  }

  private static List<PredictedItem> predicted(List<RecommendedItem> items, List<String> columns) {
    return items.stream().map(item -> PredictedItem.of(item, columns)).toList();
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

  /// Contextual metadata. Theirs may be longer than ours: what does not fit is left out, as it is
  /// of events.
  private static ObjectNode context(Fields fields) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    fields
        .members("context")
        .forEach((name, value) -> {
          if (!value.isTextual()) {
            throw Fields.wrongType("context", "an object of texts");
          }
          if (context.size() < Attribution.MAX_CONTEXT
              && Attribution.fits(name, value.textValue())) {
            context.set(name, value);
          }
        });
    return context;
  }

  /// Without them a list would not be what was asked for.
  private static void refusePromotions(Fields fields) {
    List<JsonNode> promotions = fields.list("promotions");
    if (promotions != null && !promotions.isEmpty()) {
      throw new InvalidFieldException(
          "promotions",
          "unknown_name",
          "promotions belong to the scenario that filterArn names, PUT /scenarios/{name}; leave"
              + " promotions out");
    }
  }
}
