package dev.akin.app;

import dev.akin.rank.Source;
import dev.akin.rank.filter.Rules;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What to show beside an item.
///
/// @param limit 1 to 100
/// @param basis what makes items similar
/// @param user whose seen items are left out, or null
/// @param exclude items to leave out, at most 500
/// @param rules a filter, about the item; nothing else of them counts here
/// @param detail the fields of the items; reasons are none
public record SimilarRequest(
    ItemId item,
    int limit,
    Basis basis,
    @Nullable UserId user,
    Set<ItemId> exclude,
    ListRules rules,
    Detail detail) {
  public SimilarRequest {
    Limits.require(limit, RecommendRequest.MAX_LIMIT);
    Limits.requireExcluded(exclude);
    exclude = Set.copyOf(exclude);
    rules = rules.about(item, rules.parameters());
  }

  /// Whatever is like it, by id.
  public SimilarRequest(
      ItemId item, int limit, Basis basis, @Nullable UserId user, Set<ItemId> exclude) {
    this(item, limit, basis, user, exclude, ListRules.NONE, Detail.PLAIN);
  }

  /// The same under a filter.
  public SimilarRequest with(ListRules other) {
    return new SimilarRequest(item, limit, basis, user, exclude, other, detail);
  }

  /// Whether ids are all that it takes to answer.
  boolean plain() {
    return rules.rules().equals(Rules.NONE) && detail.fields().isEmpty();
  }

  /// What makes two items similar.
  public enum Basis {
    /// The same people like both.
    BEHAVIOUR("behaviour", Source.NEIGHBOURS),
    /// Both are bought at once more often than by chance: what completes an item.
    TOGETHER("together", Source.TOGETHER),
    /// Both are described in the same words.
    CONTENT("content", Source.CONTENT),
    /// What the other three agree on.
    BLEND("blend", Source.BLEND);

    private final String word;
    private final Source source;

    Basis(String word, Source source) {
      this.word = word;
      this.source = source;
    }

    public String word() {
      return word;
    }

    Source source() {
      return source;
    }

    /// Where to look, one after the other, until the item has a list.
    List<Basis> inTurn() {
      return switch (this) {
        case BEHAVIOUR -> List.of(BEHAVIOUR, CONTENT);
        case TOGETHER -> List.of(TOGETHER, BEHAVIOUR, CONTENT);
        case CONTENT -> List.of(CONTENT, BEHAVIOUR);
        case BLEND -> List.of(BLEND);
      };
    }

    /// The basis with a word; behaviour if none is given.
    public static Basis of(@Nullable String word) {
      if (word == null) {
        return BEHAVIOUR;
      }
      return Arrays.stream(values())
          .filter(basis -> basis.word.equals(word))
          .findFirst()
          .orElseThrow(() ->
              new InvalidFieldException(
                  "basis", "unknown_basis", "basis must be one of " + words()));
    }

    /// All words, for people.
    public static String words() {
      return Arrays.stream(values()).map(Basis::word).collect(Collectors.joining(", "));
    }
  }
}
