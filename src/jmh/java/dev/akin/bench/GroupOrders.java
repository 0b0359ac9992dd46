package dev.akin.bench;

import dev.akin.evaluate.split.TestUser;
import dev.akin.rank.group.GroupRanking;
import dev.akin.rank.group.RankedGroup;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Ways to put groups of films in an order for somebody, by name. Equal groups stand as the popular
/// ones do.
final class GroupOrders {
  private static final int COUNTED = 10;
  private static final int SHOWN = 5;
  private static final int BEST = 100;
  private static final int SLICE = 1_000;

  private final List<List<String>> groups;
  private final Map<String, Double> sizes = new TreeMap<>();
  private final Map<String, Double> sold = new TreeMap<>();

  /// @param groups of every film
  /// @param counts how many have watched each
  GroupOrders(List<List<String>> groups, int[] counts) {
    this.groups = groups;
    for (int film = 0; film < counts.length; film++) {
      for (String group : groups.get(film)) {
        sizes.merge(group, 1.0, Double::sum);
        sold.merge(group, (double) counts[film], Double::sum);
      }
    }
  }

  /// @param scores of all films
  /// @param list films that are not in the history, best first
  /// @param popular the same films, most watched first
  record Person(TestUser test, float[] scores, int[] list, int[] popular) {}

  /// The groups for one person, best first.
  interface Order {
    List<String> of(Person person);

    /// Whether rows are filled with what is popular.
    default boolean popular() {
      return false;
    }
  }

  /// What a group of one person is worth.
  private interface Worth {
    double of(String group, Person person);
  }

  Map<String, Order> all() {
    Map<String, Order> all = new LinkedHashMap<>();
    all.put("popularity, with popular films", popularFilms());
    all.put("popularity", order((_, _) -> 0));
    all.put(
        "share of the own past",
        order((group, person) ->
            of(group, person.test().history().items(), Integer.MAX_VALUE).count()));
    all.put("how many of the best 100", order(this::best));
    all.put("mean score of the best 5", order(this::score));
    all.put(
        "score less half of that of the popular",
        order((group, person) -> worth(group, person.list()) - worth(group, person.popular()) / 2));
    all.put(
        "share of the best 100, by size",
        order((group, person) -> best(group, person) / sizes.getOrDefault(group, 1.0)));
    all.put("ours, groups for themselves", order((group, person) -> worth(group, person.list())));
    all.put("ours", this::ours);
    return all;
  }

  private Order popularFilms() {
    return new Order() {
      @Override
      public List<String> of(Person person) {
        return sorted(_ -> 0);
      }

      @Override
      public boolean popular() {
        return true;
      }
    };
  }

  private Order order(Worth worth) {
    return person -> sorted(group -> worth.of(group, person));
  }

  private List<String> sorted(ToDoubleFunction<String> worth) {
    Map<String, Double> worths = new TreeMap<>();
    sold.keySet().forEach(group -> worths.put(group, worth.applyAsDouble(group)));
    return sold.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, Double> one) -> -worths.getOrDefault(one.getKey(), 0.0))
                .thenComparingDouble(one -> -one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// As the product has it: its slices too.
  private List<String> ours(Person person) {
    GroupRanking ranking = new GroupRanking(sold.size(), SHOWN);
    List<List<String>> list = Arrays.stream(person.list()).mapToObj(groups::get).toList();
    int slice = Math.min(SLICE, list.size());
    ranking.add(list.subList(0, slice));
    ranking.add(list.subList(slice, list.size()));
    return ranking.groups().stream().map(RankedGroup::value).toList();
  }

  /// The first places of a group in the films.
  private IntStream of(String group, int[] films, int places) {
    return IntStream.range(0, Math.min(places, films.length))
        .filter(place -> groups.get(films[place]).contains(group));
  }

  private long best(String group, Person person) {
    return of(group, person.list(), BEST).count();
  }

  private double score(String group, Person person) {
    return of(group, person.list(), person.list().length)
        .limit(SHOWN)
        .mapToDouble(place -> person.scores()[person.list()[place]])
        .average()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private double worth(String group, int[] list) {
    return of(group, list, list.length).limit(COUNTED).mapToDouble(GroupRanking::discount).sum();
  }
}
