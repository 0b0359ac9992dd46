package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrMatrix;
import dev.akin.model.ContentModel;
import dev.akin.model.ContentModelCodec;
import org.junit.jupiter.api.Test;

final class StrongestTermsTest {
  private static final ContentModel MODEL =
      new ContentModel(
          new CsrMatrix(
              3,
              5,
              new int[] {0, 3, 3, 5},
              new int[] {0, 2, 3, 1, 3},
              new float[] {0.6f, 0.1f, 0.8f, 0.3f, 0.9f}));

  @Test
  void theHeaviestTermsStayAtLengthOne() {
    CsrMatrix vectors = StrongestTerms.of(MODEL, 2).vectors();

    assertThat(vectors.starts()).containsExactly(0, 2, 2, 4);
    assertThat(vectors.values()[0]).isCloseTo(0.6f, within(1e-6f));
    assertThat(vectors.values()[1]).isCloseTo(0.8f, within(1e-6f));
  }

  @Test
  void termsThatNobodyHasAnyMoreAreForgottenSoThatTheModelCanBeStored() {
    ContentModel one = StrongestTerms.of(MODEL, 1);

    assertThat(one.vectors().columns()).isEqualTo(1);
    assertThat(one.vectors().values()).containsExactly(1, 1);
    assertThat(ContentModelCodec.decode(ContentModelCodec.encode(one)).vectors().indices())
        .containsExactly(0, 0);
  }

  @Test
  void aModelThatIsSmallEnoughStaysWhatItIs() {
    assertThat(StrongestTerms.of(MODEL, 3)).isSameAs(MODEL);
  }
}
