package dev.akin.rank.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.SeededRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GroupRankingTest {
  @Test
  void aGroupIsWorthWhatItsTenBestItemsAre() {
    List<Set<String>> list = new ArrayList<>(Collections.nCopies(10, Set.of("mugs")));
    list.addAll(Collections.nCopies(500, Set.of("shirts")));
    list.add(Set.of("lamps"));

    List<RankedGroup> groups = ranking(5, 3, list).groups();

    assertThat(groups).extracting(RankedGroup::value).containsExactly("mugs", "shirts", "lamps");
    assertThat(groups.get(0).score()).isEqualTo(1);
    double shirts = IntStream.range(11, 21).mapToDouble(r -> 1 / log2(1 + r)).sum();
    double best = IntStream.range(1, 11).mapToDouble(r -> 1 / log2(1 + r)).sum();
    assertThat(groups.get(1).score()).isCloseTo(shirts / best, within(1e-12));
    assertThat(groups.get(2).score()).isCloseTo(1 / log2(512) / best, within(1e-12));
    assertThat(groups.get(1).places()).containsExactly(10, 11, 12);
  }

  @Test
  void aGroupWhoseItemsAreAllOnShowIsLeftOut() {
    List<Set<String>> list =
        List.of(Set.of("mugs", "gifts"), Set.of("mugs", "gifts", "blue"), Set.of("blue"));

    List<RankedGroup> groups = ranking(5, 2, list).groups();

    assertThat(groups).extracting(RankedGroup::value).containsExactly("gifts", "blue");
    assertThat(groups.get(1).places()).containsExactly(2);
  }

  @Test
  void itemsWithoutAGroupCountForNobodyButTakeTheirPlace() {
    List<RankedGroup> groups = ranking(5, 2, List.of(Set.of(), Set.of("mugs"))).groups();

    assertThat(groups).hasSize(1);
    assertThat(groups.getFirst().places()).containsExactly(1);
    assertThat(ranking(5, 2, List.of(Set.of(), Set.of())).groups()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrderIsThatOfTryingEveryGroupEachTime(long seed) {
    List<Set<String>> list = randomList(new SeededRandom(seed), 120);

    assertThat(ranking(6, 4, list).groups())
        .extracting(RankedGroup::value)
        .isEqualTo(tryEveryGroup(list, 6, 4));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void aLongerAnswerBeginsWithTheShorterAndNothingIsTwice(long seed) {
    List<Set<String>> list = randomList(new SeededRandom(seed), 200);
    GroupRanking sliced = new GroupRanking(12, 5);
    sliced.add(list.subList(0, 20));
    sliced.add(list.subList(20, 200));
    List<RankedGroup> all = sliced.groups();
    GroupRanking few = new GroupRanking(3, 5);
    few.add(list.subList(0, 20));

    assertThat(all.subList(0, 3)).isEqualTo(few.groups());
    assertThat(all.stream().flatMap(group -> group.places().stream())).doesNotHaveDuplicates();
    assertThat(all).extracting(RankedGroup::value).doesNotHaveDuplicates();
    for (RankedGroup group : all) {
      assertThat(group.score()).isGreaterThan(0).isLessThanOrEqualTo(1);
      assertThat(group.places()).isSorted().hasSizeBetween(1, 5);
      assertThat(group.places()).allMatch(place -> list.get(place).contains(group.value()));
    }
  }

  @Test
  void nothingIsNoNumberOfGroups() {
    assertThatIllegalArgumentException().isThrownBy(() -> new GroupRanking(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new GroupRanking(1, 0));
  }

  private static GroupRanking ranking(int limit, int shown, List<Set<String>> list) {
    GroupRanking ranking = new GroupRanking(limit, shown);
    ranking.add(list);
    return ranking;
  }

  /// Up to three of fourteen groups for each item, small numbers more often.
  private static List<Set<String>> randomList(SeededRandom random, int items) {
    List<Set<String>> list = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      Set<String> values = new TreeSet<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        values.add("g" + random.nextInt(1 + random.nextInt(14)));
      }
      list.add(values);
    }
    return list;
  }

  private static List<String> tryEveryGroup(List<Set<String>> list, int limit, int shown) {
    Set<String> open = new TreeSet<>();
    list.forEach(open::addAll);
    Set<Integer> taken = new HashSet<>();
    List<String> order = new ArrayList<>();
    while (order.size() < limit) {
      String best = "";
      double most = 0;
      for (String value : open) {
        double worth = 0;
        for (int place : left(list, value, taken, 10)) {
          worth += 1 / log2(2 + place);
        }
        if (worth > most + 1e-12) {
          most = worth;
          best = value;
        }
      }
      if (most == 0) {
        return order;
      }
      taken.addAll(left(list, best, taken, shown));
      open.remove(best);
      order.add(best);
    }
    return order;
  }

  private static List<Integer> left(
      List<Set<String>> list, String value, Set<Integer> taken, int most) {
    return IntStream.range(0, list.size())
        .filter(place -> list.get(place).contains(value) && !taken.contains(place))
        .limit(most)
        .boxed()
        .toList();
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
