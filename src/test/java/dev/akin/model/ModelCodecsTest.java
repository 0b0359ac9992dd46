package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.math.CsrMatrix;
import dev.akin.math.NeuralTangentKernel;
import dev.akin.model.BlendModel.Member;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What every codec of this package promises, on one small value each.
final class ModelCodecsTest {
  private static final SortedMap<String, ItemScorer> MODELS =
      new TreeMap<>(
          Map.of(
              "content",
              content(),
              "trending",
              new PopularityModel(new Popularity(new float[] {1, 2}))));

  static Stream<Arguments> encoded() {
    QuantizedRows rows = QuantizedRows.of(new float[] {1, -2, 0, 0, 0.5f, 3}, 3, 2);
    return Stream.of(
        codec(
            PopularityCodec.encode(new Popularity(new float[] {3, 0, 1.5f})),
            bytes -> PopularityCodec.encode(PopularityCodec.decode(bytes))),
        codec(
            ItemScorerCodec.encode(neighbours()),
            bytes -> ItemScorerCodec.encode(ItemScorerCodec.decode(bytes))),
        codec(
            QuantizedRowsCodec.encode(rows),
            bytes -> QuantizedRowsCodec.encode(QuantizedRowsCodec.decode(bytes))),
        codec(
            UserFactorsCodec.encode(users(rows)),
            bytes -> UserFactorsCodec.encode(UserFactorsCodec.decode(bytes))),
        codec(
            RatingModelCodec.encode(ratingModel(rows)),
            bytes -> RatingModelCodec.encode(RatingModelCodec.decode(bytes))),
        codec(
            AutoencoderModelCodec.encode(autoencoder(rows)),
            bytes -> AutoencoderModelCodec.encode(AutoencoderModelCodec.decode(bytes))),
        codec(
            PackedMatrixCodec.encode(content().vectors()),
            bytes -> PackedMatrixCodec.encode(PackedMatrixCodec.decode(bytes))),
        codec(
            TrendsCodec.encode(trends()),
            bytes -> TrendsCodec.encode(TrendsCodec.decode(bytes, 4))),
        codec(
            HabitsCodec.encode(habits()),
            bytes -> HabitsCodec.encode(HabitsCodec.decode(bytes, 4, 2))),
        codec(
            BlendWeightsCodec.encode(blend(), MODELS),
            bytes -> BlendWeightsCodec.encode(BlendWeightsCodec.decode(bytes, MODELS), MODELS)),
        codec(
            KernelModelCodec.encode(kernel(rows)),
            bytes -> KernelModelCodec.encode(KernelModelCodec.decode(bytes))),
        codec(
            ItemScorerCodec.encode(content()),
            bytes -> ItemScorerCodec.encode(ItemScorerCodec.decode(bytes))),
        codec(
            ItemScorerCodec.encode(new ProjectionModel(rows)),
            bytes -> ItemScorerCodec.encode(ItemScorerCodec.decode(bytes))),
        codec(
            FactorModelCodec.encode(factors(rows)),
            bytes -> FactorModelCodec.encode(FactorModelCodec.decode(bytes))));
  }

  private static Habits habits() {
    Habit often = new Habit(0.03f, 30, 0.01f);
    Habit seldom = new Habit(0.0001f, 200, 0.5f);
    return new Habits(
        new Habit(0.002f, 60, 0.4f),
        Habits.Table.of(new int[] {0, 3}, new Habit[] {often, seldom}),
        Habits.Table.of(new int[] {1}, new Habit[] {seldom}));
  }

  private static UserFactors users(QuantizedRows rows) {
    return new UserFactors(PackedTexts.of(List.of("ann", "bob", "łukasz")), rows);
  }

  private static FactorModel factors(QuantizedRows rows) {
    return new FactorModel(rows, new float[] {1, 0.5f, 0}, new FoldIn(0.1, 0.01, 1, 7));
  }

  private static RatingModel ratingModel(QuantizedRows rows) {
    RatingModel.Side side = new RatingModel.Side(new float[] {0, -1, 0.25f}, rows);
    return new RatingModel(new RatingModel.Scale(3.5, 1, 5), side, side);
  }

  private static AutoencoderModel autoencoder(QuantizedRows rows) {
    float[] itemBias = {0.5f, AutoencoderModel.UNTRAINED, -3};
    return new AutoencoderModel(rows, new float[] {0.1f, 0}, rows, itemBias);
  }

  private static Trends trends() {
    return new Trends(
        new TreeMap<>(
            Map.of(
                1, new Popularity(new float[] {0, 0, 0, 0}),
                7, new Popularity(new float[] {0, 1.5f, 0, 2}),
                30, new Popularity(new float[] {0.25f, 0, 0, 0}))));
  }

  private static BlendModel blend() {
    return new BlendModel(
        MODELS.entrySet().stream()
            .map(model -> new Member(model.getKey(), 0.5, model.getValue()))
            .toList());
  }

  private static KernelModel kernel(QuantizedRows rows) {
    CsrMatrix histories =
        new CsrMatrix(2, 3, new int[] {0, 2, 3}, new int[] {0, 2, 1}, new float[] {0.6f, 0.8f, 1});
    float[] itemWeights = {1, 1, 0.5f};
    return new KernelModel(
        new NeuralTangentKernel(3), histories, itemWeights, rows, new float[] {-1, 0, 3.5f});
  }

  private static NeighbourModel neighbours() {
    return new NeighbourModel(
        new NeighbourLists(new int[] {0, 1, 1}, new int[] {1}, new float[] {0.3f}));
  }

  private static ContentModel content() {
    return new ContentModel(
        new CsrMatrix(2, 3, new int[] {0, 2, 3}, new int[] {0, 2, 1}, new float[] {0.6f, 0.8f, 1}));
  }

  private static Arguments codec(byte[] bytes, Function<byte[], byte[]> roundTrip) {
    return Arguments.of(bytes, roundTrip);
  }

  @ParameterizedTest
  @MethodSource("encoded")
  void decodingAndEncodingGivesTheSameBytes(byte[] bytes, Function<byte[], byte[]> roundTrip) {
    assertThat(roundTrip.apply(bytes)).containsExactly(bytes);
  }

  @ParameterizedTest
  @MethodSource("encoded")
  void everyShorterPrefixIsRefused(byte[] bytes, Function<byte[], byte[]> roundTrip) {
    for (int length = 0; length < bytes.length; length++) {
      byte[] prefix = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> roundTrip.apply(prefix))
          .as("%d of %d bytes", length, bytes.length)
          .isInstanceOf(UnreadableModelException.class);
    }
  }

  /// Any one byte may change: the value is refused or readable, but nothing else happens.
  @ParameterizedTest
  @MethodSource("encoded")
  void aDamagedByteCannotDoHarm(byte[] bytes, Function<byte[], byte[]> roundTrip) {
    int refused = 0;
    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= (byte) 0xff;
      try {
        assertThat(roundTrip.apply(damaged)).hasSameSizeAs(bytes);
      } catch (UnreadableModelException expected) {
        refused++;
      }
    }
    assertThat(refused).as("at least the header").isGreaterThanOrEqualTo(8);
  }
}
