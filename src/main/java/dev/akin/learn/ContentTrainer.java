package dev.akin.learn;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.math.IdIndex;
import dev.akin.model.ContentModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Items described by their own words, so that an item without a single event is found.
///
/// `v_it = ln(1 + tf_it) * ln(1 + N / df_t)`, divided by the length of v_i (Salton and Buckley,
/// "Term-weighting approaches in automatic text retrieval", 1988, table 1, with the logarithm of
/// the frequency).
///
/// | symbol | meaning | range |
/// |--------|---------|-------|
/// | tf_it | count of word t in item i, each field by its weight | >= 0 |
/// | df_t | items with word t | 1..N |
/// | N | items with any word | |
///
/// Words with `df_t > max(1, maxDocumentFrequency * N)` are left out, which takes the place of a
/// list of stop words in every language. Costs one pass over the texts. An item without words has
/// the zero vector. Words are numbered in their natural order; nothing is random. Safe for
/// concurrent use.
public final class ContentTrainer implements Trainer {
  /// A tree's node, a text with its array, and a number.
  private static final long COUNTED_WORD = 120;

  /// A node, a number, and places in the lists that words are numbered by.
  private static final long DISTINCT_WORD = 100;

  private static final long OBJECTS = 256;
  private static final long CELLS_OF_STARTS = 12;

  private final ContentParameters parameters;
  private final List<ItemText> texts;

  /// @param texts one per item
  public ContentTrainer(ContentParameters parameters, List<ItemText> texts) {
    this.parameters = parameters;
    this.texts = List.copyOf(texts);
  }

  @Override
  public String name() {
    return "content";
  }

  /// Needs the number of items only.
  ///
  /// @throws IllegalArgumentException if there is not one text per item
  @Override
  public ContentModel fit(Interactions interactions) {
    interactions.notNegative();
    if (interactions.items() != texts.size()) {
      throw new IllegalArgumentException(
          texts.size() + " texts for " + interactions.items() + " items");
    }
    return fit();
  }

  /// The model of the texts alone.
  public ContentModel fit() {
    return new ContentModel(vectors());
  }

  /// What the model of the texts alone is made of: items x terms.
  public CsrMatrix vectors() {
    List<Map<String, Double>> counts = texts.stream().map(this::count).toList();
    Map<String, Integer> frequencies = new TreeMap<>();
    int described = 0;
    for (Map<String, Double> item : counts) {
      item.keySet().forEach(word -> frequencies.merge(word, 1, Integer::sum));
      described += item.isEmpty() ? 0 : 1;
    }
    double most = Math.max(1, parameters.maxDocumentFrequency() * described);
    frequencies.values().removeIf(frequency -> frequency > most);
    return vectors(counts, frequencies, described);
  }

  /// Every word of an item as text, key and number in a tree; distinct words once more; then the
  /// vectors while they are collected, and as the model holds them.
  @Override
  public MemoryNeed memory(TrainingMemory size) {
    long words = 0;
    long letters = 0;
    for (ItemText text : texts) {
      for (String part : parts(text)) {
        words += Words.count(part);
        letters += part.length();
      }
    }
    long trees = words * (COUNTED_WORD + DISTINCT_WORD) + 2 * letters + OBJECTS * texts.size();
    long model = TrainingMemory.CELL * words + CELLS_OF_STARTS * (words + texts.size());
    long collecting = TrainingMemory.collected(texts.size(), words);
    long packing = model + TrainingMemory.CELL * words;
    return new MemoryNeed(size.input() + trees + Math.max(collecting, packing), model);
  }

  private static List<String> parts(ItemText text) {
    List<String> parts = new ArrayList<>(List.of(text.title(), text.description()));
    parts.addAll(text.categories());
    parts.addAll(text.tags());
    return parts;
  }

  private Map<String, Double> count(ItemText text) {
    Map<String, Double> counts = new TreeMap<>();
    count(List.of(text.title()), parameters.titleWeight(), counts);
    count(List.of(text.description()), parameters.descriptionWeight(), counts);
    count(text.categories(), parameters.categoryWeight(), counts);
    count(text.tags(), parameters.tagWeight(), counts);
    return counts;
  }

  private static void count(List<String> field, double weight, Map<String, Double> counts) {
    for (String text : field) {
      if (weight > 0) {
        Words.forEach(text, word -> counts.merge(word, weight, Double::sum));
      }
    }
  }

  private CsrMatrix vectors(
      List<Map<String, Double>> counts, Map<String, Integer> frequencies, int described) {
    IdIndex words = IdIndex.of(frequencies.keySet());
    CsrBuilder cells = new CsrBuilder();
    for (int item = 0; item < counts.size(); item++) {
      Map<Integer, Double> vector = new TreeMap<>();
      for (Map.Entry<String, Double> count : counts.get(item).entrySet()) {
        Integer frequency = frequencies.get(count.getKey());
        if (frequency != null) {
          double rarity = StrictMath.log1p(described / (double) frequency);
          vector.put(words.indexOf(count.getKey()), StrictMath.log1p(count.getValue()) * rarity);
        }
      }
      addUnit(item, vector, cells);
    }
    return cells.build(counts.size(), words.size());
  }

  private static void addUnit(int item, Map<Integer, Double> vector, CsrBuilder cells) {
    double square = 0;
    for (double value : vector.values()) {
      square += value * value;
    }
    double length = Math.sqrt(square);
    vector.forEach((word, value) -> cells.add(item, word, (float) (value / length)));
  }
}
