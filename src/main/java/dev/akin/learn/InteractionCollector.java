package dev.akin.learn;

import dev.akin.shop.Action;
import dev.akin.shop.Event;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.Strength;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Gathers events in any order into what trainers learn from. Takes 23 bytes per event beside the
/// ids, and four per word of its context.
///
/// Subjects that look at more than [#ROBOT_VIEWS] items in one day are no customers: all their
/// events are left out, and counted. Not safe for concurrent use.
public final class InteractionCollector {
  /// More views and clicks in a day than a person makes.
  public static final int ROBOT_VIEWS = 1_000;

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final String USER = "u#";
  private static final String SESSION = "s#";

  private final Map<String, Integer> subjects = new HashMap<>();
  private final Map<String, Integer> items = new HashMap<>();
  private int[] subjectOf = new int[1024];
  private int[] itemOf = new int[1024];
  private float[] weights = new float[1024];
  private long[] times = new long[1024];
  private boolean[] looks = new boolean[1024];
  private boolean[] bought = new boolean[1024];
  private int size;
  private final ContextCollector contexts = new ContextCollector();
  private final Map<String, Long> forgotten = new HashMap<>();

  public void add(Event event) {
    if (size == times.length) {
      grow();
    }
    subjectOf[size] = number(subjects, key(event.subject()));
    itemOf[size] = number(items, event.item().value());
    weights[size] = (float) Strength.weight(event.action());
    times[size] = event.time().toEpochMilli();
    looks[size] = event.action() instanceof Action.View || event.action() instanceof Action.Click;
    bought[size] = event.action() instanceof Action.Purchase;
    contexts.add(event.attribution().context());
    size++;
  }

  /// Leaves out what a subject did before a moment, whether it was added already or is added later.
  ///
  /// @param before epoch milliseconds, exclusive
  public void forget(Subject subject, long before) {
    forgotten.merge(key(subject), before, Math::max);
  }

  /// How many events were added.
  public int size() {
    return size;
  }

  /// Every item that any event is about.
  public Set<ItemId> items() {
    Set<ItemId> ids = new TreeSet<>();
    items.keySet().forEach(id -> ids.add(new ItemId(id)));
    return ids;
  }

  /// Every subject of any event, in the order of the rows: sessions, then users, each by id.
  public List<Subject> subjects() {
    return subjects.keySet().stream().sorted().map(InteractionCollector::subject).toList();
  }

  /// The events in the order of subject and time, with items numbered as in `ids`.
  ///
  /// @param ids ascending and distinct; holds every item of [#items()]
  public EventRows rows(String[] ids) {
    int[] itemNumber = new int[items.size()];
    items.forEach((id, number) -> itemNumber[number] = Arrays.binarySearch(ids, id));
    boolean[] robots = robots();
    int[] starts = new int[subjects.size() + 1];
    int[] order = order(left(robots), starts);
    int kept = order.length;
    EventRows rows =
        new EventRows(
            ids.length,
            starts,
            new int[kept],
            new float[kept],
            new long[kept],
            new boolean[kept],
            count(robots));
    for (int to = 0; to < kept; to++) {
      int e = order[to];
      rows.items()[to] = itemNumber[itemOf[e]];
      rows.weights()[to] = weights[e];
      rows.times()[to] = times[e];
      rows.bought()[to] = bought[e];
    }
    return rows;
  }

  /// In what context each event of [#rows] happened, in the same order.
  public ContextRows contexts() {
    int[] starts = new int[subjects.size() + 1];
    int[] order = order(left(robots()), starts);
    long[] ordered = new long[order.length];
    Arrays.setAll(ordered, row -> times[order[row]]);
    return contexts.rows(order, starts, ordered);
  }

  /// The events that are left, grouped by subject.
  ///
  /// @param starts filled with where each subject's begin
  private int[] order(boolean[] left, int[] starts) {
    int[] subjectRank = ranks(subjects);
    for (int e = 0; e < size; e++) {
      if (left[e]) {
        starts[subjectRank[subjectOf[e]] + 1]++;
      }
    }
    for (int s = 0; s < subjects.size(); s++) {
      starts[s + 1] += starts[s];
    }
    int[] order = new int[starts[subjects.size()]];
    int[] next = starts.clone();
    for (int e = 0; e < size; e++) {
      if (left[e]) {
        order[next[subjectRank[subjectOf[e]]]++] = e;
      }
    }
    return order;
  }

  /// Which events are of customers and were not forgotten.
  private boolean[] left(boolean[] robots) {
    long[] since = new long[subjects.size()];
    Arrays.fill(since, Long.MIN_VALUE);
    forgotten.forEach((key, before) -> {
      Integer subject = subjects.get(key);
      if (subject != null) {
        since[subject] = before;
      }
    });
    boolean[] left = new boolean[size];
    for (int e = 0; e < size; e++) {
      left[e] = !robots[subjectOf[e]] && times[e] >= since[subjectOf[e]];
    }
    return left;
  }

  private boolean[] robots() {
    Map<Long, Integer> looksPerDay = new HashMap<>();
    boolean[] robots = new boolean[subjects.size()];
    for (int e = 0; e < size; e++) {
      if (looks[e]) {
        long day = Math.floorDiv(times[e], DAY);
        long key = ((long) subjectOf[e] << 32) | (day & 0xffffffffL);
        robots[subjectOf[e]] |= looksPerDay.merge(key, 1, Integer::sum) > ROBOT_VIEWS;
      }
    }
    return robots;
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  /// The place of every number in the order of the keys, so that results do not depend on the order
  /// in which a parallel scan delivers.
  private static int[] ranks(Map<String, Integer> numbers) {
    String[] sorted = numbers.keySet().toArray(String[]::new);
    Arrays.sort(sorted);
    int[] ranks = new int[sorted.length];
    for (int rank = 0; rank < sorted.length; rank++) {
      ranks[numbers.getOrDefault(sorted[rank], 0)] = rank;
    }
    return ranks;
  }

  private static String key(Subject subject) {
    return (subject instanceof UserId ? USER : SESSION) + subject.value();
  }

  private static Subject subject(String key) {
    return key.startsWith(USER)
        ? new UserId(key.substring(USER.length()))
        : new SessionId(key.substring(SESSION.length()));
  }

  private static int number(Map<String, Integer> numbers, String key) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    numbers.put(key, numbers.size());
    return numbers.size() - 1;
  }

  private void grow() {
    int length = Math.addExact(size, size / 2);
    subjectOf = Arrays.copyOf(subjectOf, length);
    itemOf = Arrays.copyOf(itemOf, length);
    weights = Arrays.copyOf(weights, length);
    times = Arrays.copyOf(times, length);
    looks = Arrays.copyOf(looks, length);
    bought = Arrays.copyOf(bought, length);
  }
}
