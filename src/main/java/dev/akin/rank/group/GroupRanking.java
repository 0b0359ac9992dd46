package dev.akin.rank.group;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Puts groups of items in the order in which a person should be shown them: by what a row of the
/// best items of each is worth in that person's list.
///
/// `score(g) = sum over the best 10 items i of g of d(r_i) / sum over r = 1 .. 10 of d(r)` with
/// `d(r) = 1 / log2(1 + r)`: the discounted gain (Jarvelin and Kekalainen, "Cumulated gain-based
/// evaluation of IR techniques", TOIS 2002) of a row, as a share of that of the best row there
/// could be.
///
/// | symbol | meaning |
/// |--------|---------|
/// | r_i | the place of item i in the list, from 1 |
/// | d | what a place is worth |
///
/// Ten items count and no more, so a group does not gain by being large, only by being high up. An
/// item that a group before it shows does not count: an item can be in several groups, and a screen
/// that shows it twice has wasted a place. So the order is the greedy one of maximum coverage; a
/// group of which nothing is left is not in it.
///
/// The list comes in slices, best first. A group is judged by the items of the first slice that has
/// one of it, and all groups of a slice come before those of the next; so a longer answer begins
/// with the shorter one. Costs `memberships + chosen * groups` at most, and `memberships` where no
/// item is in two groups. Not safe for concurrent use; the same list makes the same order.
public final class GroupRanking {
  /// How many items of a group count.
  static final int COUNTED = 10;

  private static final double BEST = best();

  private static final Comparator<Group> ORDER =
      Comparator.comparingDouble((Group group) -> -group.worth)
          .thenComparingInt(group -> group.places.getFirst())
          .thenComparing(group -> group.value);

  private final int limit;
  private final int shown;
  private final Map<String, RankedGroup> ranked = new LinkedHashMap<>();
  private int passed;

  /// @param limit how many groups are wanted
  /// @param shown how many items of each at most
  public GroupRanking(int limit, int shown) {
    if (limit < 1 || shown < 1) {
      throw new IllegalArgumentException(limit + " groups of " + shown + " items");
    }
    this.limit = limit;
    this.shown = shown;
  }

  /// Whether there are as many groups as are wanted.
  public boolean full() {
    return ranked.size() >= limit;
  }

  /// Best first.
  public List<RankedGroup> groups() {
    return List.copyOf(ranked.values());
  }

  /// Takes the next slice of the list.
  ///
  /// @param slice per place the groups that its item is in, distinct; may be none
  public void add(List<? extends Collection<String>> slice) {
    Map<String, Group> open = new LinkedHashMap<>();
    for (Collection<String> values : slice) {
      for (String value : values) {
        if (!ranked.containsKey(value)) {
          open.computeIfAbsent(value, Group::new).places.add(passed);
        }
      }
      passed++;
    }
    BitSet taken = new BitSet();
    open.values().forEach(group -> group.weigh(taken));
    PriorityQueue<Group> queue = new PriorityQueue<>(ORDER);
    queue.addAll(open.values());
    while (!full() && !queue.isEmpty()) {
      take(queue.remove(), queue, taken);
    }
  }

  /// What a group is worth only falls as others take its items: one that is still worth what it was
  /// when it came first is the best of all.
  private void take(Group group, PriorityQueue<Group> others, BitSet taken) {
    double before = group.worth;
    group.weigh(taken);
    if (group.worth == before) {
      List<Integer> places = group.left(taken, shown);
      places.forEach(taken::set);
      ranked.put(group.value, new RankedGroup(group.value, group.worth / BEST, places));
    } else if (group.worth > 0) {
      others.add(group);
    }
  }

  /// What a place is worth, from 0.
  public static double discount(int place) {
    return StrictMath.log(2) / StrictMath.log(2.0 + place);
  }

  private static double best() {
    return IntStream.range(0, COUNTED).mapToDouble(GroupRanking::discount).sum();
  }

  private static final class Group {
    private final String value;
    private final List<Integer> places = new ArrayList<>();
    private double worth;

    private Group(String value) {
      this.value = value;
    }

    private void weigh(BitSet taken) {
      worth = left(taken, COUNTED).stream().mapToDouble(GroupRanking::discount).sum();
    }

    private List<Integer> left(BitSet taken, int most) {
      return places.stream().filter(place -> !taken.get(place)).limit(most).toList();
    }
  }
}
