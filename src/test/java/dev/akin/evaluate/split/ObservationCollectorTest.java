package dev.akin.evaluate.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.evaluate.TinyShop;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ObservationCollectorTest {
  @Test
  void theEarliestObservationOfAPairStays() {
    Observations rows =
        new ObservationCollector()
            .add("u", "a", 5, 30, Part.TRAIN)
            .add("u", "a", 2, 10, Part.TRAIN)
            .add("u", "a", 9, 20, Part.TRAIN)
            .build();
    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.repeats()).isEqualTo(2);
    assertThat(rows.columns().time()).containsExactly(10);
    assertThat(rows.columns().value()).containsExactly(2);
  }

  @Test
  void rowsAreSortedByUserThenItem() {
    Observations rows =
        new ObservationCollector()
            .add("b", "y", 1, 0, Part.TRAIN)
            .add("a", "z", 2, 0, Part.TRAIN)
            .add("b", "x", 3, 0, Part.TRAIN)
            .build();
    assertThat(rows.users().ids()).containsExactly("a", "b");
    assertThat(rows.columns().value()).containsExactly(2, 3, 1);
    assertThat(rows.starts()).containsExactly(0, 1, 3);
  }

  @Test
  void manyRowsGrowTheTables() {
    Observations rows = TinyShop.observations(500, 60, 4);
    assertThat(rows.size() + rows.repeats()).isEqualTo(TinyShop.rows(500, 60, 4).size());
    assertThat(Arrays.stream(rows.columns().item()).max().orElseThrow())
        .isLessThan(rows.items().size());
  }

  @Test
  void subsetsKeepOneUseOnly() {
    Observations all = TinyShop.observations(30, 20, 4);
    Part[] parts = new Protocol.RandomPerUser(0.3, 1).parts(all);
    Observations trained = Subsets.of(all, parts, Part.TRAIN);
    assertThat(trained.size())
        .isEqualTo((int) Arrays.stream(parts).filter(part -> part == Part.TRAIN).count());
  }
}
