package dev.akin.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// `FIEL`: the columns, then the names of those left out. A column is its name, its kind (bit 0:
/// several values per item), starts if it has several, the width of a code, codes, numbers and
/// texts.
final class ItemFieldsCodec {
  private static final String KIND = "FIEL";
  private static final int VERSION = 1;
  private static final int SEVERAL = 1;

  private ItemFieldsCodec() {}

  static byte[] encode(ItemFields fields) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeInt(fields.columns().size());
    for (Map.Entry<String, ItemColumn> named : fields.columns().entrySet()) {
      writer.writeString(named.getKey());
      write(writer, named.getValue());
    }
    writer.writeInt(fields.leftOut().size());
    fields.leftOut().forEach(writer::writeString);
    return writer.toBytes();
  }

  /// @param items how many items every column must have
  /// @throws UnreadableModelException if these are not the bytes of the fields of so many items
  static ItemFields decode(ByteBuffer bytes, int items) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    SortedMap<String, ItemColumn> columns = new TreeMap<>();
    int count = reader.readInt();
    reader.require(count >= 0, "a negative number of columns");
    for (int i = 0; i < count; i++) {
      String name = reader.readString();
      ItemColumn column = read(reader);
      reader.require(column.size() == items, name + " and ids differ in number");
      columns.put(name, column);
    }
    SortedSet<String> leftOut = new TreeSet<>();
    int left = reader.readInt();
    reader.require(left >= 0, "a negative number of names");
    for (int i = 0; i < left; i++) {
      leftOut.add(reader.readString());
    }
    reader.end();
    return new ItemFields(columns, leftOut);
  }

  private static void write(BinaryWriter writer, ItemColumn column) {
    writer.writeInt(column.starts() == null ? 0 : SEVERAL);
    if (column.starts() != null) {
      writer.writeInts(column.starts());
    }
    writer.writeInt(column.codes().bytesEach());
    switch (column.codes()) {
      case PackedInts.OfBytes narrow -> writer.writeBytes(narrow.values());
      case PackedInts.OfChars wide -> writer.writeBytes(bytes(wide.values()));
      case PackedInts.OfInts full -> writer.writeInts(full.values());
    }
    writer.writeDoubles(column.numbers());
    writer.writeInts(column.texts().ends());
    writer.writeBytes(column.texts().block());
  }

  private static ItemColumn read(BinaryReader reader) {
    int kind = reader.readInt();
    reader.require(kind == 0 || kind == SEVERAL, "a column of kind " + kind);
    int[] starts = kind == SEVERAL ? reader.readInts() : null;
    int width = reader.readInt();
    PackedInts codes =
        switch (width) {
          case Byte.BYTES -> new PackedInts.OfBytes(reader.readBytes());
          case Character.BYTES -> new PackedInts.OfChars(chars(reader.readBytes()));
          case Integer.BYTES -> new PackedInts.OfInts(reader.readInts());
          default -> throw new UnreadableModelException(KIND + ": codes of " + width + " bytes");
        };
    double[] numbers = reader.readDoubles();
    int[] ends = reader.readInts();
    byte[] block = reader.readBytes();
    return reader.checked(
        () -> new ItemColumn(starts, codes, numbers, new PackedTexts(ends, block)));
  }

  private static byte[] bytes(char[] values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Character.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asCharBuffer().put(values);
    return buffer.array();
  }

  private static char[] chars(byte[] bytes) {
    char[] values = new char[bytes.length / Character.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().get(values);
    return values;
  }
}
