package dev.akin.model;

import java.util.Arrays;

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
          tagged(NEIGHBOURS, NeighbourListsCodec.encode(neighbours.neighbours()));
      case ProjectionModel projection ->
          tagged(PROJECTION, QuantizedRowsCodec.encode(projection.rows()));
      case ContentModel content -> tagged(CONTENT, ContentModelCodec.encode(content));
      case AutoencoderModel network -> tagged(AUTOENCODER, AutoencoderModelCodec.encode(network));
      case BlendModel blend -> tagged(BLEND, BlendModelCodec.encode(blend));
      default ->
          throw new IllegalArgumentException(
              scorer.getClass().getSimpleName() + " cannot be part of a release");
    };
  }

  /// @throws UnreadableModelException if these are not the bytes of a known kind of model
  static ItemScorer decode(byte[] bytes) {
    if (bytes.length == 0) {
      throw new UnreadableModelException("a model is empty");
    }
    byte[] model = Arrays.copyOfRange(bytes, 1, bytes.length);
    return switch (bytes[0]) {
      case FACTORS -> FactorModelCodec.decode(model);
      case NEIGHBOURS -> new NeighbourModel(NeighbourListsCodec.decode(model));
      case PROJECTION -> new ProjectionModel(QuantizedRowsCodec.decode(model));
      case CONTENT -> ContentModelCodec.decode(model);
      case AUTOENCODER -> AutoencoderModelCodec.decode(model);
      case BLEND -> BlendModelCodec.decode(model);
      default -> throw new UnreadableModelException("unknown kind of model: " + bytes[0]);
    };
  }

  private static byte[] tagged(byte kind, byte[] model) {
    byte[] tagged = new byte[model.length + 1];
    tagged[0] = kind;
    System.arraycopy(model, 0, tagged, 1, model.length);
    return tagged;
  }
}
