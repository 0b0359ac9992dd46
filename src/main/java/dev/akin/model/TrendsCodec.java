package dev.akin.model;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// `TREN`: how many windows, then of each its days, the items that trend, ascending, and their
/// scores. Most items do not, so only those that do are stored.
public final class TrendsCodec {
  private static final String KIND = "TREN";
  private static final int VERSION = 1;

  private TrendsCodec() {}

  public static byte[] encode(Trends trends) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeInt(trends.byDays().size());
    for (Map.Entry<Integer, Popularity> window : trends.byDays().entrySet()) {
      float[] scores = window.getValue().scores();
      int[] items = IntStream.range(0, scores.length).filter(i -> scores[i] > 0).toArray();
      float[] positive = new float[items.length];
      for (int n = 0; n < items.length; n++) {
        positive[n] = scores[items[n]];
      }
      writer.writeInt(window.getKey());
      writer.writeInts(items);
      writer.writeFloats(positive);
    }
    return writer.toBytes();
  }

  /// @param items how many the catalogue of the release has
  /// @throws UnreadableModelException if these are not the trends of such a catalogue
  public static Trends decode(byte[] bytes, int items) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    int count = reader.readInt();
    reader.require(count >= 0 && count <= Trends.WINDOWS.size(), count + " windows");
    SortedMap<Integer, Popularity> byDays = new TreeMap<>();
    for (int w = 0; w < count; w++) {
      int days = reader.readInt();
      reader.require(days > (byDays.isEmpty() ? 0 : byDays.lastKey()), "days must ascend");
      byDays.put(days, scores(reader, items));
    }
    reader.end();
    return new Trends(byDays);
  }

  private static Popularity scores(BinaryReader reader, int items) {
    int[] trending = reader.readInts();
    float[] positive = reader.readFloats();
    reader.require(trending.length == positive.length, "one score for every item");
    float[] scores = new float[items];
    int last = -1;
    for (int n = 0; n < trending.length; n++) {
      reader.require(trending[n] > last && trending[n] < items, "bad item " + trending[n]);
      reader.require(positive[n] > 0, "bad score " + positive[n]);
      last = trending[n];
      scores[last] = positive[n];
    }
    return reader.checked(() -> new Popularity(scores));
  }
}
