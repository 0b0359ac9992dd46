package dev.akin.evaluate;

import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.TestUser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The slices a report shows: those any data have, and one per value of an attribute.
public final class Slices {
  /// Users with at most so many items in their history are new.
  public static final int NEW_USER_ITEMS = 5;

  /// The share of the catalogue, by popularity, that is not tail.
  public static final double HEAD_SHARE = 0.2;

  private Slices() {}

  /// New users, the third with the shortest and the third with the longest histories, the most
  /// popular fifth of the items and the tail. Empty ones are left out.
  public static List<Slice> standard(Fold fold) {
    int[] sizes = fold.tests().stream().mapToInt(test -> test.history().size()).sorted().toArray();
    int light = sizes[sizes.length / 3];
    int heavy = sizes[sizes.length - 1 - sizes.length / 3];
    boolean[] head = head(fold);
    boolean[] tail = new boolean[head.length];
    for (int item = 0; item < tail.length; item++) {
      tail[item] = !head[item];
    }
    return List.of(
        new Slice.OfUsers(
            "new users (at most " + NEW_USER_ITEMS + " items)",
            test -> test.history().size() <= NEW_USER_ITEMS),
        new Slice.OfUsers(
            "light users (at most " + light + " items)", test -> test.history().size() <= light),
        new Slice.OfUsers(
            "heavy users (at least " + heavy + " items)", test -> test.history().size() >= heavy),
        new Slice.OfItems("head items (most popular fifth)", head),
        new Slice.OfItems("tail items (the other four fifths)", tail));
  }

  /// One slice per value that any of the users has.
  ///
  /// @param values per user id the values of the attribute
  public static List<Slice> byUser(String attribute, Map<String, Set<String>> values) {
    List<Slice> slices = new ArrayList<>();
    for (String value : distinct(values)) {
      slices.add(
          new Slice.OfUsers(
              attribute + " = " + value, (TestUser test) -> has(values, test.id(), value)));
    }
    return slices;
  }

  /// One slice per value that any of the items has.
  ///
  /// @param values per item id the values of the attribute
  public static List<Slice> byItem(Fold fold, String attribute, Map<String, Set<String>> values) {
    List<Slice> slices = new ArrayList<>();
    for (String value : distinct(values)) {
      boolean[] members = new boolean[fold.items().size()];
      for (int item = 0; item < members.length; item++) {
        members[item] = has(values, fold.items().id(item), value);
      }
      slices.add(new Slice.OfItems(attribute + " = " + value, members));
    }
    return slices;
  }

  private static boolean has(Map<String, Set<String>> values, String id, String value) {
    return values.getOrDefault(id, Set.of()).contains(value);
  }

  private static Set<String> distinct(Map<String, Set<String>> values) {
    Set<String> distinct = new TreeSet<>();
    values.values().forEach(distinct::addAll);
    return distinct;
  }

  /// The most popular items; of equally popular ones those that come first by id.
  private static boolean[] head(Fold fold) {
    int[] popularity = fold.popularity();
    long[] order = new long[popularity.length];
    Arrays.setAll(order, item -> (long) -popularity[item] << 32 | item);
    Arrays.sort(order);
    boolean[] head = new boolean[order.length];
    for (int p = 0; p < Math.ceil(HEAD_SHARE * order.length); p++) {
      head[(int) order[p]] = true;
    }
    return head;
  }
}
