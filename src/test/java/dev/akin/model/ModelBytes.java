package dev.akin.model;

import dev.akin.math.CsrMatrix;
import java.util.Optional;

/// The bytes of every model that an algorithm makes, so that tests can compare and read back what
/// they do not know the kind of. A kind that is unknown here and to releases is refused.
public final class ModelBytes {
  private ModelBytes() {}

  public static byte[] of(ItemScorer model) {
    return switch (model) {
      case PopularityModel popular -> PopularityCodec.encode(popular.popularity());
      case RatingScorer ratings -> RatingModelCodec.encode(ratings.model());
      case UserNeighbourModel users -> rows(users.byUser());
      case KernelModel kernel -> KernelModelCodec.encode(kernel);
      case BlendModel blend when !fitsARelease(blend) -> members(blend);
      default -> ItemScorerCodec.encode(model);
    };
  }

  /// What a release, or the file of a model, gives back; nothing for what is never stored because
  /// it holds what users did.
  public static Optional<ItemScorer> readBack(ItemScorer model) {
    byte[] bytes = of(model);
    return switch (model) {
      case PopularityModel _ -> Optional.of(new PopularityModel(PopularityCodec.decode(bytes)));
      case RatingScorer _ -> Optional.of(new RatingScorer(RatingModelCodec.decode(bytes)));
      case UserNeighbourModel _ -> Optional.empty();
      case BlendModel blend when !fitsARelease(blend) -> Optional.empty();
      case KernelModel _ -> Optional.of(KernelModelCodec.decode(bytes));
      default -> Optional.of(ItemScorerCodec.decode(bytes));
    };
  }

  /// Whether a release takes the model as a scorer.
  public static boolean fitsARelease(ItemScorer model) {
    try {
      return ItemScorerCodec.encode(model).length > 0;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static byte[] members(BlendModel blend) {
    BinaryWriter writer = new BinaryWriter("TEST", 2);
    for (BlendModel.Member member : blend.members()) {
      writer.writeDoubles(new double[] {member.weight()});
      writer.writeBytes(of(member.model()));
    }
    return writer.toBytes();
  }

  private static byte[] rows(CsrMatrix matrix) {
    BinaryWriter writer = new BinaryWriter("TEST", 1);
    writer.writeInt(matrix.columns());
    writer.writeInts(matrix.starts());
    writer.writeInts(matrix.indices());
    writer.writeFloats(matrix.values());
    return writer.toBytes();
  }
}
