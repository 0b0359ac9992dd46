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

  /// The first `limit` candidates who have not been erased, and whom `also` leaves in. As many are
  /// looked at as are wanted, then twice as many each time, so that a few readings reach past those
  /// who are left out.
  ///
  /// @param also gets those who have not been erased, a few at a time
  <T> List<T> first(
      int limit, List<T> candidates, Function<T, UserId> user, UnaryOperator<List<T>> also) {
    List<T> named = new ArrayList<>();
    int from = 0;
    for (int more = limit; from < candidates.size() && named.size() < limit; more *= 2) {
      int to = Math.min(candidates.size(), from + Math.min(MOST_CHECKED, more));
      named.addAll(also.apply(remembered(candidates.subList(from, to), user)));
      from = to;
    }
    return List.copyOf(named.subList(0, Math.min(limit, named.size())));
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
