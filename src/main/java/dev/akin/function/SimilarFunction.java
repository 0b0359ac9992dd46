package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.akin.app.Detail;
import dev.akin.app.FindSimilarItems;
import dev.akin.app.ListRules;
import dev.akin.app.RecommendRequest;
import dev.akin.app.SimilarRequest;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.gorse.GorseNeighbours;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import io.quarkus.funqy.Funq;
import java.util.List;

/// `GET /items/{id}/similar`, and its like for those who come from elsewhere.
public final class SimilarFunction {
  private final FindSimilarItems findSimilarItems;
  private final GorseNeighbours gorse;

  public SimilarFunction(FindSimilarItems findSimilarItems, GorseNeighbours gorse) {
    this.findSimilarItems = findSimilarItems;
    this.gorse = gorse;
  }

  @Funq("similar")
  public APIGatewayV2HTTPResponse similar(APIGatewayV2HTTPEvent event) {
    return Boundary.answer(
        event,
        request ->
            switch (request.route()) {
              case "GET /items/{id}/similar" -> find(request);
              default -> gorse.answer(request);
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
