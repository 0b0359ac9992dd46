package dev.akin.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.rank.Explanation.Share;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExplanationTest {
  private static final History HISTORY =
      new History(new int[] {2, 5, 7, 8, 9}, new float[] {1, 1, 1, 1, 1});

  @Test
  void namesTheThreeLargestSharesAndTheRest() {
    List<Share> shares = Explanation.of(profile(0.1, 0.4, 0.2, 0.05, 0.25), HISTORY, 0);

    assertThat(shares).extracting(Share::item).containsExactly(5, 9, 7, Share.REST);
    assertThat(shares.get(0).share()).isCloseTo(0.4, within(1e-9));
    assertThat(sum(shares)).isCloseTo(1, within(1e-9));
  }

  @Test
  void sharesSumToOneEvenWhenSomeEventsSpeakAgainstTheItem() {
    List<Share> shares = Explanation.of(profile(0.9, -0.3, 0.6, -0.1, -0.1), HISTORY, 0);

    assertThat(shares).extracting(Share::item).containsExactly(2, 7, Share.REST);
    assertThat(shares.getLast().share()).isNegative();
    assertThat(sum(shares)).isCloseTo(1, within(1e-9));
  }

  @Test
  void aScoreThatIsNotPositiveHasNoShares() {
    assertThat(Explanation.of(profile(0.1, -0.1, 0, 0, 0), HISTORY, 0)).isEmpty();
  }

  @Test
  void whatIsTheSameForEverybodyHasAShareOfItsOwn() {
    List<Share> shares = Explanation.of(profile(0.6, 0.1, 0.1, 0.1, 0.1, 1), HISTORY, 0);

    assertThat(shares).extracting(Share::item).startsWith(Share.EVERYBODY, 2).endsWith(Share.REST);
    assertThat(shares.getFirst().share()).isCloseTo(0.5, within(1e-9));
    assertThat(sum(shares)).isCloseTo(1, within(1e-9));
    assertThat(Explanation.of(profile(0.6, 0.1, 0.1, 0.1, 0.1, 0.3), HISTORY, 0))
        .extracting(Share::item)
        .startsWith(2, Share.EVERYBODY)
        .endsWith(Share.REST);
  }

  @Test
  void aModelThatCannotSayHasNoShares() {
    assertThat(Explanation.of(profile(), HISTORY, 0)).isEmpty();
  }

  private static double sum(List<Share> shares) {
    return shares.stream().mapToDouble(Share::share).sum();
  }

  /// @param parts the contributions of the history's five events; a sixth is the constant
  private static ItemScorer.Profile profile(double... parts) {
    double[] contributions = Arrays.copyOf(parts, Math.min(parts.length, HISTORY.size()));
    return new ItemScorer.Profile() {
      @Override
      public void scores(float[] into) {
        throw new AssertionError("an explanation needs no scores");
      }

      @Override
      public double[] contributions(int item) {
        return contributions;
      }

      @Override
      public double constant(int item) {
        return parts.length > HISTORY.size() ? parts[HISTORY.size()] : 0;
      }
    };
  }
}
