package dev.akin.function.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.akin.function.wire.RecommendationsAnswer.Reason;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an item is in a list, or why it is not.
///
/// @param release the release that answered; null while there is none
/// @param outcome `shown`, `removed`, `outranked`, ...
/// @param because the same in a sentence
/// @param position its place, or the one that a pin keeps for it or chance took
/// @param rule what removed it or held it back, as the option is called
/// @param detail which part of the filter, or which value of the cap
/// @param score null if nothing scores it
/// @param events what the history holds of the item
/// @param inRelease whether the release knows the item
/// @param inCatalogue whether the catalogue has or had it
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplainAnswer(
    String itemId,
    @Nullable String release,
    String strategy,
    String outcome,
    String because,
    @Nullable Integer position,
    @Nullable String rule,
    @Nullable String detail,
    @Nullable Score score,
    List<Reason> reasons,
    List<Done> events,
    boolean inRelease,
    boolean inCatalogue) {
  /// @param factor what boosts and rotation did to the score
  /// @param rank 1 if no item that may be shown is better
  @RegisterForReflection
  public record Score(String source, double score, double factor, int rank) {}

  /// One past event of the item.
  @RegisterForReflection
  public record Done(String type, String timestamp) {}
}
