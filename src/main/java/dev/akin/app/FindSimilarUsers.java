package dev.akin.app;

import dev.akin.math.TopK;
import dev.akin.model.History;
import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.UserFactors;
import dev.akin.model.UserSpace;
import dev.akin.port.EventLog;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the users whose taste is most like that of one: the newest events of the one are folded in
/// with the live release's factor model, and compared by cosine with the reference users that the
/// training folded in. So somebody who came a minute ago is served, and nobody's list is stored.
///
/// Nobody who was erased is answered: who is found is held against the erasures first, as of all
/// erasures that have returned. If they cannot be read there is no answer.
public final class FindSimilarUsers {
  /// Who takes the places of the erased. If more of the nearest are gone, the list is shorter.
  private static final int SPARE = 100;

  private final Live<UserIndex> live;
  private final EventLog events;
  private final Histories histories;
  private final InstantSource clock;
  private final Duration retention;

  /// @param retention how long events are kept, and with them the memory of erasures
  public FindSimilarUsers(
      Live<UserIndex> live, EventLog events, ServingSettings settings, Duration retention) {
    this.live = live;
    this.events = events;
    this.histories = new Histories(events, settings.strength(), settings.historyEvents());
    this.clock = settings.clock();
    this.retention = retention;
  }

  public SimilarUsers find(SimilarUsersRequest request) {
    Optional<UserIndex> index = live.get();
    if (index.isEmpty()) {
      return missing(request, null, UserIndex.NEEDS_RELEASE);
    }
    ReleaseManifest manifest = index.get().manifest();
    Instant now = clock.instant();
    UserSpace space = index.get().space();
    if (space == null) {
      return missing(request, manifest.id(), UserIndex.NEEDS_USERS);
    }
    if (manifest.trainedAt().plus(retention).isBefore(now)) {
      return missing(request, manifest.id(), UserIndex.NEEDS_TRAINING);
    }
    History history =
        histories.history(
            histories.steps(new HistorySource.OfSubject(request.user()), now),
            space.catalogue().size(),
            id -> space.catalogue().find(id.value()),
            now);
    if (history.size() == 0) {
      return missing(
          request, manifest.id(), "an event of the user about an item that the release knows");
    }
    return found(request, manifest, nearest(request, space, history));
  }

  private SimilarUsers found(
      SimilarUsersRequest request, ReleaseManifest manifest, List<SimilarUser> nearest) {
    List<SimilarUser> users =
        new NamedUsers(events, manifest.trainedAt())
            .first(request.limit(), nearest, SimilarUser::user, some -> some);
    return users.isEmpty()
        ? missing(request, manifest.id(), "other users with two items and something in common")
        : new SimilarUsers(request.user(), manifest.id(), users, null);
  }

  private static SimilarUsers missing(
      SimilarUsersRequest request, @Nullable ReleaseId release, String needs) {
    return new SimilarUsers(request.user(), release, List.of(), needs);
  }

  /// Those who are alike at all, best first.
  private static List<SimilarUser> nearest(
      SimilarUsersRequest request, UserSpace space, History history) {
    UserFactors users = space.users();
    float[] cosines = users.cosines(space.model().vector(history));
    int self = users.find(request.user());
    List<SimilarUser> nearest = new ArrayList<>();
    for (int user :
        TopK.of(cosines, request.limit() + SPARE, user -> user != self && cosines[user] > 0)) {
      nearest.add(new SimilarUser(users.id(user), cosines[user]));
    }
    return nearest;
  }

  /// @param release the release that answered, or null while there is none
  /// @param users best first
  /// @param needs what it takes to find any; null if some were found
  public record SimilarUsers(
      UserId user, @Nullable ReleaseId release, List<SimilarUser> users, @Nullable String needs) {
    public SimilarUsers {
      users = List.copyOf(users);
    }
  }

  /// @param score the cosine of both tastes, above 0, at most 1
  public record SimilarUser(UserId user, double score) {}
}
