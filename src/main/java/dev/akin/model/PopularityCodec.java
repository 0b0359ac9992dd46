package dev.akin.model;

/// `POPU`: the scores.
public final class PopularityCodec {
  private static final String KIND = "POPU";
  private static final int VERSION = 1;

  private PopularityCodec() {}

  public static byte[] encode(Popularity popularity) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeFloats(popularity.scores());
    return writer.toBytes();
  }

  /// @throws UnreadableModelException if these are not the bytes of a popularity
  public static Popularity decode(byte[] bytes) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    float[] scores = reader.readFloats();
    reader.end();
    return reader.checked(() -> new Popularity(scores));
  }
}
