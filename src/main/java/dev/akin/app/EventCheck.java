package dev.akin.app;

import dev.akin.shop.Attribution;
import dev.akin.shop.InvalidFieldException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Checks the events of one batch, each by itself, so that a bad one does not cost the others.
public final class EventCheck {
  private final InstantSource clock;
  private final IngestEvents.Settings settings;
  private final Function<String, Optional<RecommendationToken>> ours;

  /// @param ours reads a recommendation id that this shop signed; nothing for any other
  EventCheck(
      InstantSource clock,
      IngestEvents.Settings settings,
      Function<String, Optional<RecommendationToken>> ours) {
    this.clock = clock;
    this.settings = settings;
    this.ours = ours;
  }

  /// @throws InvalidFieldException if the event lies in the future, is too old to be kept, cannot
  ///   be an event at all, or claims to come from an answer that this shop never gave, or gave more
  ///   than [RecommendationToken#ATTRIBUTABLE] before it
  /// @throws dev.akin.port.StorageException if it names an answer and the secret cannot be read
  public void require(EventDraft draft) {
    Instant now = clock.instant();
    Instant time = draft.time();
    if (time != null) {
      requireBelievable(time, now);
    }
    IngestEvents.event(draft, now);
    switch (origin(draft, now)) {
      case NONE, OURS -> {}
      case FORGED ->
          throw new InvalidFieldException(
              "recommendationId",
              "bad_recommendation_id",
              "recommendationId is none that this shop gave out; send it as the answer gave it, or"
                  + " leave it out");
      case EXPIRED ->
          throw new InvalidFieldException(
              "recommendationId",
              "expired_recommendation_id",
              "recommendationId is of an answer that was given more than "
                  + RecommendationToken.ATTRIBUTABLE.toDays()
                  + " days before the event; send the event without it");
    }
  }

  /// The event without a recommendation id that [#require] would refuse.
  ///
  /// @throws dev.akin.port.StorageException if it has an id and the secret cannot be read
  public EventDraft withoutRefusedId(EventDraft draft) {
    Attribution told = draft.attribution();
    return switch (origin(draft, clock.instant())) {
      case NONE, OURS -> draft;
      case FORGED, EXPIRED ->
          new EventDraft(
              draft.id(),
              draft.user(),
              draft.session(),
              draft.item(),
              draft.time(),
              draft.action(),
              new Attribution(null, told.impression(), told.context()));
    };
  }

  /// What the answer is that an event claims to come from.
  private enum Origin {
    NONE,
    OURS,
    FORGED,
    EXPIRED
  }

  private Origin origin(EventDraft draft, Instant now) {
    String id = draft.attribution().recommendationId();
    if (id == null) {
      return Origin.NONE;
    }
    Instant time = draft.time() == null ? now : draft.time();
    return ours.apply(id)
        .map(answer -> answer.expiredAt(time) ? Origin.EXPIRED : Origin.OURS)
        .orElse(Origin.FORGED);
  }

  private void requireBelievable(Instant time, Instant now) {
    if (time.isAfter(now.plus(settings.skew()))) {
      throw new InvalidFieldException(
          "timestamp",
          "in_the_future",
          "timestamp must not lie in the future; leave it out for events of this moment");
    }
    if (time.isBefore(now.minus(settings.retention()))) {
      throw new InvalidFieldException(
          "timestamp",
          "too_old",
          "timestamp must lie within the last " + settings.retention().toDays() + " days");
    }
  }
}
