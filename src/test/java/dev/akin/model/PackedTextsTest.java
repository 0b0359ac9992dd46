package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.math.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackedTextsTest {
  /// One, two, three and four bytes; the last two in another order than their bytes.
  private static final List<String> LETTERS =
      List.of("a", "b", "é", "ü", "\ud7ff", "\ue000", "\uffee", "😀", "𐀀");

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 33, 64, 65, 400, 1_024, 1_025, 3_000})
  void everyTextIsFoundWhereABinarySearchOfTheTextsFindsIt(int size) {
    SeededRandom random = new SeededRandom(7);
    TreeSet<String> texts = new TreeSet<>();
    while (texts.size() < size) {
      texts.add(text(random));
    }
    String[] sorted = texts.toArray(String[]::new);
    PackedTexts packed = PackedTexts.of(List.of(sorted));

    assertThat(packed.toArray()).containsExactly(sorted);
    for (String wanted : sorted) {
      assertThat(packed.find(wanted)).as(wanted).isEqualTo(Arrays.binarySearch(sorted, wanted));
    }
    for (int i = 0; i < 2_000; i++) {
      String wanted = text(random);
      assertThat(packed.find(wanted)).as(wanted).isEqualTo(Arrays.binarySearch(sorted, wanted));
    }
  }

  @Test
  void amongNoTextsNoneIsFound() {
    assertThat(PackedTexts.of(List.of()).find("a")).isEqualTo(-1);
  }

  private static String text(SeededRandom random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(6); length > 0; length--) {
      text.append(LETTERS.get(random.nextInt(LETTERS.size())));
    }
    return text.toString();
  }
}
