package dev.akin.function.personalize;

import dev.akin.app.SimilarRequest.Basis;
import dev.akin.function.Fields;
import dev.akin.shop.InvalidFieldException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a campaign or a recommender stands for here: its name and what is asked of it decide.
sealed interface Recommender {
  /// Items for a user, or for everybody.
  ///
  /// @param strategy by name, or null for the release's own choice
  record Ranked(@Nullable String strategy) implements Recommender {}

  /// Items like the one that is asked about.
  record Similar(Basis basis) implements Recommender {}

  Set<String> STRATEGIES =
      Set.of(
          "blend",
          "linear",
          "factors",
          "neighbours",
          "neural",
          "content",
          "popular",
          "trending",
          "newest",
          "again");

  /// Those that are the same for everybody.
  Set<String> IMPERSONAL = Set.of("popular", "trending", "newest");

  /// Reads `campaignArn` or `recommenderArn`.
  static Recommender of(Fields fields) {
    boolean campaign = fields.any("campaignArn") != null;
    if (campaign == (fields.any("recommenderArn") != null)) {
      throw new InvalidFieldException(
          "campaignArn",
          campaign ? "contradiction" : "missing",
          "give exactly one of campaignArn and recommenderArn");
    }
    return campaign
        ? named(PersonalizeNames.resource(fields, "campaignArn", "campaign"), fields)
        : named(PersonalizeNames.resource(fields, "recommenderArn", "recommender"), fields);
  }

  private static Recommender named(String name, Fields fields) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    if (STRATEGIES.contains(plain)) {
      return new Ranked(plain);
    }
    if (says(plain, "trend")) {
      return new Ranked("trending");
    }
    if (says(plain, "popular", "bestsell", "mostviewed", "mostpurchased")) {
      return new Ranked("popular");
    }
    if (says(plain, "buyitagain", "buyagain", "reorder", "replenish")) {
      return new Ranked("again");
    }
    if (says(plain, "together", "frequentlybought")) {
      return new Similar(Basis.TOGETHER);
    }
    if (says(plain, "semantic")) {
      return new Similar(Basis.CONTENT);
    }
    boolean about = fields.any("itemId") != null;
    return about || says(plain, "sims", "similar", "related", "alsoviewed")
        ? new Similar(Basis.BEHAVIOUR)
        : new Ranked(null);
  }

  private static boolean says(String name, String... words) {
    for (String word : words) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
