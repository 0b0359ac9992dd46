package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.TestUser;
import dev.akin.learn.EventRows;
import dev.akin.shop.Strength;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EventFoldTest {
  private static final Strength STRENGTH = Strength.DEFAULT;
  private static final String[] IDS = {"a", "b", "c", "d"};
  private static final Instant CUT = Instant.parse("2026-06-01T00:00:00Z");

  /// Subject 0 knows a and b and comes back for b and c; subject 1 comes only after the cut;
  /// subject 2 only before it; subject 3 comes back for what he knows and sends d back.
  private static final EventRows ROWS =
      new EventRows(
          4,
          new int[] {0, 4, 5, 6, 10},
          new int[] {0, 1, 1, 2, 3, 0, 0, 0, 3, 3},
          new float[] {5, 5, 5, 5, 5, 5, 5, 5, 5, -5},
          times(-9, -8, 1, 2, 3, -5, -4, 4, 5, 5),
          new boolean[10],
          0);

  @Test
  void onlyNewLikesOfKnownSubjectsAreToBeFound() {
    Fold fold = new EventFold(ROWS, IDS, STRENGTH, 100).at(CUT);

    assertThat(fold.tests()).hasSize(1);
    TestUser test = fold.tests().getFirst();
    assertThat(test.history().items()).containsExactly(0, 1);
    assertThat(test.relevant()).containsExactly(2);
  }

  @Test
  void nothingOfTheFutureIsLearned() {
    Fold fold = new EventFold(ROWS, IDS, STRENGTH, 100).at(CUT);

    assertThat(fold.train().strengths().indices()).containsExactly(0, 1, 0, 0);
  }

  @Test
  void theMomentParts() {
    EventFold fold = new EventFold(ROWS, IDS, STRENGTH, 100);

    assertThat(fold.moment(0.5)).isEqualTo(Instant.ofEpochMilli(ROWS.times()[3]));
    assertThat(
            new EventFold(
                    new EventRows(
                        0, new int[1], new int[0], new float[0], new long[0], new boolean[0], 0),
                    new String[0],
                    STRENGTH,
                    1)
                .moment(0.8))
        .isEqualTo(Instant.EPOCH);
  }

  @Test
  void testedSubjectsAreSpreadEvenlyOverAll() {
    int subjects = 100;
    EventRows rows =
        new EventRows(
            2,
            IntStream.rangeClosed(0, subjects).map(i -> 2 * i).toArray(),
            IntStream.range(0, 2 * subjects).map(i -> i % 2).toArray(),
            floats(2 * subjects),
            IntStream.range(0, 2 * subjects)
                .mapToLong(i -> CUT.plusSeconds(i % 2 == 0 ? -60 : 60).toEpochMilli())
                .toArray(),
            new boolean[2 * subjects],
            0);

    assertThat(new EventFold(rows, new String[] {"a", "b"}, STRENGTH, 4).at(CUT).tests())
        .extracting(TestUser::id)
        .containsExactly("0000000000", "0000000025", "0000000050", "0000000075");
  }

  private static float[] floats(int size) {
    float[] ones = new float[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static long[] times(int... days) {
    return Arrays.stream(days)
        .mapToLong(day -> CUT.plusSeconds(day * 86_400L).toEpochMilli())
        .toArray();
  }
}
