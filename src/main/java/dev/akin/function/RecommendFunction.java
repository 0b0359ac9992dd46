package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.akin.app.PopularRequest;
import dev.akin.app.RecommendItems;
import dev.akin.app.RecommendRequest;
import dev.akin.app.Scenarios;
import dev.akin.app.TrendingRequest;
import dev.akin.function.Boundary.Answer;
import io.quarkus.funqy.Funq;

/// `GET /users/{id}/recommendations`, `POST /recommendations`, `GET /items/popular` and `GET
/// /items/trending`.
public final class RecommendFunction {
  private final RecommendItems recommendItems;
  private final ScenarioOptions scenarios;

  public RecommendFunction(RecommendItems recommendItems, Scenarios scenarios) {
    this.recommendItems = recommendItems;
    this.scenarios = new ScenarioOptions(scenarios);
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
              case "POST /recommendations" ->
                  scenarios.serving(
                      request.onlyQuery().body(), body -> recommend(RecommendReader.body(body)));
              case "GET /items/popular" -> popular(request);
              case "GET /items/trending" -> trending(request);
              default -> throw Boundary.noRoute();
            });
  }

  private Answer recommend(RecommendRequest request) {
    return Answer.ok(Answers.of(recommendItems.recommend(request), request.options().detail()));
  }

  private Answer popular(HttpRequest request) {
    request.onlyQuery("limit", "category", "filter", "fields");
    PopularRequest popular = new PopularRequest(RecommendReader.impersonal(request));
    return Answer.ok(Answers.of(recommendItems.popular(popular), popular.options().detail()));
  }

  private Answer trending(HttpRequest request) {
    request.onlyQuery("limit", "category", "filter", "fields", "window");
    TrendingRequest trending =
        TrendingRequest.of(RecommendReader.impersonal(request), request.query("window"));
    return Answer.ok(Answers.of(recommendItems.trending(trending), trending.options().detail()));
  }
}
