package dev.akin.model;

import dev.akin.math.CsrMatrix;

/// `CONT`: number of terms, starts, terms, values.
public final class ContentModelCodec {
  private static final String KIND = "CONT";
  private static final int VERSION = 1;

  private ContentModelCodec() {}

  public static byte[] encode(ContentModel model) {
    CsrMatrix vectors = model.vectors();
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeInt(vectors.columns());
    writer.writeInts(vectors.starts());
    writer.writeInts(vectors.indices());
    writer.writeFloats(vectors.values());
    return writer.toBytes();
  }

  /// @throws UnreadableModelException if these are not the bytes of a content model
  public static ContentModel decode(byte[] bytes) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    int terms = reader.readInt();
    int[] starts = reader.readInts();
    int[] indices = reader.readInts();
    float[] values = reader.readFloats();
    reader.end();
    reader.require(starts.length > 0, "no starts");
    reader.require(terms >= 0 && terms <= indices.length, terms + " terms");
    return reader.checked(() -> {
      requireEnd(starts, indices);
      return new ContentModel(new CsrMatrix(starts.length - 1, terms, starts, indices, values));
    });
  }

  private static void requireEnd(int[] starts, int[] indices) {
    if (starts[0] != 0 || starts[starts.length - 1] != indices.length) {
      throw new IllegalArgumentException("starts must run from 0 to " + indices.length);
    }
  }
}
