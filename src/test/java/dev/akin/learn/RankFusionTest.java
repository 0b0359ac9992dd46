package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.model.NeighbourLists;
import dev.akin.model.NeighbourModel;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RankFusionTest {
  private static final NeighbourLists ONE =
      NeighbourLists.of(
          new int[][] {{1, 2, 3}, {0}, {}, {}}, new float[][] {{900, 3, 1}, {0.5f}, {}, {}});
  private static final NeighbourLists OTHER =
      NeighbourLists.of(
          new int[][] {{2, 3}, {}, {}, {0}}, new float[][] {{0.2f, 0.1f}, {}, {}, {7}});

  @Test
  void whatSeveralListsAgreeOnComesFirstWhateverTheirWeights() {
    NeighbourLists fused = RankFusion.of(List.of(ONE, OTHER), 10);

    assertThat(fused.starts()).containsExactly(0, 3, 4, 4, 5);
    assertThat(fused.items()).containsExactly(2, 3, 1, 0, 0);
    assertThat(fused.weights()[0]).isEqualTo(1f / 62 + 1f / 61);
    assertThat(fused.weights()[1]).isEqualTo(1f / 63 + 1f / 62);
    assertThat(fused.weights()[2]).isEqualTo(1f / 61);
  }

  @Test
  void listsAreCutAndTiesGoToTheSmallerItem() {
    NeighbourLists tied =
        NeighbourLists.of(new int[][] {{2}, {}, {}, {}}, new float[][] {{1}, {}, {}, {}});

    NeighbourLists fused = RankFusion.of(List.of(new NeighbourModel(ONE).neighbours(1), tied), 1);

    assertThat(fused.items()).containsExactly(1, 0);
  }
}
