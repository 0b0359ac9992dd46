package dev.akin.function;

import dev.akin.app.Detail;
import dev.akin.app.FindSimilarItems.SimilarItems;
import dev.akin.app.ListReleases.Listed;
import dev.akin.app.ListsRequest;
import dev.akin.app.Ranking;
import dev.akin.app.Recommendations;
import dev.akin.app.RecommendedLists;
import dev.akin.app.ReportStatus.Rung;
import dev.akin.app.ReportStatus.ShopStatus;
import dev.akin.app.SimilarRequest;
import dev.akin.function.wire.ItemAnswer;
import dev.akin.function.wire.ListsAnswer;
import dev.akin.function.wire.RankingAnswer;
import dev.akin.function.wire.RecommendationsAnswer;
import dev.akin.function.wire.ReleaseAnswer;
import dev.akin.function.wire.StatusAnswer;
import dev.akin.model.ReleaseCodec;
import dev.akin.shop.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Says outcomes in the words of the API.
final class Answers {
  private Answers() {}

  static ItemAnswer of(Item item) {
    Map<String, Object> attributes = new TreeMap<>();
    item.attributes().forEach((name, value) -> attributes.put(name, AttributeValues.plain(value)));
    return new ItemAnswer(
        item.id().value(),
        item.title(),
        item.description(),
        item.categories(),
        item.tags(),
        item.price() == null ? null : item.price().amount(),
        item.price() == null ? null : item.price().currency(),
        item.available(),
        text(item.createdAt()),
        text(item.expiresAt()),
        attributes);
  }

  /// @param detail what was asked for
  static RecommendationsAnswer of(Recommendations found, Detail detail) {
    return new RecommendationsAnswer(
        found.recommendationId(),
        null,
        found.release() == null ? null : found.release().value(),
        found.strategy(),
        PlaceAnswers.of(found.items(), detail),
        found.cursor());
  }

  /// @param request what was asked for
  static ListsAnswer of(RecommendedLists found, ListsRequest request) {
    List<ListsAnswer.Named> lists = new ArrayList<>();
    for (RecommendedLists.Named list : found.lists()) {
      Detail detail = request.lists().get(lists.size()).options().detail();
      lists.add(
          new ListsAnswer.Named(
              list.name(),
              list.found().recommendationId(),
              list.found().strategy(),
              PlaceAnswers.of(list.found().items(), detail),
              list.found().cursor()));
    }
    return new ListsAnswer(found.release() == null ? null : found.release().value(), lists);
  }

  /// @param detail what was asked for
  static RankingAnswer of(Ranking ranking, Detail detail) {
    Recommendations order = ranking.order();
    return new RankingAnswer(
        order.recommendationId(),
        order.release() == null ? null : order.release().value(),
        order.strategy(),
        PlaceAnswers.of(order.items(), detail),
        ranking.removed().stream()
            .map(removed -> new RankingAnswer.Removed(removed.item().value(), removed.rule()))
            .toList());
  }

  static RecommendationsAnswer of(SimilarItems found, SimilarRequest request) {
    return new RecommendationsAnswer(
        null,
        found.item().value(),
        found.release() == null ? null : found.release().value(),
        request.basis().word(),
        PlaceAnswers.of(found.items(), request.detail()));
  }

  static StatusAnswer of(ShopStatus status) {
    return new StatusAnswer(
        status.live().map(manifest -> of(new Listed(manifest, true))).orElse(null),
        status
            .training()
            .map(training ->
                new StatusAnswer.Training(
                    training.trainingId(),
                    training.state().name().toLowerCase(Locale.ROOT),
                    training.stage(),
                    training.fraction(),
                    training.startedAt().toString(),
                    training.updatedAt().toString(),
                    training.message()))
            .orElse(null),
        status.ladder().stream().map(Answers::of).toList(),
        status.missing().stream()
            .map(fact ->
                new StatusAnswer.Missing(
                    fact.code(), fact.message(), fact.remedy(), fact.have(), fact.need()))
            .toList());
  }

  private static StatusAnswer.Rung of(Rung rung) {
    return new StatusAnswer.Rung(
        rung.capability(),
        rung.ready(),
        rung.needs(),
        rung.counts().stream()
            .map(count -> new StatusAnswer.Count(count.what(), count.have(), count.need()))
            .toList());
  }

  static ReleaseAnswer of(Listed listed) {
    var manifest = listed.manifest();
    var counts = manifest.counts();
    return new ReleaseAnswer(
        manifest.id().value(),
        listed.live(),
        manifest.trainedAt().toString(),
        manifest.strategy(),
        ReleaseCodec.strategies(manifest),
        new ReleaseAnswer.Counts(
            counts.events(),
            counts.users(),
            counts.items(),
            counts.interactions(),
            counts.robotSessions()),
        manifest.parts().stream().mapToLong(part -> part.bytes()).sum(),
        manifest.report());
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
