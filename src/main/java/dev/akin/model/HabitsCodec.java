package dev.akin.model;

/// `HABI`: rate, interval and spread of the shop, then a table of items and one of categories, each
/// being the numbers, ascending, and their rates, intervals and spreads.
public final class HabitsCodec {
  private static final String KIND = "HABI";
  private static final int VERSION = 1;

  private HabitsCodec() {}

  public static byte[] encode(Habits habits) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeFloat(habits.shop().rate());
    writer.writeFloat(habits.shop().interval());
    writer.writeFloat(habits.shop().spread());
    write(writer, habits.items());
    write(writer, habits.categories());
    return writer.toBytes();
  }

  private static void write(BinaryWriter writer, Habits.Table table) {
    writer.writeInts(table.keys());
    writer.writeFloats(table.rates());
    writer.writeFloats(table.intervals());
    writer.writeFloats(table.spreads());
  }

  /// @param items how many the catalogue of the release has
  /// @param categories how many it has
  /// @throws UnreadableModelException if these are not the habits of such a catalogue
  public static Habits decode(byte[] bytes, int items, int categories) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    float rate = reader.readFloat();
    float interval = reader.readFloat();
    float spread = reader.readFloat();
    Habit shop = reader.checked(() -> new Habit(rate, interval, spread));
    Habits habits = new Habits(shop, table(reader, items), table(reader, categories));
    reader.end();
    return habits;
  }

  private static Habits.Table table(BinaryReader reader, int end) {
    int[] keys = reader.readInts();
    float[] rates = reader.readFloats();
    float[] intervals = reader.readFloats();
    float[] spreads = reader.readFloats();
    Habits.Table table = reader.checked(() -> new Habits.Table(keys, rates, intervals, spreads));
    reader.require(table.below(end), "numbers must be below " + end);
    return table;
  }
}
