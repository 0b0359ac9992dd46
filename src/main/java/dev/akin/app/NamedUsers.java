package dev.akin.app;

import dev.akin.port.EventLog;
import dev.akin.port.EventLog.Erasure;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Which users an answer may name: nobody who was erased since the release was trained. One who was
/// erased before and came back is new.
///
/// @param events are asked for the erasures, as of all that have returned
/// @param trainedAt when the release was trained that knows the users
record NamedUsers(EventLog events, Instant trainedAt) {
  /// Of one reading of erasures, see [EventLog#erasures].
  private static final int MOST_CHECKED = 100;

  /// The first `limit` candidates who have not been erased, and whom `also` leaves in. No more are
  /// looked at than it takes.
  ///
  /// @param also gets those who have not been erased, a few at a time
  <T> List<T> first(
      int limit, List<T> candidates, Function<T, UserId> user, UnaryOperator<List<T>> also) {
    List<T> named = new ArrayList<>();
    for (int from = 0; from < candidates.size() && named.size() < limit; ) {
      int to = Math.min(candidates.size(), from + Math.min(MOST_CHECKED, limit - named.size()));
      named.addAll(also.apply(remembered(candidates.subList(from, to), user)));
      from = to;
    }
    return named;
  }

  private <T> List<T> remembered(List<T> candidates, Function<T, UserId> user) {
    Map<UserId, Erasure> erasures = events.erasures(candidates.stream().map(user).toList());
    return candidates.stream()
        .filter(candidate -> {
          Erasure erasure = erasures.get(user.apply(candidate));
          return erasure == null || !erasure.covers(trainedAt);
        })
        .toList();
  }
}
