package dev.akin.app;

import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What to show beside an item.
///
/// @param limit 1 to 100
/// @param basis what makes items similar: `behaviour`
/// @param user whose seen items are left out, or null
/// @param exclude items to leave out, at most 500
public record SimilarRequest(
    ItemId item, int limit, Basis basis, @Nullable UserId user, Set<ItemId> exclude) {
  public SimilarRequest {
    Limits.require(limit, RecommendRequest.MAX_LIMIT);
    exclude = Set.copyOf(exclude);
  }

  /// What makes two items similar.
  public enum Basis {
    /// The same people like both.
    BEHAVIOUR("behaviour");

    private final String word;

    Basis(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
