package dev.akin.app;

import dev.akin.shop.Attribution;
import dev.akin.shop.InvalidFieldException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;

/// Checks the events of one batch, each by itself, so that a bad one does not cost the others.
public final class EventCheck {
  private final InstantSource clock;
  private final IngestEvents.Settings settings;
  private final Predicate<String> ours;

  /// @param ours whether this shop signed a recommendation id
  EventCheck(InstantSource clock, IngestEvents.Settings settings, Predicate<String> ours) {
    this.clock = clock;
    this.settings = settings;
    this.ours = ours;
  }

  /// @throws InvalidFieldException if the event lies in the future, is too old to be kept, cannot
  ///   be an event at all, or claims to come from an answer that this shop never gave
  /// @throws dev.akin.port.StorageException if it names an answer and the secret cannot be read
  public void require(EventDraft draft) {
    Instant now = clock.instant();
    Instant time = draft.time();
    if (time != null) {
      requireBelievable(time, now);
    }
    IngestEvents.event(draft, now);
    if (foreign(draft)) {
      throw new InvalidFieldException(
          "recommendationId",
          "bad_recommendation_id",
          "recommendationId is none that this shop gave out; send it as the answer gave it, or"
              + " leave it out");
    }
  }

  /// The event without a recommendation id that this shop did not sign.
  ///
  /// @throws dev.akin.port.StorageException if it has an id and the secret cannot be read
  public EventDraft withoutForeignId(EventDraft draft) {
    Attribution told = draft.attribution();
    return foreign(draft)
        ? new EventDraft(
            draft.id(),
            draft.user(),
            draft.session(),
            draft.item(),
            draft.time(),
            draft.action(),
            new Attribution(null, told.impression(), told.context()))
        : draft;
  }

  private boolean foreign(EventDraft draft) {
    String id = draft.attribution().recommendationId();
    return id != null && !ours.test(id);
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
