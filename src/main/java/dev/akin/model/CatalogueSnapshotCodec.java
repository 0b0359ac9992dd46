package dev.akin.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// `CATA`: the ids as one block of UTF-8 with their ends, then the flags (bit 0 listed, bit 1
/// available), the times, the categories and, as a block of its own, the fields.
public final class CatalogueSnapshotCodec {
  private static final String KIND = "CATA";
  private static final int VERSION = 2;
  private static final int LISTED = 1;
  private static final int AVAILABLE = 2;

  private CatalogueSnapshotCodec() {}

  public static byte[] encode(CatalogueSnapshot catalogue) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeInts(catalogue.ids().ends());
    writer.writeBytes(catalogue.ids().block());
    byte[] flags = new byte[catalogue.size()];
    for (int i = 0; i < flags.length; i++) {
      int listed = catalogue.listed()[i] ? LISTED : 0;
      flags[i] = (byte) (listed | (catalogue.available()[i] ? AVAILABLE : 0));
    }
    writer.writeBytes(flags);
    writer.writeLongs(catalogue.expiresAt());
    writer.writeLongs(catalogue.createdAt());
    writer.writeInts(catalogue.categoryStarts());
    writer.writeInts(catalogue.categories());
    writeStrings(writer, catalogue.categoryNames());
    writer.writeBytes(ItemFieldsCodec.encode(catalogue.fields()));
    return writer.toBytes();
  }

  /// @throws UnreadableModelException if these are not the bytes of a catalogue snapshot
  public static CatalogueSnapshot decode(byte[] bytes) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    int[] ends = reader.readInts();
    byte[] block = reader.readBytes();
    PackedTexts ids = reader.checked(() -> new PackedTexts(ends, block));
    byte[] flags = reader.readBytes();
    reader.require(flags.length == ids.size(), "ids and flags differ in number");
    boolean[] listed = new boolean[flags.length];
    boolean[] available = new boolean[flags.length];
    for (int i = 0; i < flags.length; i++) {
      listed[i] = (flags[i] & LISTED) != 0;
      available[i] = (flags[i] & AVAILABLE) != 0;
    }
    long[] expiresAt = reader.readLongs();
    long[] createdAt = reader.readLongs();
    int[] starts = reader.readInts();
    int[] categories = reader.readInts();
    String[] names = readStrings(reader);
    ItemFields fields = ItemFieldsCodec.decode(reader.readBlock(), flags.length);
    reader.end();
    return reader.checked(() ->
        new CatalogueSnapshot(
            ids, listed, available, expiresAt, createdAt, starts, categories, names, fields));
  }

  private static void writeStrings(BinaryWriter writer, String[] strings) {
    byte[][] encoded =
        Arrays.stream(strings)
            .map(string -> string.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    int[] ends = new int[encoded.length];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += encoded[i].length;
      ends[i] = end;
    }
    byte[] block = new byte[end];
    for (int i = 0; i < ends.length; i++) {
      System.arraycopy(encoded[i], 0, block, ends[i] - encoded[i].length, encoded[i].length);
    }
    writer.writeInts(ends);
    writer.writeBytes(block);
  }

  private static String[] readStrings(BinaryReader reader) {
    int[] ends = reader.readInts();
    byte[] block = reader.readBytes();
    String[] strings = new String[ends.length];
    int start = 0;
    for (int i = 0; i < ends.length; i++) {
      reader.require(ends[i] >= start && ends[i] <= block.length, "strings overlap");
      strings[i] = new String(block, start, ends[i] - start, StandardCharsets.UTF_8);
      start = ends[i];
    }
    return strings;
  }
}
