package dev.akin.evaluate.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.akin.evaluate.TinyShop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolTest {
  private static final Observations SHOP = TinyShop.observations(40, 30, 5);

  static List<Protocol> protocols() {
    return List.of(
        new Protocol.RandomPairs(0.2, 1),
        new Protocol.RandomPerUser(0.2, 1),
        new Protocol.LeaveLastOut(1),
        new Protocol.TimeCut(new Protocol.LastShare(0.2)),
        new Protocol.TimeCut(new Protocol.LastDays(3)),
        new Protocol.HeldOutUsers(0.25, 0.2, 1));
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void everyRowHasOneUseAndSomethingIsTested(Protocol protocol) {
    Part[] parts = protocol.parts(SHOP);
    assertThat(parts).hasSize(SHOP.size()).doesNotContainNull();
    assertThat(parts).contains(Part.TRAIN, Part.TEST);
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void theOrderOfTheFileDoesNotMatter(Protocol protocol) {
    List<TinyShop.Row> rows = new ArrayList<>(TinyShop.rows(40, 30, 5));
    Collections.shuffle(rows, new Random(3));
    Observations shuffled = TinyShop.collected(rows);
    assertThat(uses(shuffled, protocol)).isEqualTo(uses(SHOP, protocol));
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void theSameProtocolTwiceGivesTheSameParts(Protocol protocol) {
    assertThat(protocol.parts(SHOP)).isEqualTo(protocol.parts(SHOP));
  }

  @Test
  void anotherSeedDrawsOtherRows() {
    assertThat(new Protocol.RandomPairs(0.2, 2).parts(SHOP))
        .isNotEqualTo(new Protocol.RandomPairs(0.2, 1).parts(SHOP));
    assertThat(new Protocol.RandomPerUser(0.2, 2).parts(SHOP))
        .isNotEqualTo(new Protocol.RandomPerUser(0.2, 1).parts(SHOP));
    assertThat(new Protocol.HeldOutUsers(0.25, 0.2, 2).parts(SHOP))
        .isNotEqualTo(new Protocol.HeldOutUsers(0.25, 0.2, 1).parts(SHOP));
  }

  @Test
  void randomPairsTestsExactlyTheShare() {
    assertThat(count(new Protocol.RandomPairs(0.2, 1), Part.TEST))
        .isEqualTo(Math.round(0.2 * SHOP.size()));
  }

  @Test
  void perUserHidesAFifthRoundedDownButAtLeastOne() {
    Part[] parts = new Protocol.RandomPerUser(0.2, 1).parts(SHOP);
    for (int user = 0; user < SHOP.users().size(); user++) {
      long expected = SHOP.size(user) < 2 ? 0 : Math.max(1, SHOP.size(user) / 5);
      assertThat(count(parts, user, Part.TEST)).isEqualTo(expected);
    }
  }

  @Test
  void leaveLastOutHidesTheLatestOfEveryUser() {
    Part[] parts = new Protocol.LeaveLastOut(1).parts(SHOP);
    for (int user = 0; user < SHOP.users().size(); user++) {
      int from = SHOP.starts()[user];
      int to = SHOP.starts()[user + 1];
      if (to - from < 2) {
        continue;
      }
      int hidden = IntStream.range(from, to).filter(r -> parts[r] == Part.TEST).sum();
      assertThat(count(parts, user, Part.TEST)).isEqualTo(1);
      for (int row = from; row < to; row++) {
        assertThat(SHOP.columns().time()[row]).isLessThanOrEqualTo(SHOP.columns().time()[hidden]);
      }
    }
  }

  @Test
  void timeCutTestsTheFutureOnly() {
    Part[] parts = new Protocol.TimeCut(new Protocol.LastShare(0.2)).parts(SHOP);
    long lastTrained = Long.MIN_VALUE;
    long firstTested = Long.MAX_VALUE;
    for (int row = 0; row < parts.length; row++) {
      long time = SHOP.columns().time()[row];
      switch (parts[row]) {
        case TRAIN -> lastTrained = Math.max(lastTrained, time);
        case TEST -> firstTested = Math.min(firstTested, time);
        case INPUT -> throw new AssertionError("no fold-in here");
      }
    }
    assertThat(lastTrained).isLessThan(firstTested);
    long tested = count(new Protocol.TimeCut(new Protocol.LastShare(0.2)), Part.TEST);
    assertThat(tested).isGreaterThanOrEqualTo(Math.round(0.2 * SHOP.size()));
  }

  @Test
  void lastDaysCountBackFromTheNewestEvent() {
    ObservationCollector rows = new ObservationCollector();
    for (int day = 0; day < 10; day++) {
      rows.add("u", "i" + day, 1, 1_000 + TimeUnit.DAYS.toMillis(day), Part.TRAIN);
    }
    Part[] parts = new Protocol.TimeCut(new Protocol.LastDays(3)).parts(rows.build());
    assertThat(parts).containsOnly(Part.TRAIN, Part.TEST);
    assertThat(Arrays.stream(parts).filter(part -> part == Part.TEST)).hasSize(3);
  }

  @Test
  void heldOutUsersAreNeverTrainedOn() {
    Part[] parts = new Protocol.HeldOutUsers(0.25, 0.2, 1).parts(SHOP);
    int held = 0;
    for (int user = 0; user < SHOP.users().size(); user++) {
      if (count(parts, user, Part.TRAIN) == 0) {
        held++;
        assertThat(count(parts, user, Part.INPUT)).isPositive();
        assertThat(count(parts, user, Part.TEST)).isEqualTo(Math.max(1, SHOP.size(user) / 5));
      } else {
        assertThat(count(parts, user, Part.TRAIN)).isEqualTo(SHOP.size(user));
      }
    }
    long several =
        IntStream.range(0, SHOP.users().size()).filter(user -> SHOP.size(user) >= 2).count();
    assertThat(held).isEqualTo((int) Math.round(0.25 * several));
  }

  @Test
  void givenPartsStayAsTheFilesSay() {
    ObservationCollector rows = new ObservationCollector();
    rows.add("u", "a", 1, 0, Part.TRAIN).add("u", "b", 1, 0, Part.TEST);
    assertThat(new Protocol.Given("files").parts(rows.build()))
        .containsExactly(Part.TRAIN, Part.TEST);
  }

  @Test
  void protocolsThatNeedTimesSaySo() {
    Observations timeless =
        new ObservationCollector()
            .add("u", "a", 1, 0, Part.TRAIN)
            .add("u", "b", 1, 0, Part.TRAIN)
            .build();
    assertThatExceptionOfType(UnfitInputException.class)
        .isThrownBy(() -> new Protocol.LeaveLastOut(1).parts(timeless))
        .withMessageContaining("timestamp");
    assertThatExceptionOfType(UnfitInputException.class)
        .isThrownBy(() -> new Protocol.TimeCut(new Protocol.LastDays(1)).parts(timeless));
  }

  @Test
  void sharesOutsideOfZeroToOneAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Protocol.RandomPairs(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Protocol.RandomPerUser(1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Protocol.HeldOutUsers(Double.NaN, 0.2, 1));
  }

  private static Map<String, Part> uses(Observations observations, Protocol protocol) {
    Part[] parts = protocol.parts(observations);
    Map<String, Part> uses = new TreeMap<>();
    for (int user = 0; user < observations.users().size(); user++) {
      for (int row = observations.starts()[user]; row < observations.starts()[user + 1]; row++) {
        String item = observations.items().id(observations.columns().item()[row]);
        uses.put(observations.users().id(user) + " " + item, parts[row]);
      }
    }
    return uses;
  }

  private static long count(Protocol protocol, Part wanted) {
    return Arrays.stream(protocol.parts(SHOP)).filter(part -> part == wanted).count();
  }

  private static long count(Part[] parts, int user, Part wanted) {
    return IntStream.range(SHOP.starts()[user], SHOP.starts()[user + 1])
        .filter(row -> parts[row] == wanted)
        .count();
  }
}
