package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.akin.app.FindSimilarItems;
import dev.akin.app.RecommendRequest;
import dev.akin.app.SimilarRequest;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.gorse.GorseNeighbours;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import io.quarkus.funqy.Funq;

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
    request.onlyQuery("limit", "basis", "userId", "exclude");
    String user = request.query("userId");
    SimilarRequest.Basis basis = SimilarRequest.Basis.of(request.query("basis"));
    SimilarRequest similar =
        new SimilarRequest(
            new ItemId(request.pathParameter("id")),
            request.wholeNumber("limit", RecommendRequest.DEFAULT_LIMIT),
            basis,
            user == null ? null : new UserId(user),
            ListOptionsReader.items("exclude", request.values("exclude")));
    return Answer.ok(Answers.of(findSimilarItems.find(similar), basis.word()));
  }
}
