package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.math.SeededRandom;
import dev.akin.model.BlendModel;
import dev.akin.model.BlendModel.Member;
import dev.akin.model.BlendModelCodec;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.model.NeighbourLists;
import dev.akin.model.NeighbourModel;
import dev.akin.model.Popularity;
import dev.akin.model.PopularityModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BlendTrainerTest extends TrainerContract {
  private static final BlendParameters PARAMETERS = BlendParameters.DEFAULT.withThreads(1);

  private static Trainer neighbours(int threads) {
    return new ItemKnnTrainer(ItemKnnParameters.DEFAULT.withThreads(threads));
  }

  @Override
  Trainer trainer(int threads) {
    AlsParameters als = AlsParameters.DEFAULT.withFactors(6).withThreads(threads);
    return new BlendTrainer(
        List.of(new AlsTrainer(als), neighbours(threads)), PARAMETERS.withThreads(threads));
  }

  @Override
  byte[] encode(ItemScorer model) {
    return BlendModelCodec.encode((BlendModel) model);
  }

  @Override
  ItemScorer decode(byte[] bytes) {
    return BlendModelCodec.decode(bytes);
  }

  /// Other users hide other items, so weights differ.
  @Override
  boolean hardlyDependsOnOrder() {
    return false;
  }

  /// Knows nothing: the neighbours of an item are the three with the next numbers.
  private record NextNumbers() implements Trainer {
    @Override
    public String name() {
      return "next";
    }

    @Override
    public NeighbourModel fit(Interactions interactions) {
      int items = interactions.items();
      int[] starts = new int[items + 1];
      int[] neighbours = new int[3 * items];
      float[] weights = new float[3 * items];
      for (int n = 0; n < 3 * items; n++) {
        starts[n / 3 + 1] = n + 1;
        neighbours[n] = (n / 3 + 1 + n % 3) % items;
        weights[n] = 4 - n % 3;
      }
      return new NeighbourModel(new NeighbourLists(starts, neighbours, weights));
    }

    @Override
    public MemoryNeed memory(TrainingMemory size) {
      return new MemoryNeed(size.input(), 0);
    }
  }

  /// Four tastes of ten items each, spread over the numbers.
  private static Interactions tastes(int users) {
    SeededRandom random = new SeededRandom(3);
    CsrBuilder cells = new CsrBuilder();
    for (int user = 0; user < users; user++) {
      for (int n = 0; n < 8; n++) {
        cells.add(user, user % 4 + 4 * random.nextInt(10), 1);
      }
    }
    return new Interactions(cells.build(users, 40));
  }

  @Test
  void aMemberThatKnowsNothingIsLeftOut() {
    List<Trainer> members = List.of(new NextNumbers(), neighbours(1));
    BlendModel model = new BlendTrainer(members, PARAMETERS).fit(tastes(200));
    assertThat(model.members()).extracting(Member::name).containsExactly("item-knn");
    assertThat(model.members().getFirst().weight()).isPositive();
  }

  /// Later every user of the first taste likes item 39, which only the member of the next numbers
  /// can know of: 38 and 36 were had before.
  @Test
  void weightsLearnedOnWhatCameLaterFollowTheLater() {
    CsrBuilder before = new CsrBuilder();
    CsrBuilder later = new CsrBuilder();
    for (int user = 0; user < 60; user++) {
      before.add(user, user % 4 + 4 * (user % 9), 1);
      before.add(user, 38, 1);
      later.add(user, 39, 1);
    }
    List<Trainer> members = List.of(new NextNumbers(), neighbours(1));

    double[] weights =
        new BlendTrainer(members, PARAMETERS)
            .weights(new Interactions(before.build(60, 40)), later.build(60, 40));

    assertThat(weights[0]).isPositive();
    BlendModel.Member next = new Member("next", weights[0], new NextNumbers().fit(tastes(10)));
    BlendModel.Member knn =
        new Member("knn", weights[1], neighbours(1).fit(new Interactions(before.build(60, 40))));
    float[] scores = new float[40];
    new BlendModel(List.of(next, knn))
        .profile(new History(new int[] {38}, new float[] {1}))
        .scores(scores);
    assertThat(scores[39]).isEqualTo(max(scores));
  }

  private static float max(float[] scores) {
    float max = 0;
    for (float score : scores) {
      max = Math.max(max, score);
    }
    return max;
  }

  @Test
  void aMemberThatIsTheSameForEverybodyAddsAConstant() {
    PopularityModel everybody = new PopularityModel(new Popularity(new float[40]));
    everybody.popularity().scores()[7] = 2;
    NeighbourModel next = new NextNumbers().fit(tastes(10));
    BlendModel blend =
        new BlendModel(List.of(new Member("next", 1, next), new Member("all", 3, everybody)));
    BlendModel.BlendProfile profile =
        blend.profile(new History(new int[] {5, 6}, new float[] {1, 2}));
    float[] scores = new float[40];
    profile.scores(scores);

    double shares = Arrays.stream(profile.contributions(7)).sum();

    assertThat(profile.constant(7)).isEqualTo(6);
    assertThat(shares + profile.constant(7)).isCloseTo(scores[7], within(1e-5));
    assertThat(profile.constant(8)).isZero();
  }

  @Test
  void withoutAValidationAllMembersWeighTheSame() {
    List<Trainer> members = List.of(new NextNumbers(), neighbours(1));
    BlendModel model = new BlendTrainer(members, PARAMETERS).fit(tastes(10));
    BlendModel tenfold =
        new BlendTrainer(List.of(new Louder(new NextNumbers()), neighbours(1)), PARAMETERS)
            .fit(tastes(10));

    assertThat(tenfold.members().get(0).weight())
        .as("ten times the scores, a tenth of the weight")
        .isCloseTo(model.members().get(0).weight() / 10, within(1e-6));
    assertThat(tenfold.members().get(1).weight()).isEqualTo(model.members().get(1).weight());
  }

  @Test
  void withoutAnybodyAllMembersWeighTheSame() {
    List<Trainer> members = List.of(new NextNumbers(), neighbours(1));
    Interactions nobody = new Interactions(new CsrBuilder().build(3, 40));

    BlendModel model = new BlendTrainer(members, PARAMETERS).fit(nobody);

    assertThat(model.members()).extracting(Member::weight).containsExactly(0.5, 0.5);
  }

  /// The same lists in another unit.
  private record Louder(NextNumbers trainer) implements Trainer {
    @Override
    public String name() {
      return trainer.name();
    }

    @Override
    public NeighbourModel fit(Interactions interactions) {
      NeighbourLists lists = trainer.fit(interactions).neighbours(3);
      float[] weights = lists.weights().clone();
      for (int n = 0; n < weights.length; n++) {
        weights[n] *= 10;
      }
      return new NeighbourModel(new NeighbourLists(lists.starts(), lists.items(), weights));
    }

    @Override
    public MemoryNeed memory(TrainingMemory size) {
      return trainer.memory(size);
    }
  }

  @Test
  void everyItemNamesTheMemberThatAddsMost() {
    NeighbourModel one = new NextNumbers().fit(tastes(10));
    NeighbourModel other = (NeighbourModel) neighbours(1).fit(tastes(10));
    BlendModel blend =
        new BlendModel(List.of(new Member("one", 1, one), new Member("other", 1000, other)));
    BlendModel.BlendProfile profile =
        blend.profile(new History(new int[] {0, 4}, new float[] {1, 1}));
    assertThat(profile.leader(1).name()).isEqualTo("one");
    assertThat(profile.leader(8).name()).isEqualTo("other");
    assertThat(profile.leader(39).name()).as("nobody knows it").isEqualTo("one");
  }

  @Test
  void scoresAreTheWeightedSumOfTheMembers() {
    Interactions interactions = tastes(40);
    NeighbourModel next = new NextNumbers().fit(interactions);
    NeighbourModel knn = (NeighbourModel) neighbours(1).fit(interactions);
    List<Member> members = List.of(new Member("next", 0.25, next), new Member("knn", 3, knn));
    History history = interactions.history(0);
    float[] scores = new float[40];
    float[] first = new float[40];
    float[] second = new float[40];
    new BlendModel(members).profile(history).scores(scores);
    next.profile(history).scores(first);
    knn.profile(history).scores(second);
    for (int item = 0; item < 40; item++) {
      double expected = 0.25 * first[item] + 3 * second[item];
      assertThat((double) scores[item]).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void oneMemberThatCannotExplainSilencesTheBlend() {
    Interactions interactions = tastes(40);
    AutoencoderParameters small =
        AutoencoderParameters.DEFAULT.withHidden(2).withEpochs(1, 1).withThreads(1);
    BlendModel blend =
        new BlendTrainer(List.of(neighbours(1), new AutoencoderTrainer(small)), PARAMETERS)
            .fit(tastes(10));
    assertThat(blend.members()).hasSize(2);
    assertThat(blend.profile(interactions.history(0)).contributions(3)).isEmpty();
    assertThat(encode(decode(encode(blend)))).containsExactly(encode(blend));
  }

  @Test
  void impossibleBlendsAreRefused() {
    NeighbourModel small = (NeighbourModel) neighbours(1).fit(PlantedInteractions.twoKinds(4));
    NeighbourModel large = (NeighbourModel) neighbours(1).fit(PlantedInteractions.twoKinds(6));
    Member member = new Member("small", 1, small);
    assertThatThrownBy(() -> new BlendModel(List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(() -> new BlendModel(List.of(member, new Member("large", 1, large))))
        .hasMessage("large has another number of items");
    assertThatThrownBy(() -> new Member("small", -1, small)).hasMessageContaining("small");
    BlendModel blend = new BlendModel(List.of(member));
    assertThatThrownBy(() -> new Member("blend", 1, blend)).hasMessageContaining("blend");
    assertThatThrownBy(() -> new BlendTrainer(List.of(), PARAMETERS))
        .hasMessageContaining("at least one");
    assertThatThrownBy(() -> PARAMETERS.withThreads(0)).hasMessageContaining("threads");
  }
}
