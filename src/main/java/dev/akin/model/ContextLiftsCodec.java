package dev.akin.model;

import dev.akin.model.ContextLifts.Key;
import dev.akin.model.ContextLifts.Value;
import java.util.ArrayList;
import java.util.List;

/// `CTXL`: how many keys, then of each its name, whether the clock gives it, its two weights, and
/// how many values; of each value its word, categories and their logarithms, items and theirs.
public final class ContextLiftsCodec {
  private static final String KIND = "CTXL";
  private static final int VERSION = 1;

  private ContextLiftsCodec() {}

  public static byte[] encode(ContextLifts lifts) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeInt(lifts.keys().size());
    for (Key key : lifts.keys()) {
      writer.writeString(key.name());
      writer.writeInt(key.fromClock() ? 1 : 0);
      writer.writeDouble(key.personal());
      writer.writeDouble(key.impersonal());
      writer.writeInt(key.values().size());
      for (Value value : key.values()) {
        writer.writeString(value.name());
        writer.writeInts(value.categories());
        writer.writeFloats(value.categoryLogs());
        writer.writeInts(value.items());
        writer.writeFloats(value.itemLogs());
      }
    }
    return writer.toBytes();
  }

  /// @throws UnreadableModelException if these are not lifts over such a catalogue
  public static ContextLifts decode(byte[] bytes, CatalogueSnapshot catalogue) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    int count = count(reader, ContextLifts.MOST_KEYS, "keys");
    List<Key> keys = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      keys.add(key(reader));
    }
    reader.end();
    ContextLifts lifts = reader.checked(() -> new ContextLifts(keys));
    reader.require(lifts.within(catalogue), "items or categories that the catalogue has not");
    return lifts;
  }

  private static Key key(BinaryReader reader) {
    String name = reader.readString();
    int fromClock = reader.readInt();
    reader.require(fromClock == 0 || fromClock == 1, "bad flag " + fromClock);
    double personal = reader.readDouble();
    double impersonal = reader.readDouble();
    int count = count(reader, ContextLifts.MOST_VALUES, "values");
    List<Value> values = new ArrayList<>();
    for (int v = 0; v < count; v++) {
      values.add(value(reader));
    }
    return reader.checked(() -> new Key(name, fromClock == 1, personal, impersonal, values));
  }

  private static Value value(BinaryReader reader) {
    String name = reader.readString();
    int[] categories = reader.readInts();
    float[] categoryLogs = reader.readFloats();
    int[] items = reader.readInts();
    float[] itemLogs = reader.readFloats();
    return reader.checked(() -> new Value(name, categories, categoryLogs, items, itemLogs));
  }

  private static int count(BinaryReader reader, int most, String what) {
    int count = reader.readInt();
    reader.require(count >= 0 && count <= most, count + " " + what);
    return count;
  }
}
