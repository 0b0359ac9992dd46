package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class IdIndexTest {
  @Test
  void idsAreNumberedInTheirNaturalOrderWhateverTheOrderOfArrival() {
    IdIndex index = IdIndex.of(List.of("pear", "fig", "apple", "fig"));
    assertThat(index.ids()).containsExactly("apple", "fig", "pear");
    assertThat(index).isEqualTo(IdIndex.of(List.of("fig", "apple", "pear")));
    assertThat(index.indexOf("pear")).isEqualTo(2);
    assertThat(index.id(2)).isEqualTo("pear");
  }

  @Test
  void anUnknownIdHasNoNumber() {
    IdIndex index = IdIndex.of(List.of("b", "d"));
    for (String unknown : List.of("a", "c", "e", "")) {
      assertThat(index.indexOf(unknown)).isEqualTo(-1);
      assertThat(index.contains(unknown)).isFalse();
    }
    assertThat(IdIndex.of(List.of()).indexOf("a")).isEqualTo(-1);
  }
}
