package dev.akin.model;

import java.nio.ByteBuffer;

/// `QROW`: rows, columns, values, scales.
public final class QuantizedRowsCodec {
  private static final String KIND = "QROW";
  private static final int VERSION = 2;

  private QuantizedRowsCodec() {}

  public static byte[] encode(QuantizedRows rows) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeInt(rows.rows());
    writer.writeInt(rows.columns());
    writer.writeBytes(rows.values());
    writer.writeFloats(rows.scales());
    return writer.toBytes();
  }

  /// @throws UnreadableModelException if these are not the bytes of quantised rows
  public static QuantizedRows decode(byte[] bytes) {
    return decode(ByteBuffer.wrap(bytes));
  }

  /// The same of what remains in a buffer.
  static QuantizedRows decode(ByteBuffer bytes) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    int rows = reader.readInt();
    int columns = reader.readInt();
    byte[] values = reader.readBytes();
    float[] scales = reader.readFloats();
    reader.end();
    return reader.checked(() -> new QuantizedRows(rows, columns, values, scales));
  }
}
