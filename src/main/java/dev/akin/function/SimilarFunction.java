package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.akin.app.Detail;
import dev.akin.app.FindSimilarItems;
import dev.akin.app.ListRules;
import dev.akin.app.RecommendRequest;
import dev.akin.app.SimilarRequest;
import dev.akin.function.Boundary.Answer;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import io.quarkus.funqy.Funq;
import java.util.List;

/// `GET /items/{id}/similar`.
public final class SimilarFunction {
  private final FindSimilarItems findSimilarItems;

  public SimilarFunction(FindSimilarItems findSimilarItems) {
    this.findSimilarItems = findSimilarItems;
  }

  @Funq("similar")
  public APIGatewayV2HTTPResponse similar(APIGatewayV2HTTPEvent event) {
    return Boundary.answer(
        event,
        request ->
            switch (request.route()) {
              case "GET /items/{id}/similar" -> find(request);
              default -> throw Boundary.noRoute();
            });
  }

  private Answer find(HttpRequest request) {
    request.onlyQuery("limit", "basis", "userId", "exclude", "filter", "fields");
    String user = request.query("userId");
    SimilarRequest similar =
        new SimilarRequest(
            new ItemId(request.pathParameter("id")),
            request.wholeNumber("limit", RecommendRequest.DEFAULT_LIMIT),
            SimilarRequest.Basis.of(request.query("basis")),
            user == null ? null : new UserId(user),
            ListOptionsReader.items("exclude", request.values("exclude")),
            ListRules.filter(request.query("filter")),
            new Detail(false, List.copyOf(request.values("fields"))));
    return Answer.ok(Answers.of(findSimilarItems.find(similar), similar));
  }
}
