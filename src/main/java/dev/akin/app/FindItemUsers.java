package dev.akin.app;

import dev.akin.math.TopK;
import dev.akin.model.NeighbourPages.Neighbour;
import dev.akin.model.QuantizedRows;
import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.UnreadableModelException;
import dev.akin.model.UserSpace;
import dev.akin.port.EventLog;
import dev.akin.port.StorageException;
import dev.akin.shop.Action;
import dev.akin.shop.ItemId;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Finds the users who are most likely to care for an item: `score(u) = cos(y, x_u)`, with `y` the
/// factors of the item in the live release's factor model and `x_u` the vector of user u as the
/// training folded it in, k numbers each. The cosine and not the product, which is what the model
/// predicts of one user: between users it favours those who have done much (measured, see
/// src/docs/ranking.md). Candidates are the reference users of the release and nobody else.
///
/// An item without events has no factors: then `y` is the mean of those of the items that its words
/// are most like, weighted by how much. Nobody who was erased is answered, see [NamedUsers].
///
/// Costs `users * k`, a read unit for each who is looked at, and for each the query of the newest
/// events where buyers are left out: at most [#SPARE] more are looked at than are asked for.
public final class FindItemUsers {
  /// Who takes the places of buyers and of the erased.
  static final int SPARE = 100;

  private static final int MOST_NEIGHBOURS = 10;
  private static final int QUERIES_AT_ONCE = 16;

  private final Live<UserIndex> live;
  private final EventLog events;
  private final int historyEvents;
  private final InstantSource clock;
  private final Duration retention;

  /// @param retention how long events are kept, and with them the memory of erasures
  public FindItemUsers(
      Live<UserIndex> live, EventLog events, ServingSettings settings, Duration retention) {
    this.live = live;
    this.events = events;
    this.historyEvents = settings.historyEvents();
    this.clock = settings.clock();
    this.retention = retention;
  }

  public ItemUsers find(ItemUsersRequest request) {
    Optional<UserIndex> index = live.get();
    if (index.isEmpty()) {
      return missing(request, null, UserIndex.NEEDS_RELEASE);
    }
    ReleaseManifest manifest = index.get().manifest();
    UserSpace space = index.get().space();
    if (space == null) {
      return missing(request, manifest.id(), UserIndex.NEEDS_USERS);
    }
    if (manifest.trainedAt().plus(retention).isBefore(clock.instant())) {
      return missing(request, manifest.id(), UserIndex.NEEDS_TRAINING);
    }
    Direction direction = direction(index.get(), space, request.item());
    if (direction == null) {
      return missing(
          request,
          manifest.id(),
          "events of the item, or words that it shares with items that have events; then a"
              + " training");
    }
    return found(request, manifest, space, direction);
  }

  private ItemUsers found(
      ItemUsersRequest request, ReleaseManifest manifest, UserSpace space, Direction direction) {
    List<ItemUser> users =
        new NamedUsers(events, manifest.trainedAt())
            .first(
                request.limit(),
                likely(space, direction.vector(), request.limit()),
                ItemUser::user,
                some -> request.excludeBuyers() ? withoutBuyers(some, request.item()) : some);
    String needs =
        users.isEmpty()
            ? "excludeBuyers=false, or users who take to such items and have not bought this one:"
                + " all who were looked at have, or were erased"
            : null;
    return new ItemUsers(
        request.item(), manifest.id(), direction.basis(), space.users().size(), users, needs);
  }

  private static ItemUsers missing(
      ItemUsersRequest request, @Nullable ReleaseId release, String needs) {
    return new ItemUsers(request.item(), release, null, 0, List.of(), needs);
  }

  /// Those who care at all, best first.
  private static List<ItemUser> likely(UserSpace space, float[] vector, int limit) {
    float[] scores = space.users().cosines(vector);
    List<ItemUser> likely = new ArrayList<>();
    for (int user : TopK.of(scores, limit + SPARE, user -> scores[user] > 0)) {
      likely.add(new ItemUser(space.users().id(user), scores[user]));
    }
    return likely;
  }

  /// The factors of the item, or what stands in for them; null if nothing can.
  private static @Nullable Direction direction(UserIndex index, UserSpace space, ItemId item) {
    QuantizedRows factors = space.model().factors();
    int number = space.catalogue().find(item.value());
    if (number >= 0 && factors.scales()[number] > 0) {
      return new Direction(SimilarRequest.Basis.BEHAVIOUR, mean(factors, Map.of(number, 1.0)));
    }
    Map<Integer, Double> alike = new TreeMap<>();
    for (Neighbour neighbour : alike(index, item)) {
      int other = space.catalogue().find(neighbour.item().value());
      if (alike.size() < MOST_NEIGHBOURS && other >= 0 && factors.scales()[other] > 0) {
        alike.put(other, (double) neighbour.score());
      }
    }
    return alike.isEmpty()
        ? null
        : new Direction(SimilarRequest.Basis.CONTENT, mean(factors, alike));
  }

  /// Nothing if the page is damaged: then there is nothing to judge the item by.
  private static List<Neighbour> alike(UserIndex index, ItemId item) {
    try {
      return index.neighbours().neighbours(SimilarRequest.Basis.CONTENT, item);
    } catch (UnreadableModelException damaged) {
      return List.of();
    }
  }

  /// @param weights of some rows, positive
  private static float[] mean(QuantizedRows factors, Map<Integer, Double> weights) {
    double whole = weights.values().stream().mapToDouble(weight -> weight).sum();
    float[] mean = new float[factors.columns()];
    double[] row = new double[mean.length];
    weights.forEach((number, weight) -> {
      factors.row(number, row);
      for (int c = 0; c < mean.length; c++) {
        mean[c] += (float) (weight / whole * row[c]);
      }
    });
    return mean;
  }

  /// Those in whose newest events no purchase of the item is: one query each, some at a time.
  private List<ItemUser> withoutBuyers(List<ItemUser> users, ItemId item) {
    try (ExecutorService readers =
        Executors.newFixedThreadPool(QUERIES_AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Boolean>> bought =
          users.stream().map(user -> readers.submit(() -> bought(user.user(), item))).toList();
      List<ItemUser> left = new ArrayList<>();
      for (int i = 0; i < users.size(); i++) {
        if (!bought.get(i).get()) {
          left.add(users.get(i));
        }
      }
      return left;
    } catch (ExecutionException e) {
      throw new StorageException("the events of a user cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageException("interrupted while reading events", e);
    }
  }

  private boolean bought(UserId user, ItemId item) {
    return events.newest(user, historyEvents).stream()
        .anyMatch(event -> event.item().equals(item) && event.action() instanceof Action.Purchase);
  }

  private record Direction(SimilarRequest.Basis basis, float[] vector) {}

  /// @param release the release that answered, or null while there is none
  /// @param basis `BEHAVIOUR` if the item has factors of its own, `CONTENT` if those of items like
  ///   it stand in for them; null if neither
  /// @param candidates how many users the release keeps and compares
  /// @param users best first
  /// @param needs what it takes to find any; null if some were found
  public record ItemUsers(
      ItemId item,
      @Nullable ReleaseId release,
      SimilarRequest.@Nullable Basis basis,
      int candidates,
      List<ItemUser> users,
      @Nullable String needs) {
    public ItemUsers {
      users = List.copyOf(users);
    }
  }

  /// @param score the cosine of the item and the taste, above 0, at most 1
  public record ItemUser(UserId user, double score) {}
}
