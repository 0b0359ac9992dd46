package dev.akin.model;

import java.nio.ByteBuffer;

/// `AUTO`: biases of the hidden layer and of the items, then encoder and decoder as
/// [QuantizedRowsCodec] writes them.
public final class AutoencoderModelCodec {
  private static final String KIND = "AUTO";
  private static final int VERSION = 1;

  private AutoencoderModelCodec() {}

  public static byte[] encode(AutoencoderModel model) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeFloats(model.hiddenBias());
    writer.writeFloats(model.itemBias());
    writer.writeBytes(QuantizedRowsCodec.encode(model.encoder()));
    writer.writeBytes(QuantizedRowsCodec.encode(model.decoder()));
    return writer.toBytes();
  }

  /// @throws UnreadableModelException if these are not the bytes of an autoencoder
  public static AutoencoderModel decode(byte[] bytes) {
    return decode(ByteBuffer.wrap(bytes));
  }

  /// The same of what remains in a buffer.
  static AutoencoderModel decode(ByteBuffer bytes) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    float[] hiddenBias = reader.readFloats();
    float[] itemBias = reader.readFloats();
    QuantizedRows encoder = QuantizedRowsCodec.decode(reader.readBlock());
    QuantizedRows decoder = QuantizedRowsCodec.decode(reader.readBlock());
    reader.end();
    return reader.checked(() -> new AutoencoderModel(encoder, hiddenBias, decoder, itemBias));
  }
}
