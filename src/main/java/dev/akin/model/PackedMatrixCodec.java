package dev.akin.model;

import dev.akin.math.PackedMatrix;
import java.nio.ByteBuffer;

/// `PACK`: number of columns, starts, cells, scales.
public final class PackedMatrixCodec {
  private static final String KIND = "PACK";
  private static final int VERSION = 1;

  private PackedMatrixCodec() {}

  public static byte[] encode(PackedMatrix matrix) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeInt(matrix.columns());
    writer.writeInts(matrix.starts());
    writer.writeInts(matrix.cells());
    writer.writeFloats(matrix.scales());
    return writer.toBytes();
  }

  /// @throws UnreadableModelException if these are not the bytes of a packed matrix
  public static PackedMatrix decode(byte[] bytes) {
    return decode(ByteBuffer.wrap(bytes));
  }

  /// The same of what remains in a buffer.
  static PackedMatrix decode(ByteBuffer bytes) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    int columns = reader.readInt();
    int[] starts = reader.readInts();
    int[] cells = reader.readInts();
    float[] scales = reader.readFloats();
    reader.end();
    return reader.checked(() -> new PackedMatrix(columns, starts, cells, scales));
  }
}
