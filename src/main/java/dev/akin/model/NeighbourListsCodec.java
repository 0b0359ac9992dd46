package dev.akin.model;

/// `NEIG`: starts, items, weights.
public final class NeighbourListsCodec {
  private static final String KIND = "NEIG";
  private static final int VERSION = 1;

  private NeighbourListsCodec() {}

  public static byte[] encode(NeighbourLists lists) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeInts(lists.starts());
    writer.writeInts(lists.items());
    writer.writeFloats(lists.weights());
    return writer.toBytes();
  }

  /// @throws UnreadableModelException if these are not the bytes of neighbour lists
  public static NeighbourLists decode(byte[] bytes) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    int[] starts = reader.readInts();
    int[] items = reader.readInts();
    float[] weights = reader.readFloats();
    reader.end();
    return reader.checked(() -> new NeighbourLists(starts, items, weights));
  }
}
