package dev.akin.model;

import dev.akin.math.PackedMatrix;
import java.nio.ByteBuffer;
import java.util.function.Function;

/// One byte that says which kind of model follows, then the model in its own format.
final class ItemScorerCodec {
  private static final byte FACTORS = 1;
  private static final byte NEIGHBOURS = 2;
  private static final byte PROJECTION = 3;
  private static final byte CONTENT = 4;
  private static final byte AUTOENCODER = 5;
  static final byte BLEND = 6;

  private ItemScorerCodec() {}

  /// @throws IllegalArgumentException for a scorer that is never part of a release
  static byte[] encode(ItemScorer scorer) {
    return switch (scorer) {
      case FactorModel factors -> tagged(FACTORS, FactorModelCodec.encode(factors));
      case NeighbourModel neighbours ->
          tagged(NEIGHBOURS, PackedMatrixCodec.encode(neighbours.weights()));
      case ProjectionModel projection ->
          tagged(PROJECTION, QuantizedRowsCodec.encode(projection.rows()));
      case ContentModel content -> tagged(CONTENT, PackedMatrixCodec.encode(content.vectors()));
      case AutoencoderModel network -> tagged(AUTOENCODER, AutoencoderModelCodec.encode(network));
      case BlendModel blend -> tagged(BLEND, BlendModelCodec.encode(blend));
      default ->
          throw new IllegalArgumentException(
              scorer.getClass().getSimpleName() + " cannot be part of a release");
    };
  }

  /// @throws UnreadableModelException if these are not the bytes of a known kind of model
  static ItemScorer decode(byte[] bytes) {
    return decode(ByteBuffer.wrap(bytes));
  }

  /// The same of what remains in a buffer.
  static ItemScorer decode(ByteBuffer bytes) {
    if (!bytes.hasRemaining()) {
      throw new UnreadableModelException("a model is empty");
    }
    byte kind = bytes.get(bytes.position());
    ByteBuffer model = bytes.slice(bytes.position() + 1, bytes.remaining() - 1);
    return switch (kind) {
      case FACTORS -> FactorModelCodec.decode(model);
      case NEIGHBOURS -> fitting(PackedMatrixCodec.decode(model), NeighbourModel::new);
      case PROJECTION -> new ProjectionModel(QuantizedRowsCodec.decode(model));
      case CONTENT -> fitting(PackedMatrixCodec.decode(model), ContentModel::new);
      case AUTOENCODER -> AutoencoderModelCodec.decode(model);
      case BLEND -> BlendModelCodec.decode(model);
      default -> throw new UnreadableModelException("unknown kind of model: " + kind);
    };
  }

  private static ItemScorer fitting(PackedMatrix matrix, Function<PackedMatrix, ItemScorer> model) {
    try {
      return model.apply(matrix);
    } catch (IllegalArgumentException refused) {
      throw new UnreadableModelException("a model does not fit: " + refused.getMessage());
    }
  }

  private static byte[] tagged(byte kind, byte[] model) {
    byte[] tagged = new byte[model.length + 1];
    tagged[0] = kind;
    System.arraycopy(model, 0, tagged, 1, model.length);
    return tagged;
  }
}
