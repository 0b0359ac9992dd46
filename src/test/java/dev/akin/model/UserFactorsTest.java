package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.SeededRandom;
import dev.akin.shop.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UserFactorsTest {
  private static final QuantizedRows THREE =
      QuantizedRows.of(new float[] {3, 4, 0, 0, -4, 3}, 3, 2);

  @Test
  void cosinesKnowDirectionsAndNoLengths() {
    UserFactors users = new UserFactors(PackedTexts.of(List.of("a", "b", "c")), THREE);

    float[] cosines = users.cosines(new float[] {300, 400});

    assertThat(cosines[0]).isCloseTo(1, within(0.01f));
    assertThat(cosines[1]).as("a row of zeros").isZero();
    assertThat(cosines[2]).isCloseTo(0, within(0.01f));
    assertThat(users.cosines(new float[] {0, 0})).containsOnly(0);
    assertThat(users.cosines(new float[] {-1e-20f, 0})[2]).isCloseTo(0.8f, within(0.01f));
  }

  @Test
  void cosinesAreThoseOfTheRowsAsTheyAreMeant() {
    int k = 64;
    SeededRandom random = new SeededRandom(5);
    float[] dense = new float[100 * k];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = (float) (random.nextDouble() - 0.5);
    }
    QuantizedRows rows = QuantizedRows.of(dense, 100, k);
    List<String> ids = IntStream.range(100, 200).mapToObj(Integer::toString).toList();
    UserFactors users = new UserFactors(PackedTexts.of(ids), rows);
    float[] query = new float[k];
    System.arraycopy(dense, 7 * k, query, 0, k);

    float[] cosines = users.cosines(query);

    for (int user = 0; user < 100; user++) {
      double[] row = new double[k];
      rows.row(user, row);
      double product = 0;
      double left = 0;
      double right = 0;
      for (int c = 0; c < k; c++) {
        product += row[c] * query[c];
        left += row[c] * row[c];
        right += query[c] * query[c];
      }
      assertThat((double) cosines[user]).isCloseTo(product / Math.sqrt(left * right), within(1e-5));
    }
    assertThat(users.find(new UserId("107"))).isEqualTo(7);
    assertThat(users.find(new UserId("99"))).isNegative();
    assertThat(users.id(7)).isEqualTo(new UserId("107"));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new UserFactors(PackedTexts.of(List.of("a", "b")), THREE))
        .hasMessageContaining("2 ids for 3 rows");
    assertThatThrownBy(() -> new UserFactors(PackedTexts.of(List.of("a", "c", "b")), THREE))
        .hasMessageContaining("ascending");
    assertThatThrownBy(() -> new UserFactors(PackedTexts.of(List.of("a", "b", "b")), THREE))
        .hasMessageContaining("distinct");
    UserFactors users = new UserFactors(PackedTexts.of(List.of("a", "b", "c")), THREE);
    assertThatThrownBy(() -> users.cosines(new float[3])).hasMessageContaining("3 factors, not 2");
  }
}
