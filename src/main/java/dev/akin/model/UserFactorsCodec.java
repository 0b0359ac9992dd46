package dev.akin.model;

/// `UFAC`: where each id ends, the ids, and their rows as [QuantizedRowsCodec] writes them.
public final class UserFactorsCodec {
  private static final String KIND = "UFAC";
  private static final int VERSION = 1;

  private UserFactorsCodec() {}

  public static byte[] encode(UserFactors users) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeInts(users.ids().ends());
    writer.writeBytes(users.ids().block());
    writer.writeBytes(QuantizedRowsCodec.encode(users.rows()));
    return writer.toBytes();
  }

  /// @throws UnreadableModelException if these are not the bytes of users' factors
  public static UserFactors decode(byte[] bytes) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    int[] ends = reader.readInts();
    byte[] block = reader.readBytes();
    QuantizedRows rows = QuantizedRowsCodec.decode(reader.readBytes());
    reader.end();
    return reader.checked(() -> new UserFactors(new PackedTexts(ends, block), rows));
  }
}
