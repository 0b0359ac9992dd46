package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrMatrix;
import org.junit.jupiter.api.Test;

final class StrongestTermsTest {
  private static final CsrMatrix VECTORS =
      new CsrMatrix(
          3,
          5,
          new int[] {0, 3, 3, 5},
          new int[] {0, 2, 3, 1, 3},
          new float[] {0.6f, 0.1f, 0.8f, 0.3f, 0.9f});

  @Test
  void theHeaviestTermsStayAtLengthOne() {
    CsrMatrix vectors = StrongestTerms.of(VECTORS, 2);

    assertThat(vectors.starts()).containsExactly(0, 2, 2, 4);
    assertThat(vectors.values()[0]).isCloseTo(0.6f, within(1e-6f));
    assertThat(vectors.values()[1]).isCloseTo(0.8f, within(1e-6f));
  }

  @Test
  void termsThatNobodyHasAnyMoreAreForgottenSoThatTheModelCanBeStored() {
    CsrMatrix one = StrongestTerms.of(VECTORS, 1);

    assertThat(one.columns()).isEqualTo(1);
    assertThat(one.values()).containsExactly(1, 1);
  }

  @Test
  void aModelThatIsSmallEnoughStaysWhatItIs() {
    assertThat(StrongestTerms.of(VECTORS, 3)).isSameAs(VECTORS);
  }
}
