package dev.akin.model;

import java.nio.ByteBuffer;

/// `FACT`: the fold-in's four numbers, the weights of the items, G in full, and the item factors as
/// [QuantizedRowsCodec] writes them.
public final class FactorModelCodec {
  private static final String KIND = "FACT";
  private static final int VERSION = 2;

  private FactorModelCodec() {}

  public static byte[] encode(FactorModel model) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeDouble(model.foldIn().unobservedWeight());
    writer.writeDouble(model.foldIn().regularization());
    writer.writeDouble(model.foldIn().frequencyScaling());
    writer.writeDouble(model.foldIn().meanWeight());
    writer.writeFloats(model.weights());
    writer.writeDoubles(model.gram());
    writer.writeBytes(QuantizedRowsCodec.encode(model.factors()));
    return writer.toBytes();
  }

  /// @throws UnreadableModelException if these are not the bytes of a factor model
  public static FactorModel decode(byte[] bytes) {
    return decode(ByteBuffer.wrap(bytes));
  }

  /// The same of what remains in a buffer.
  static FactorModel decode(ByteBuffer bytes) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    double unobservedWeight = reader.readDouble();
    double regularization = reader.readDouble();
    double frequencyScaling = reader.readDouble();
    double meanWeight = reader.readDouble();
    float[] weights = reader.readFloats();
    double[] gram = reader.readDoubles();
    QuantizedRows factors = QuantizedRowsCodec.decode(reader.readBlock());
    reader.end();
    return reader.checked(() -> {
      FoldIn foldIn = new FoldIn(unobservedWeight, regularization, frequencyScaling, meanWeight);
      return new FactorModel(factors, weights, gram, foldIn);
    });
  }
}
