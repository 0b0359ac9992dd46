package dev.akin.evaluate.split;

import dev.akin.math.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The protocols that draw. Rows are shuffled in their canonical order, so a seed means the same
/// split whatever the order of the file.
final class RandomParts {
  private RandomParts() {}

  static Part[] ofPairs(Observations observations, double testShare, long seed) {
    int[] rows = IntStream.range(0, observations.size()).toArray();
    new SeededRandom(seed).shuffle(rows);
    Part[] parts = allTraining(observations);
    long tested = Math.round(testShare * rows.length);
    for (int p = 0; p < tested; p++) {
      parts[rows[p]] = Part.TEST;
    }
    return parts;
  }

  static Part[] perUser(Observations observations, double testShare, long seed) {
    Part[] parts = allTraining(observations);
    SeededRandom random = new SeededRandom(seed);
    for (int user = 0; user < observations.users().size(); user++) {
      if (observations.size(user) >= 2) {
        hide(observations, user, testShare, random.split(user), parts);
      }
    }
    return parts;
  }

  static Part[] heldOut(Observations observations, Protocol.HeldOutUsers protocol) {
    int[] users =
        IntStream.range(0, observations.users().size())
            .filter(user -> observations.size(user) >= 2)
            .toArray();
    SeededRandom random = new SeededRandom(protocol.seed());
    random.split(-1).shuffle(users);
    long held = Math.max(1, Math.round(protocol.userShare() * users.length));
    Part[] parts = allTraining(observations);
    for (int p = 0; p < Math.min(held, users.length); p++) {
      int user = users[p];
      Arrays.fill(parts, observations.starts()[user], observations.starts()[user + 1], Part.INPUT);
      hide(observations, user, protocol.testShare(), random.split(user), parts);
    }
    return parts;
  }

  /// Marks `floor(testShare * n)` rows of a user as tested, at least one.
  private static void hide(
      Observations observations, int user, double testShare, SeededRandom random, Part[] parts) {
    int from = observations.starts()[user];
    int[] rows = IntStream.range(from, observations.starts()[user + 1]).toArray();
    random.shuffle(rows);
    // 0.2 * 15 is a little less than 3 in doubles.
    int tested = Math.max(1, (int) Math.floor(testShare * rows.length + 1e-9));
    for (int p = 0; p < tested; p++) {
      parts[rows[p]] = Part.TEST;
    }
  }

  static Part[] allTraining(Observations observations) {
    Part[] parts = new Part[observations.size()];
    Arrays.fill(parts, Part.TRAIN);
    return parts;
  }
}
