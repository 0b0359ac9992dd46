package dev.akin.bench;

import dev.akin.learn.ContentParameters;
import dev.akin.learn.ContentTrainer;
import dev.akin.learn.ItemText;
import dev.akin.learn.StrongestTerms;
import dev.akin.math.RowTiles;
import dev.akin.math.SeededRandom;
import dev.akin.model.BlendModel;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ContentModel;
import dev.akin.model.FactorModel;
import dev.akin.model.FoldIn;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.model.NeighbourLists;
import dev.akin.model.NeighbourModel;
import dev.akin.model.Popularity;
import dev.akin.model.QuantizedRows;
import dev.akin.model.ReleaseContent;
import dev.akin.model.ReleasePart;
import dev.akin.model.Trends;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A release as a shop of this size would have it, without having to be trained: sizes, lengths of
/// lists and frequencies of words are what a training makes, who likes what is drawn. A linear
/// model is not in it because 100,000 items are too many for one. Same arguments, same bytes.
final class GeneratedRelease {
  static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  /// What all items together may have, as in dev.akin.app.Recipes and dev.akin.app.SimilarLists.
  private static final int MOST_ENTRIES = 2_000_000;

  private static final int SIMILAR_ENTRIES = 1_500_000;
  private static final int VOCABULARY = 80_000;
  private static final int TITLE_WORDS = 6;
  private static final int DESCRIPTION_WORDS = 30;
  private static final int BRANDS = 2_000;
  private static final double SKEW = 3;

  private final int items;
  private final int factors;
  private final SeededRandom random;

  private GeneratedRelease(int items, int factors, long seed) {
    this.items = items;
    this.factors = factors;
    random = new SeededRandom(seed);
  }

  static ReleaseContent of(int items, int factors, long seed) {
    return new GeneratedRelease(items, factors, seed).content();
  }

  /// Some distinct items, the popular ones more often.
  static History history(int items, int events, long seed) {
    SeededRandom random = new SeededRandom(seed);
    int[] numbers =
        IntStream.generate(() -> (int) (items * StrictMath.pow(random.nextDouble(), 2)))
            .distinct()
            .limit(events)
            .sorted()
            .toArray();
    float[] strengths = new float[events];
    Arrays.fill(strengths, 1);
    return new History(numbers, strengths);
  }

  /// The parts that are read as a whole, by name.
  static Map<String, byte[]> bytes(List<ReleasePart> encoded) {
    Map<String, byte[]> bytes = new HashMap<>();
    for (ReleasePart part : encoded) {
      if (!part.name().startsWith("similar-")) {
        ByteBuffer whole = ByteBuffer.allocate((int) part.bytes());
        part.chunks().forEach(whole::put);
        bytes.put(part.name(), whole.array());
      }
    }
    return bytes;
  }

  private ReleaseContent content() {
    SortedMap<String, Item> catalogue = new TreeMap<>();
    List<ItemText> texts = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      Item item = item(String.format("item-%06d", i));
      catalogue.put(item.id().value(), item);
      texts.add(
          new ItemText(item.title(), words(DESCRIPTION_WORDS), item.categories(), item.tags()));
    }
    Popularity popularity = popularity();
    Trends trends =
        new Trends(new TreeMap<>(Map.of(1, popularity(), 7, popularity(), 30, popularity())));
    SortedMap<String, ItemScorer> scorers = scorers(texts, trends);
    SortedMap<String, NeighbourLists> similar = new TreeMap<>();
    for (String basis : List.of("behaviour", "blend", "content", "together")) {
      similar.put(basis, lists(Math.clamp(SIMILAR_ENTRIES / items, 10, 50)));
    }
    return new ReleaseContent(
        CatalogueSnapshot.of(catalogue.keySet().toArray(String[]::new), catalogue),
        popularity,
        trends,
        scorers,
        similar);
  }

  private SortedMap<String, ItemScorer> scorers(List<ItemText> texts, Trends trends) {
    ContentModel content =
        new ContentModel(
            StrongestTerms.of(
                new ContentTrainer(ContentParameters.DEFAULT, texts).vectors(),
                Math.max(10, MOST_ENTRIES / items)));
    ItemScorer neighbours = new NeighbourModel(lists(Math.clamp(MOST_ENTRIES / items, 10, 100)));
    ItemScorer latent = factorModel();
    SortedMap<String, ItemScorer> scorers =
        new TreeMap<>(Map.of("content", content, "neighbours", neighbours, "factors", latent));
    scorers.put(
        "blend",
        new BlendModel(
            List.of(
                new BlendModel.Member("neighbours", 0.4, neighbours),
                new BlendModel.Member("factors", 0.4, latent),
                new BlendModel.Member("content", 0.15, content),
                new BlendModel.Member("trending", 0.05, trends.model(items)))));
    return scorers;
  }

  private Item item(String id) {
    int department = random.nextInt(12);
    return new Item(
        new ItemId(id),
        words(TITLE_WORDS),
        null,
        List.of("dep" + department + " > shelf" + department + "x" + random.nextInt(25)),
        List.of("tag" + random.nextInt(30), "mark" + random.nextInt(300)),
        new Price(random.nextInt(12_000) / 100.0, "EUR"),
        random.nextInt(20) > 0,
        NOW.minus(Duration.ofHours(random.nextInt(9_000))),
        null,
        Map.of(
            "brand", new AttributeValue.Text("b" + random.nextInt(BRANDS)),
            "organic", new AttributeValue.Flag(random.nextInt(2) == 0)));
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int w = 0; w < count; w++) {
      text.append('w').append(skewed(VOCABULARY)).append(' ');
    }
    return text.toString().strip();
  }

  private int skewed(int bound) {
    return (int) (bound * StrictMath.pow(random.nextDouble(), SKEW));
  }

  private Popularity popularity() {
    float[] scores = new float[items];
    for (int draw = 0; draw < 10 * items; draw++) {
      scores[skewed(items)]++;
    }
    return new Popularity(scores);
  }

  private FactorModel factorModel() {
    byte[] values = new byte[items * factors];
    for (int p = 0; p < values.length; p++) {
      values[p] = (byte) Math.clamp(Math.round(40 * random.nextGaussian()), -127, 127);
    }
    float[] scales = new float[items];
    float[] weights = new float[items];
    Arrays.fill(scales, 0.003f);
    Arrays.fill(weights, 1);
    return new FactorModel(
        new QuantizedRows(items, factors, RowTiles.of(values, items, factors), scales),
        weights,
        new FoldIn(0.1, 0.003, 1, 1));
  }

  private NeighbourLists lists(int length) {
    int[][] others = new int[items][];
    float[][] weights = new float[items][length];
    for (int item = 0; item < items; item++) {
      others[item] = others(item, length);
      for (int n = 0; n < length; n++) {
        weights[item][n] = 1f / (1 + n);
      }
    }
    return NeighbourLists.of(others, weights);
  }

  private int[] others(int item, int length) {
    int[] others = new int[length];
    for (int n = 0; n < length; n++) {
      int other = skewed(items);
      while (other == item || contains(others, n, other)) {
        other = random.nextInt(items);
      }
      others[n] = other;
    }
    return others;
  }

  private static boolean contains(int[] numbers, int count, int wanted) {
    for (int n = 0; n < count; n++) {
      if (numbers[n] == wanted) {
        return true;
      }
    }
    return false;
  }
}
