package dev.akin.function.gorse;

import dev.akin.app.Detail;
import dev.akin.app.HistorySource;
import dev.akin.app.ListOptions;
import dev.akin.app.ListRules;
import dev.akin.app.Narrowing;
import dev.akin.app.RecommendItems;
import dev.akin.app.RecommendRequest;
import dev.akin.app.Recommendations.RecommendedItem;
import dev.akin.app.Tuning;
import dev.akin.function.Boundary;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.EventTypes;
import dev.akin.function.HttpRequest;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gorse's lists: for a user, for a session, popular, latest, and those that it calls
/// non-personalized.
public final class GorseLists {
  private static final String POPULAR = "popular";
  private static final String TRENDING = "trending";
  private static final String NEWEST = "newest";
  private static final String CATEGORY = "category";

  /// Asks for scores with the items.
  private static final String VERSION_2 = "2";

  private final RecommendItems recommendItems;
  private final GorseFeedbackReader feedback;

  /// @param types what the types of feedback mean
  public GorseLists(RecommendItems recommendItems, EventTypes types) {
    this.recommendItems = recommendItems;
    this.feedback = new GorseFeedbackReader(types);
  }

  public Answer answer(HttpRequest given) {
    HttpRequest request = GorseRoutes.named(given);
    return GorseNames.NAMES.in(() ->
        switch (GorseRoutes.plain(request)) {
          case "GET /gorse/api/recommend/{id}" -> recommend(request);
          case "POST /gorse/api/session/recommend" -> session(request);
          case "GET /gorse/api/popular" -> common(request, POPULAR);
          case "GET /gorse/api/latest" -> common(request, NEWEST);
          case "GET /gorse/api/non-personalized/{name}" ->
              common(request, named(request.pathParameter("name")));
          default -> throw Boundary.noRoute();
        });
  }

  private Answer recommend(HttpRequest request) {
    request.onlyQuery("n", "offset", CATEGORY, "write-back-type", "write-back-delay");
    refuseWriteBack(request);
    GorsePage page = GorsePage.of(request);
    UserId user = new UserId(request.pathParameter("id"));
    List<GorseScore> scores =
        page.scores(ranked(new HistorySource.OfSubject(user), options(request, page, true, null)));
    return Answer.ok(
        VERSION_2.equals(request.header("x-api-version"))
            ? scores
            : scores.stream().map(GorseScore::id).toList());
  }

  private Answer session(HttpRequest request) {
    request.onlyQuery("n", "offset", CATEGORY);
    GorsePage page = GorsePage.of(request);
    HistorySource source =
        new HistorySource.Given(GorseRecords.all(request.listBody(), feedback::past));
    return Answer.ok(page.scores(ranked(source, options(request, page, true, null))));
  }

  /// A list that is the same for everybody, but for what one user has seen.
  private Answer common(HttpRequest request, String strategy) {
    request.onlyQuery("n", "offset", CATEGORY, GorseNames.USER);
    GorsePage page = GorsePage.of(request);
    UserId user = GorseNames.user(request);
    HistorySource source =
        user == null ? new HistorySource.Given(List.of()) : new HistorySource.OfSubject(user);
    return Answer.ok(page.scores(ranked(source, options(request, page, user != null, strategy))));
  }

  private List<RecommendedItem> ranked(HistorySource source, ListOptions options) {
    return recommendItems.recommend(new RecommendRequest(source, options)).items();
  }

  /// Gorse's names for such lists are the shop's own; what they say is a hint.
  private static String named(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    if (plain.contains("latest") || plain.contains("newest")) {
      return NEWEST;
    }
    return plain.contains("trend") ? TRENDING : POPULAR;
  }

  private static ListOptions options(
      HttpRequest request, GorsePage page, boolean unseen, @Nullable String strategy) {
    List<String> categories = GorseCategories.of(request);
    return new ListOptions(
        page.end(),
        strategy,
        new Narrowing(
            categories.isEmpty() ? null : categories.getFirst(), Set.of(), unseen, List.of()),
        ListRules.filter(GorseCategories.all(categories.stream().skip(1).toList())),
        Tuning.NONE,
        Detail.PLAIN);
  }

  private static void refuseWriteBack(HttpRequest request) {
    for (String name : List.of("write-back-type", "write-back-delay")) {
      String value = request.query(name);
      if (value != null && !value.isEmpty()) {
        throw new InvalidFieldException(
            name,
            "unknown_parameter",
            "reading writes nothing here; leave "
                + name
                + " out and send what was shown as the impression of POST /events");
      }
    }
  }
}
