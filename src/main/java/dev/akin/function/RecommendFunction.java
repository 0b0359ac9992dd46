package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.app.CategoriesRequest;
import dev.akin.app.ExplainRequest;
import dev.akin.app.ListsRequest;
import dev.akin.app.PopularRequest;
import dev.akin.app.RankRequest;
import dev.akin.app.RecommendItems;
import dev.akin.app.RecommendRequest;
import dev.akin.app.Scenarios;
import dev.akin.app.TrendingRequest;
import dev.akin.function.Boundary.Answer;
import io.quarkus.funqy.Funq;

/// `GET /users/{id}/recommendations`, `POST /recommendations`, `POST /rankings`, `GET
/// /users/{id}/categories`, `POST /categories`, `GET` and `POST /explain`, `GET /items/popular` and
/// `GET /items/trending`; and the lists of those who come from elsewhere.
public final class RecommendFunction {
  private final RecommendItems recommendItems;
  private final ScenarioOptions scenarios;
  private final ForeignLists foreign;

  public RecommendFunction(
      RecommendItems recommendItems, Scenarios scenarios, ForeignLists foreign) {
    this.recommendItems = recommendItems;
    this.scenarios = new ScenarioOptions(scenarios);
    this.foreign = foreign;
  }

  @Funq("recommend")
  public APIGatewayV2HTTPResponse recommend(APIGatewayV2HTTPEvent event) {
    return Boundary.answer(
        event,
        request ->
            switch (request.route()) {
              case "GET /users/{id}/recommendations" ->
                  scenarios.serving(
                      RecommendReader.options(request),
                      options -> recommend(RecommendReader.query(request, options)));
              case "POST /recommendations" -> oneOrSeveral(request.onlyQuery().body());
              case "POST /rankings" -> rank(RankReader.body(request.onlyQuery().body()));
              case "GET /users/{id}/categories" -> categories(CategoriesReader.query(request));
              case "POST /categories" ->
                  categories(CategoriesReader.body(request.onlyQuery().body()));
              case "GET /explain" -> explain(ExplainReader.query(request));
              case "POST /explain" -> explain(ExplainReader.body(request.onlyQuery().body()));
              case "GET /items/popular" -> popular(request);
              case "GET /items/trending" -> trending(request);
              default -> foreign.answer(request);
            });
  }

  private Answer oneOrSeveral(ObjectNode body) {
    return ListsReader.asked(body)
        ? scenarios.servingLists(body, merged -> recommend(ListsReader.read(merged)))
        : scenarios.serving(body, merged -> recommend(RecommendReader.body(merged)));
  }

  private Answer recommend(ListsRequest request) {
    return Answer.ok(Answers.of(recommendItems.recommend(request), request));
  }

  private Answer recommend(RecommendRequest request) {
    return Answer.ok(Answers.of(recommendItems.recommend(request), request.options().detail()));
  }

  private Answer rank(RankRequest request) {
    return Answer.ok(Answers.of(recommendItems.rank(request), request.options().detail()));
  }

  private Answer categories(CategoriesRequest request) {
    return Answer.ok(
        GroupAnswers.of(recommendItems.categories(request), request.options().detail()));
  }

  private Answer explain(ExplainReader.Asked asked) {
    return scenarios.serving(asked.list(), merged -> explain(asked.request(merged)));
  }

  private Answer explain(ExplainRequest request) {
    return Answer.ok(
        ExplainAnswers.of(
            recommendItems
                .explain(request)
                .orElseThrow(() ->
                    HttpProblem.of(
                        404,
                        "unknown_item",
                        "itemId",
                        "neither the release nor the catalogue knows this item; PUT /items/{id}"
                            + " makes it known"))));
  }

  private Answer popular(HttpRequest request) {
    request.onlyQuery("limit", "category", "filter", "fields", RecommendReader.CURSOR);
    PopularRequest popular =
        new PopularRequest(
            RecommendReader.impersonal(request), request.query(RecommendReader.CURSOR));
    return Answer.ok(Answers.of(recommendItems.popular(popular), popular.options().detail()));
  }

  private Answer trending(HttpRequest request) {
    request.onlyQuery("limit", "category", "filter", "fields", "window", RecommendReader.CURSOR);
    TrendingRequest trending =
        TrendingRequest.of(RecommendReader.impersonal(request), request.query("window"))
            .after(request.query(RecommendReader.CURSOR));
    return Answer.ok(Answers.of(recommendItems.trending(trending), trending.options().detail()));
  }
}
