package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.math.Parallel;
import dev.akin.model.ContentModel;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.model.NeighbourLists;
import dev.akin.model.PackedMatrixCodec;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContentTrainerTest {
  private static final ContentParameters TITLES = new ContentParameters(1, 0, 0, 0, 1);

  /// N = 3: "red" is in two items, weight ln 2 * ln(1 + 3/2); "mug" and "hat" in one, ln 2 * ln 4.
  @Test
  void itemsAreComparedByTheCosineOfTheirWeightedWords() {
    ContentModel model = titles(TITLES, "Red mug", "Red hat", "Plate");
    double red = Math.log(2.5);
    double own = Math.log(4);
    double cosine = red * red / (red * red + own * own);
    float[] scores = scores(model, new History(new int[] {0}, new float[] {2}));
    assertThat((double) scores[0]).isCloseTo(2, within(1e-6));
    assertThat((double) scores[1]).isCloseTo(2 * cosine, within(1e-6));
    assertThat(scores[2]).isZero();
  }

  /// `ln(1 + tf)`: three times a word is ln 4 / ln 2 = 2 times once.
  @Test
  void repeatedWordsSaturate() {
    ContentModel model = titles(TITLES, "tea tea tea pot", "tea pot", "cup");
    float[] vector = model.vectors().values();
    int pot = model.vectors().column(0);
    assertThat(pot).isEqualTo(1);
    assertThat(vector[1] / vector[0]).isCloseTo(2, within(1e-5f));
  }

  @Test
  void fieldsCountByTheirWeights() {
    ItemText first = new ItemText("mug", "hat", List.of("cup"), List.of("tea"));
    ContentModel model =
        new ContentTrainer(new ContentParameters(7, 3, 1, 0, 1), List.of(first)).fit();
    float[] vector = model.vectors().values();
    assertThat(vector).hasSize(3);
    assertThat(vector[1] / vector[0]).isCloseTo(2, within(1e-5f));
    assertThat(vector[2] / vector[0]).isCloseTo(3, within(1e-5f));
  }

  @Test
  void wordsOfMostItemsSayNothing() {
    ContentModel model =
        titles(new ContentParameters(1, 0, 0, 0, 0.5), "set mug", "set hat", "set hat", "set cup");
    float[] scores = scores(model, new History(new int[] {1}, new float[] {1}));
    assertThat(scores).containsExactly(new float[] {0, 1, 1, 0}, within(1e-6f));
  }

  @Test
  void sharesAreTheCosinesTimesTheStrengths() {
    ContentModel model = titles(TITLES, "red mug", "blue mug", "red hat", "");
    History history = new History(new int[] {0, 1, 3}, new float[] {1, 2, 5});
    ItemScorer.Profile profile = model.profile(history);
    float[] scores = scores(model, history);
    for (int item = 0; item < 4; item++) {
      double[] shares = profile.contributions(item);
      assertThat(shares).hasSize(3);
      assertThat(Arrays.stream(shares).sum()).isCloseTo(scores[item], within(1e-5));
    }
    assertThat(profile.contributions(2)[0]).isPositive();
    assertThat(profile.contributions(2)[1]).isZero();
    assertThat(scores(model, History.EMPTY)).containsOnly(0);
  }

  @Test
  void similarItemsComeByCosineEqualOnesByNumber() {
    ContentModel model = titles(TITLES, "red mug", "red mug", "red hat", "red mug", "bowl");
    NeighbourLists lists = model.similar(2, new Parallel(2));
    assertThat(lists.starts()).containsExactly(0, 2, 4, 6, 8, 8);
    assertThat(lists.items()).containsExactly(1, 3, 0, 3, 0, 1, 0, 1);
    assertThat(lists.weights()[0]).isCloseTo(1, within(1e-6f));
  }

  @Test
  void aModelReadBackGivesTheSameScores() {
    ContentModel model = titles(TITLES, "red mug", "blue mug", "", "red hat");
    ContentModel copy =
        new ContentModel(PackedMatrixCodec.decode(PackedMatrixCodec.encode(model.vectors())));
    History history = new History(new int[] {1, 3}, new float[] {1, 2});
    assertThat(scores(copy, history)).containsExactly(scores(model, history));
  }

  @Test
  void aShopWithoutWordsHasAModelOfZeros() {
    ContentTrainer trainer =
        new ContentTrainer(ContentParameters.DEFAULT, List.of(ItemText.EMPTY, ItemText.EMPTY));
    ContentModel model = trainer.fit(new Interactions(new CsrBuilder().build(5, 2)));
    assertThat(scores(model, new History(new int[] {0}, new float[] {1}))).containsExactly(0, 0);
    assertThatThrownBy(() -> trainer.fit(new Interactions(new CsrBuilder().build(5, 3))))
        .hasMessage("2 texts for 3 items");
  }

  @Test
  void anItemBringsItsWords() {
    Item item =
        new Item(
            new ItemId("a"),
            "Mug",
            null,
            List.of("Home > Mugs"),
            List.of("gift"),
            null,
            true,
            null,
            null,
            Map.of());
    assertThat(ItemText.of(item))
        .isEqualTo(new ItemText("Mug", "", List.of("Home > Mugs"), List.of("gift")));
    assertThat(ItemText.of(Item.bare(new ItemId("a")))).isEqualTo(ItemText.EMPTY);
  }

  /// The capital I of Turkish, letters beyond the basic plane, and combining marks.
  @Test
  void wordsAreRunsOfLettersAndDigitsInLowerCase() {
    assertThat(words("12\" T-LIGHT Holder, n°5!"))
        .containsExactly("12", "t", "light", "holder", "n", "5");
    assertThat(words("TITLE straße Ελλάδα 日本")).containsExactly("title", "straße", "ελλάδα", "日本");
    assertThat(words("\uD801\uDC00x cafe\u0301")).containsExactly("\uD801\uDC28x", "cafe\u0301");
    assertThat(words(" ... ")).isEmpty();
  }

  @Test
  void impossibleParametersAreRefusedByNameAndValue() {
    assertThatThrownBy(() -> new ContentParameters(-1, 1, 1, 1, 1))
        .hasMessage("titleWeight must be in 0.0..100.0, was -1.0");
    assertThatThrownBy(() -> new ContentParameters(1, 1, 1, 1, 2))
        .hasMessageContaining("maxDocumentFrequency");
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Words.forEach(text, words::add);
    return words;
  }

  private static ContentModel titles(ContentParameters parameters, String... titles) {
    List<ItemText> texts =
        Arrays.stream(titles).map(t -> new ItemText(t, "", List.of(), List.of())).toList();
    return new ContentTrainer(parameters, texts).fit();
  }

  private static float[] scores(ContentModel model, History history) {
    float[] scores = new float[model.items()];
    model.profile(history).scores(scores);
    return scores;
  }
}
