package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.math.CsrBuilder;
import dev.akin.math.CsrMatrix;
import dev.akin.model.BinaryReader;
import dev.akin.model.BinaryWriter;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.model.UserNeighbourModel;
import dev.akin.model.UserNeighbourModel.UserProfile;
import dev.akin.model.UserSimilarity;
import org.junit.jupiter.api.Test;

final class UserKnnTrainerTest extends TrainerContract {
  @Override
  Trainer trainer(int threads) {
    return new UserKnnTrainer(UserKnnParameters.DEFAULT);
  }

  /// No release holds users, so this format is the test's own.
  @Override
  byte[] encode(ItemScorer model) {
    CsrMatrix rows = ((UserNeighbourModel) model).byUser();
    BinaryWriter writer = new BinaryWriter("TEST", 1);
    writer.writeInt(rows.columns());
    writer.writeInts(rows.starts());
    writer.writeInts(rows.indices());
    writer.writeFloats(rows.values());
    return writer.toBytes();
  }

  @Override
  ItemScorer decode(byte[] bytes) {
    BinaryReader reader = new BinaryReader(bytes, "TEST", 1);
    int columns = reader.readInt();
    int[] starts = reader.readInts();
    int[] indices = reader.readInts();
    CsrMatrix rows =
        new CsrMatrix(starts.length - 1, columns, starts, indices, reader.readFloats());
    return new UserKnnTrainer(UserKnnParameters.DEFAULT).fit(new Interactions(rows));
  }

  /// The errata of DESIGN.md, section 8: 45/55 and not 0.942.
  @Test
  void theCosineOfTwoUsersIsTheirProductOverTheirLengths() {
    UserProfile profile =
        model(UserSimilarity.COSINE, 5, 0, new float[] {4, 3, 2, 5, 1}).profile(past());
    assertThat(profile.users()).containsExactly(0);
    assertThat(profile.userSimilarities()[0]).isCloseTo(45 / 55.0, within(1e-6));
    UserProfile shrunk =
        model(UserSimilarity.COSINE, 5, 10, new float[] {4, 3, 2, 5, 1}).profile(past());
    assertThat(shrunk.userSimilarities()[0]).isCloseTo(45 / 65.0, within(1e-6));
  }

  /// Both have mean 3: the deviations (0, 1, 2, -1, -2) and (1, 1, 0, 0, -2) have product 5 and
  /// squares 10 and 6. The second user deviates the other way and does not count.
  @Test
  void pearsonComparesDeviationsFromTheMean() {
    UserProfile profile =
        model(
                UserSimilarity.PEARSON,
                5,
                0,
                new float[] {4, 4, 3, 3, 1},
                new float[] {3, 2, 1, 4, 5})
            .profile(past());
    assertThat(profile.users()).containsExactly(0);
    assertThat(profile.userSimilarities()[0]).isCloseTo(5 / Math.sqrt(60), within(1e-6));
  }

  /// History (1, 1, 0, 0); users (1, 0, 2, 0) with similarity 1 / sqrt 10 and (1, 1, 0, 3) with 2 /
  /// sqrt 22.
  @Test
  void theVotesOfSimilarUsersAreAddedUpAndSplitBack() {
    History history = new History(new int[] {0, 1}, new float[] {1, 1});
    UserNeighbourModel model =
        model(UserSimilarity.COSINE, 2, 0, new float[] {1, 0, 2, 0}, new float[] {1, 1, 0, 3});
    UserProfile profile = model.profile(history);
    float[] scores = new float[4];
    profile.scores(scores);
    double first = 1 / Math.sqrt(10);
    double second = 2 / Math.sqrt(22);
    assertThat(profile.users()).containsExactly(1, 0);
    assertThat((double) scores[2]).isCloseTo(2 * first, within(1e-6));
    assertThat((double) scores[3]).isCloseTo(3 * second, within(1e-6));
    assertThat(profile.contributions(2)).containsExactly(new double[] {2 * first, 0}, within(1e-6));
    assertThat(profile.contributions(3))
        .containsExactly(new double[] {1.5 * second, 1.5 * second}, within(1e-6));
  }

  @Test
  void onlyTheMostSimilarUsersVote() {
    UserNeighbourModel model =
        model(UserSimilarity.COSINE, 1, 0, new float[] {1, 0, 2, 0}, new float[] {1, 1, 0, 3});
    float[] scores = new float[4];
    model.profile(new History(new int[] {0, 1}, new float[] {1, 1})).scores(scores);
    assertThat(scores[2]).isZero();
    assertThat(scores[3]).isPositive();
  }

  @Test
  void impossibleParametersAreRefusedByNameAndValue() {
    assertThatThrownBy(() -> new UserKnnParameters(0, 0, UserSimilarity.COSINE))
        .hasMessage("neighbours must be in 1..10000, was 0");
    assertThatThrownBy(() -> new UserKnnParameters(1, -1, UserSimilarity.COSINE))
        .hasMessageContaining("shrinkage");
  }

  private static History past() {
    return new History(new int[] {0, 1, 2, 3, 4}, new float[] {3, 4, 5, 2, 1});
  }

  private static UserNeighbourModel model(
      UserSimilarity similarity, int neighbours, double shrinkage, float[]... users) {
    CsrBuilder cells = new CsrBuilder();
    for (int user = 0; user < users.length; user++) {
      for (int item = 0; item < users[user].length; item++) {
        if (users[user][item] != 0) {
          cells.add(user, item, users[user][item]);
        }
      }
    }
    Interactions interactions = new Interactions(cells.build(users.length, users[0].length));
    return new UserKnnTrainer(new UserKnnParameters(neighbours, shrinkage, similarity))
        .fit(interactions);
  }
}
