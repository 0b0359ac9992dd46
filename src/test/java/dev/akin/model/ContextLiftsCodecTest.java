package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.model.ContextLifts.Key;
import dev.akin.model.ContextLifts.Value;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ContextLiftsCodecTest {
  private static final CatalogueSnapshot TWO =
      CatalogueSnapshot.of(
          new String[] {"lamp", "rug"},
          Map.of(
              "lamp",
              new Item(
                  new ItemId("lamp"),
                  null,
                  null,
                  List.of("Home"),
                  List.of(),
                  null,
                  true,
                  null,
                  null,
                  Map.of())));

  private static ContextLifts lifts(int category, int item) {
    Value mobile =
        new Value(
            "mobile",
            new int[] {category},
            new float[] {0.5f},
            new int[] {item},
            new float[] {-0.25f});
    return new ContextLifts(List.of(new Key("device", false, 0.5, 1, List.of(mobile))));
  }

  @Test
  void liftsComeBackAsTheyWere() {
    ContextLifts read = ContextLiftsCodec.decode(ContextLiftsCodec.encode(lifts(0, 1)), TWO);

    Key device = Objects.requireNonNull(read.key("device"));
    Value mobile = Objects.requireNonNull(device.value("mobile"));
    assertThat(device.personal()).isEqualTo(0.5);
    assertThat(device.impersonal()).isEqualTo(1);
    assertThat(device.fromClock()).isFalse();
    assertThat(mobile.categories()).containsExactly(0);
    assertThat(mobile.categoryLogs()).containsExactly(0.5f);
    assertThat(mobile.items()).containsExactly(1);
    assertThat(mobile.itemLogs()).containsExactly(-0.25f);
    assertThat(read.size()).isEqualTo(2);
  }

  @Test
  void whatIsNotOfTheCatalogueIsUnreadable() {
    for (ContextLifts other : List.of(lifts(1, 1), lifts(0, 2))) {
      assertThatThrownBy(() -> ContextLiftsCodec.decode(ContextLiftsCodec.encode(other), TWO))
          .isInstanceOf(UnreadableModelException.class);
    }
  }

  @Test
  void noByteIsTooFewOrTooMany() {
    byte[] bytes = ContextLiftsCodec.encode(lifts(0, 1));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> ContextLiftsCodec.decode(cut, TWO))
          .as(length + " bytes")
          .isInstanceOf(UnreadableModelException.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> ContextLiftsCodec.decode(longer, TWO))
        .isInstanceOf(UnreadableModelException.class);
  }

  @Test
  void everythingIsBounded() {
    int[] many = IntStream.rangeClosed(0, ContextLifts.MOST_LIFTS).toArray();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Value("v", many, new float[many.length], many, new float[0]));

    Value one = lifts(0, 0).keys().getFirst().values().getFirst();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Key("k", false, 1, 1, Collections.nCopies(25, one)));
    List<Key> nine =
        IntStream.range(0, 9).mapToObj(n -> new Key("k" + n, false, 1, 1, List.of(one))).toList();
    assertThatIllegalArgumentException().isThrownBy(() -> new ContextLifts(nine));
  }

  @Test
  void theLargestPartHasLessThanTwoMegabytes() {
    int[] numbers = IntStream.range(0, ContextLifts.MOST_LIFTS).toArray();
    float[] logs = new float[numbers.length];
    List<Value> values =
        IntStream.range(0, ContextLifts.MOST_VALUES)
            .mapToObj(v -> new Value("v" + v, numbers, logs, numbers, logs))
            .toList();
    List<Key> keys =
        IntStream.range(0, ContextLifts.MOST_KEYS)
            .mapToObj(k -> new Key("k" + k, false, 1, 1, values))
            .toList();

    assertThat(ContextLiftsCodec.encode(new ContextLifts(keys))).hasSizeLessThan(1_600_000);
  }
}
